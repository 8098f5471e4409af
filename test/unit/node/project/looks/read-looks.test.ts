import { expect, test } from 'vitest';
import { checkOptions } from '../../../../../src/node/project/rostrum-options.ts';
import { makeProject } from '../../../../support/project.ts';

const THEME = `import { defineTheme } from 'rostrum';

export default defineTheme({
  name: 'harbour',
  about: 'Deep water.',
  light: { acent: '#123456', accent: '#12', 'accent-ink': 'var(--ink)' },
  sizes: { 'text-title': '50px' },
  text: 'Inter',
  fonts: [{ family: 'Intr', file: './inter.woff2', licence: 'OFL-1.1' }],
});
`;
const CONFIG = `import { rostrum } from 'rostrum';
import harbour from './themes/harbour.ts';

export default { plugins: [rostrum({ themes: [harbour], layouts: [{ name: 'cover' }] })] };
`;
const FILES = { 'vite.config.ts': CONFIG, 'themes/harbour.ts': THEME, 'themes/style.css': '' };
const good = { name: 'harbour', about: 'Deep water.' };

async function check(options: object, files: Record<string, string> = {}) {
  const { root } = makeProject({ ...FILES, ...files });
  const checked = await checkOptions(options, { root, configFile: `${root}/vite.config.ts` });
  const printed = checked.problems.map(
    ({ span, message, hint }) => `${span?.file}:${span?.line}:${span?.column} ${message} ${hint}`,
  );
  return { ...checked, printed };
}

test('faults of a theme are placed in its own file, and their keys left out', async () => {
  const theme = {
    ...good,
    light: { acent: '#123456', accent: '#12', 'accent-ink': 'var(--ink)' },
    sizes: { 'text-title': '50px' },
    text: 'Inter',
    fonts: [{ family: 'Intr', file: './inter.woff2', licence: 'OFL-1.1' }],
  };
  const { printed, looks } = await check({ themes: [theme] });
  expect(printed).toEqual([
    'themes/harbour.ts:6:12 "themes[0]" ("harbour") has no colour "acent". Did you mean "accent"? Colours are the variables without their dashes: paper, ink, accent, section-ground, chart-1, code-keyword, and so on.',
    'themes/harbour.ts:6:30 "themes[0]" ("harbour") has "light.accent: #12", which is no colour. Write it as in CSS: "#0b5cad", "rgb(11 92 173)", "oklch(0.48 0.15 255)".',
    'themes/harbour.ts:7:12 "themes[0]" ("harbour") has "sizes.text-title: 50px", which is no number. Write the number alone, such as 50; its unit is px.',
    'themes/harbour.ts:8:3 "themes[0]" ("harbour") has "text: Inter", and no font of that family. Did you mean "Intr"? A face needs its files in "fonts", so that it looks the same everywhere.',
    'themes/harbour.ts:9:29 "themes[0]" ("harbour") names "inter.woff2", and there is no such file. A path begins at the folder of vite.config.ts; a package writes new URL("./file", import.meta.url).',
  ]);
  expect(looks.themes).toEqual([
    { ...good, light: { 'accent-ink': 'var(--ink)' }, sizes: {}, fonts: [], layouts: [] },
  ]);
});

test('files are paths from the root; a font is a WOFF2 file', async () => {
  const font = { family: 'Inter', file: './inter.woff2', licence: 'OFL-1.1' };
  const theme = { ...good, text: 'Inter', style: './themes/style.css', fonts: [font] };
  const { looks, printed } = await check({ themes: [theme] }, { 'inter.woff2': 'wOF2' });
  expect(printed).toEqual([]);
  expect(looks.themes[0]).toMatchObject({ style: './themes/style.css', fonts: [font] });
  const broken = await check({ themes: [theme] }, { 'inter.woff2': 'OTTO' });
  expect(broken.printed[0]).toContain('names inter.woff2, which is no WOFF2 file');
});

test('what is wrong in a stylesheet is placed there', async () => {
  const css = '.slide { background: url(no.png) }\n@import "x.css";\nbody { color: red\n';
  const { printed } = await check(
    { themes: [{ ...good, style: './themes/style.css' }] },
    { 'themes/style.css': css },
  );
  expect(printed.map((line) => line.split(' ').slice(0, 6).join(' '))).toEqual([
    expect.stringContaining('themes/style.css:3:'),
    'themes/style.css:1:26 There is no file "no.png".',
    'themes/style.css:2:10 This stylesheet imports "x.css". The',
  ]);
});

test.each([
  [{ themes: 3 }, '4:38 "themes" has to be a list.'],
  [{ themes: [3] }, '"themes[0]" is no theme.'],
  [{ themes: [{ ...good, name: 'paper' }] }, 'is called "paper", and there is one of that name.'],
  [{ themes: [{ ...good, nme: 1 }] }, '("harbour") has no key "nme". Did you mean "name"?'],
  [{ layouts: [{ name: 'cover' }] }, '4:69 "layouts[0]" is called "cover", and there is one'],
  [{ layouts: [{ name: 'two-cols' }] }, 'a name that other programs give to a layout of ours.'],
  [
    { layouts: [{ name: 'a', about: 'A.', areas: ['a b', 'b a'] }] },
    'has an area "a" that is no rectangle.',
  ],
  [
    { layouts: [{ name: 'a', about: 'A.', areas: ['a b', 'a'] }] },
    'has rows of different lengths in "areas".',
  ],
  [{ layouts: [{ name: 'a', about: 'A.', areas: [] }] }, 'needs "areas", a list of rows.'],
  [
    { layouts: [{ name: 'a', about: 'A.', areas: ['a b'], columns: [1] }] },
    'has "columns" that are not 2 numbers. Write a share for each, such as columns: [2, 1].',
  ],
  [
    { layouts: [{ name: 'a', about: 'A.', areas: ['a'], style: 'a.scss' }] },
    'names "a.scss", and there is no such file.',
  ],
  [
    { defaults: { theme: 'harbor' } },
    'has to be one of rostrum, paper, blueprint, keynote, lecture.',
  ],
])('%j is reported', async (options, expected) => {
  const { printed } = await check(options);
  expect(printed.join('\n')).toContain(expected);
});

test('defaults and kits of events may name an own theme', async () => {
  const kit = { theme: 'harbour' };
  const { printed, defaults } = await check({ themes: [good], defaults: kit, events: { a: kit } });
  expect(printed).toEqual([]);
  expect(defaults).toEqual({ theme: 'harbour', events: { a: kit } });
});
