import { expect, test } from 'vitest';
import { renderScriptFaces, writeOwnRules } from '../../../../src/node/pages/script-faces.ts';
import { Project } from '../../../../src/node/project/project.ts';
import { makeProject } from '../../../support/project.ts';

const PACKAGE = 'node_modules/@fontsource/noto-sans-jp';
const CSS = `/* noto-sans-jp-[7]-400-normal */
@font-face {
  font-family: 'Noto Sans JP';
  font-weight: 400;
  src: url(./files/noto-sans-jp-7-400-normal.woff2) format('woff2'), url(./files/noto-sans-jp-7-400-normal.woff) format('woff');
  unicode-range: U+5c71,U+7530-7531;
}
@font-face {
  font-family: 'Noto Sans JP';
  src: url(./files/noto-sans-jp-8-400-normal.woff2) format('woff2');
  unicode-range: U+82b1;
}
@font-face {
  font-family: 'Noto Sans JP';
  src: url(./files/noto-sans-jp-latin-400-normal.woff2) format('woff2');
  unicode-range: U+0000-00FF;
}
`;

async function render(text: string, files: Record<string, string>): Promise<string> {
  const talk = `---\ntitle: T\ndate: 2026-01-01\n---\n\n# A\n\n${text}\n`;
  const { root } = makeProject({ 'slides/talks/t.md': talk, 'package.json': '{}', ...files });
  const checked = await new Project({ root }).compile('t');
  return checked ? renderScriptFaces(checked.value, root) : 'no talk';
}

test('takes the faces of the letters that a talk has from a package of its project', async () => {
  const files = {
    [`${PACKAGE}/package.json`]: '{ "name": "@fontsource/noto-sans-jp" }',
    [`${PACKAGE}/400.css`]: CSS,
    [`${PACKAGE}/files/noto-sans-jp-7-400-normal.woff2`]: 'seven',
  };
  const seven = Buffer.from('seven').toString('base64');
  const style = await render('山 caf&eacute;', files);
  expect(style.match(/@font-face/g)).toHaveLength(2);
  expect(style).toContain(
    `@font-face{font-family:'IBM Plex Sans';src:url(data:font/woff2;base64,${seven}) format('woff2');font-weight:400;unicode-range: U+5c71,U+7530-7531}`,
  );
  expect(await render('Latin', files)).toBe('');
  expect(await render('山', {})).toBe('');
});

test('a package whose script is one file is taken by the name of its script', async () => {
  const folder = 'node_modules/@fontsource/noto-sans-hebrew';
  const face = (part: string, range: string): string =>
    `@font-face { src: url(./files/noto-sans-hebrew-${part}-400-normal.woff2) format('woff2'); unicode-range: ${range}; }\n`;
  const style = await render('\u05e9\u05dc\u05d5\u05dd', {
    [`${folder}/package.json`]: '{ "name": "@fontsource/noto-sans-hebrew" }',
    [`${folder}/400.css`]: face('hebrew', 'U+0590-05FF') + face('latin', 'U+0000-00FF'),
    [`${folder}/files/noto-sans-hebrew-hebrew-400-normal.woff2`]: 'alef',
  });
  expect(style.match(/@font-face/g)).toHaveLength(2);
  expect(style).toContain(Buffer.from('alef').toString('base64'));
});

test('the rules of a project’s own theme come along, for paper as for the deck', async () => {
  const { root } = makeProject({ 'slides/talks/t.md': '---\ntheme: harbour\n---\n\n# A\n' });
  const theme = { name: 'harbour', about: 'Deep water.', light: { accent: '#006d62' } };
  const project = new Project({ root, looks: { themes: [theme], layouts: [] } });
  const checked = await project.compile('t');
  expect(checked && writeOwnRules(checked.value, root)).toContain('--accent:#006d62');
});
