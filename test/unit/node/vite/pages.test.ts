import { expect, test } from 'vitest';
import { Project } from '../../../../src/node/project/project.ts';
import { renderJson } from '../../../../src/node/pages/document.ts';
import { renderMissingPage } from '../../../../src/node/pages/missing-page.ts';
import { renderTalkPage } from '../../../../src/node/pages/talk-page.ts';
import { PAGE_DATA_ID } from '../../../../src/talk/model/wire.ts';
import { makeProject, SMALL_PROJECT } from '../../../support/project.ts';

const links = { icon: 'i.svg', styles: ['s.css'], scripts: ['m.js'], preloads: ['p.js'] };

function open() {
  return new Project({ root: makeProject(SMALL_PROJECT).root, today: () => '2026-06-01' });
}

async function renderFirst(hasNotes: boolean): Promise<string> {
  const checked = await open().compile('first');
  if (!checked) throw new Error('No talk.');
  return renderTalkPage(checked.value, { links, hasNotes, toUrl: (path) => `/x/${path}` });
}

test('a talk page has language, title, its links, all slides and what its blocks read', async () => {
  const page = await renderFirst(true);
  expect(page).toContain('<html lang="en" data-theme="rostrum">');
  expect(page).toContain('<title>First · Test 2026</title>');
  expect(page).toContain('<link rel="stylesheet" href="s.css">');
  expect(page).toContain('<link rel="modulepreload" href="p.js">');
  expect(page).toContain('<script type="module" src="m.js"></script>');
  expect(page.match(/<section /g)).toHaveLength(3);
  const json = /id="rostrum:data">(.*)<\/script>/.exec(page)?.[1] ?? '';
  expect(JSON.parse(json)).toMatchObject({ talk: 'first', asOf: '2026-01-01' });
});

test('pictures point to where they are served', async () => {
  const page = await renderFirst(false);
  expect(page).toContain('src="/x/assets/square.svg"');
  expect(page).not.toContain('../../assets');
});

test('notes stand in a page only where they are wanted', async () => {
  expect(await renderFirst(true)).toContain('<aside class="notes"><p>Speak slowly.</p>');
  expect(await renderFirst(false)).not.toContain('Speak slowly');
});

test('data cannot end the script element they stand in', () => {
  const { markup } = renderJson('d', { text: '</script><script>alert(1)</script>' });
  expect(markup.match(/<\/script>/g)).toHaveLength(1);
  expect(JSON.parse(/>(.*)<\/script>$/.exec(markup)?.[1] ?? '')).toEqual({
    text: '</script><script>alert(1)</script>',
  });
});

test('the page of a missing talk names the nearest, and escapes what was asked for', () => {
  expect(renderMissingPage('/firts/', ['first'], links)).toContain('<a href="/first/">first</a>');
  expect(renderMissingPage('/<b>/', [], links)).toContain('“&lt;b&gt;”');
});

test('no slide can take an id of the page’s own, whatever it is called', async () => {
  const names = ['# Rostrum data', '# Day panel', '---\nid: __proto__\n---\n\nA', '# Constructor'];
  const slides = names.map((name) => (name.startsWith('---') ? name : `---\n\n${name}`));
  const text = `---\ntitle: Names\n---\n\n${slides.join('\n\n')}\n`;
  const { root } = makeProject({ 'slides/talks/names.md': text });
  const talk = (await new Project({ root, today: () => '2026-06-01' }).compile('names'))?.value;
  if (!talk) throw new Error('No talk.');
  expect(talk.slides.map(({ id }) => id)).toEqual([
    'rostrum-data',
    'day-panel',
    '__proto__',
    'constructor',
  ]);
  const page = renderTalkPage(talk, { links, hasNotes: true, toUrl: (path) => path });
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual([...talk.slides.map(({ id }) => id), PAGE_DATA_ID]);
});
