import { expect, test } from 'vitest';
import { draftTheme, toVariable } from '../../../../src/node/create/draft-theme.ts';
import { nameTheme } from '../../../../src/node/create/name-theme.ts';
import { checkOptions } from '../../../../src/node/project/rostrum-options.ts';
import type { Theme } from '../../../../src/talk/model/look/theme.ts';

/** Evaluates a draft, with or without the slashes before its tokens. */
const evaluate = (text: string): Theme => {
  const body = text.slice(text.indexOf('export default')).replace('export default', 'return');
  return (new Function('defineTheme', body) as (define: (theme: Theme) => Theme) => Theme)(
    (theme) => theme,
  );
};

test('a new theme names every token, and sets few', async () => {
  const text = draftTheme('mine');
  const draft = evaluate(text);
  expect(Object.keys(draft.light ?? {})).toEqual(['accent', 'section-ground']);
  expect(draft.sizes).toEqual({});
  expect(text.match(/^    (?:\/\/ )?accent:/gm)).toHaveLength(2);
  const all = evaluate(text.replaceAll('    // ', '    '));
  expect(Object.keys(all.dark ?? {})).toContain('code-keyword');
  expect(all.sizes).toMatchObject({ 'text-title': 46, 'tracking-title': -0.018 });
  const { problems } = await checkOptions({ themes: [all] }, { root: '.', configFile: undefined });
  expect(problems).toEqual([]);
});

const name = (text: string) =>
  nameTheme(text, { file: 'vite.config.ts', variable: toVariable('my-look-2'), from: './a.ts' });

test.each([
  ['rostrum()', 'rostrum({ themes: [myLook2] })'],
  ['rostrum({ embed: true })', 'rostrum({ themes: [myLook2], embed: true })'],
  ['rostrum({ themes: [a] })', 'rostrum({ themes: [myLook2, a] })'],
  ['rostrum({ themes: [] })', 'rostrum({ themes: [myLook2] })'],
])('a configuration with %s gets the theme', async (before, after) => {
  const config = (call: string, line = '') =>
    `import { rostrum } from 'rostrum';\n${line}// rostrum({ a: 1 })\nexport default { plugins: [${call}] };\n`;
  expect(await name(config(before))).toBe(config(after, "import myLook2 from './a.ts';\n"));
});

test('options that are not written out stay as they are', async () => {
  expect(await name('rostrum(options)')).toBeNull();
  expect(await name('rostrum({ themes: all })')).toBeNull();
  expect(await name('export default {}')).toBeNull();
});
