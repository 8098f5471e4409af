import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { checkOptions } from '../../../../src/node/project/rostrum-options.ts';
import type { BlockContext } from '../../../../src/talk/model/block.ts';
import { identify, type Problem } from '../../../../src/talk/model/problem.ts';
import { makeProject } from '../../../support/project.ts';

const CONFIG = `import { rostrum } from 'rostrum';
const blocks = [];
export default {
  plugins: [rostrum({ blocks: [one, two], 'theme': "dark" })],
};
`;
const good = { name: 'mine', about: '', schema: v.strictObject({}), compile: () => null };

async function problemsOf(options: unknown, text = CONFIG): Promise<string[]> {
  const { root } = makeProject({ 'vite.config.ts': text });
  const configFile = path.join(root, 'vite.config.ts');
  const { problems } = await checkOptions(options, { root, configFile });
  return problems.map(
    ({ span, code, message }) => `${span?.line}:${span?.column}+${span?.length} ${code} ${message}`,
  );
}

test('options that can be used have no problem', async () => {
  expect(await problemsOf({})).toEqual([]);
  expect(await problemsOf({ blocks: [good] })).toEqual([]);
});

test('an option that cannot be used is placed where it is written', async () => {
  expect(await problemsOf({ blocks: 3, theme: 'dark' })).toEqual([
    '4:43+15 unknown-option rostrum() has no option "theme".',
    '4:23+18 bad-option "blocks" has to be a list of blocks.',
  ]);
  expect(await problemsOf({ blocks: [good, { ...good, name: 'chart' }] })).toEqual([
    '4:37+3 bad-option "blocks[1]" is called "chart", and there is a block of that name.',
  ]);
  expect(await problemsOf({ blocks: [good, good] })).toEqual([
    '4:37+3 bad-option "blocks[1]" is called "mine", and there is a block of that name.',
  ]);
  expect(await problemsOf({ blocks: [undefined] })).toEqual([
    '4:32+3 bad-option "blocks[0]" is no block.',
  ]);
});

test('reads repositories as paths or as objects, and refuses the rest', async () => {
  const { root } = makeProject({});
  const read = (repositories: unknown) =>
    checkOptions({ repositories }, { root, configFile: undefined });
  const url = 'https://example.org/linux';
  expect(await read({ linux: '../linux', rust: { url, link: `${url}/{path}` } })).toMatchObject({
    repositories: { linux: { path: '../linux' }, rust: { url, link: `${url}/{path}` } },
    problems: [],
  });
  for (const wrong of [
    'linux',
    ['linux'],
    { linux: 3 },
    { 'a b': '../linux' },
    { linux: { path: '' } },
    { linux: { url: 'https://me:secret@example.org' } },
    { linux: { link: 'javascript:alert(1)' } },
  ]) {
    const { problems } = await read(wrong);
    expect(
      problems.map(({ code }) => code),
      JSON.stringify(wrong),
    ).toEqual(['bad-option']);
  }
  expect((await read({ linux: { paht: '../linux' } })).problems[0]).toMatchObject({
    code: 'unknown-option',
    hint: expect.stringContaining('repositories.linux.path') as string,
  });
});

test('the dev server may be framed only where the option says so', async () => {
  const { root } = makeProject({});
  const isEmbeddable = async (options: unknown) =>
    (await checkOptions(options, { root, configFile: undefined })).isEmbeddable;
  expect(await isEmbeddable({ embed: true })).toBe(true);
  for (const options of [{}, { embed: false }, { embed: 'yes' }, null])
    expect(await isEmbeddable(options)).toBe(false);
  expect(await problemsOf({ embed: 'yes' }, 'rostrum({ embed: "yes" });')).toEqual([
    '1:11+12 bad-option "embed" has to be true or false.',
  ]);
});

test('an option is found behind what TypeScript says about it', async () => {
  const text = 'rostrum({ blocks: 3 as never } as never satisfies unknown);';
  expect(await problemsOf({ blocks: 3 }, text)).toEqual([
    '1:11+18 bad-option "blocks" has to be a list of blocks.',
  ]);
});

test('an option that comes from elsewhere is placed at the call, or at the top of the file', async () => {
  const options = { blocks: [{ ...good, compile: 1 }] };
  const what = 'bad-option "blocks[0]" ("mine") needs a function "compile".';
  expect(await problemsOf(options, 'rostrum(shared);')).toEqual([`1:9+6 ${what}`]);
  expect(await problemsOf(options, 'export default make();')).toEqual([`1:1+1 ${what}`]);
  expect(await problemsOf(null, 'rostrum(null);')).toHaveLength(1);
});

test('a block that cannot be used stands for its fences, with the reason as cause', async () => {
  const { root } = makeProject({});
  const options = {
    blocks: [
      { ...good, compile: 1 },
      { ...good, name: 'chart' },
    ],
  };
  const { blocks, problems } = await checkOptions(options, { root, configFile: undefined });
  expect(blocks.map(({ name }) => name)).toEqual(['mine']);
  const [why] = problems;
  const found: Problem[] = [];
  const span = { file: 'slides/talks/t.md', line: 9, column: 1, length: 7 };
  const context = { report: (problem: Problem) => found.push(problem), spanOf: () => span };
  expect(blocks[0]?.compile({}, context as unknown as BlockContext)).toBeNull();
  expect(found).toMatchObject([{ code: 'broken-block', span, cause: why && identify(why) }]);
});

test('defaults are read by the rules of front matter, and a stylesheet from the project’s root', async () => {
  const { root } = makeProject({ 'assets/own.css': '' });
  const defaults = { speaker: ' Ada ', language: 'de', css: './assets/own.css', event: undefined };
  const checked = await checkOptions({ defaults }, { root, configFile: undefined });
  expect(checked.problems).toEqual([]);
  expect(checked.defaults).toEqual({ speaker: 'Ada', language: 'de', css: '/assets/own.css' });
});

test('defaults that cannot be used are placed where they are written', async () => {
  const text = `import { rostrum } from 'rostrum';
export default { plugins: [rostrum({
  defaults: {
    speker: 'Ada',
    language: 'Deutsch!',
    theme: 'dark',
    css: 'nowhere.css',
    event: 3,
    title: 'x',
  },
})] };
`;
  const defaults = {
    speker: 'Ada',
    language: 'Deutsch!',
    theme: 'dark',
    css: 'nowhere.css',
    event: 3,
    title: 'x',
  };
  expect(await problemsOf({ defaults }, text)).toEqual([
    '4:5+13 unknown-option "defaults" has no key "speker".',
    '5:5+20 bad-option "defaults.language" is "Deutsch!", and has to be a language tag such as en or de-AT.',
    '6:5+13 bad-option "defaults.theme" is "dark", and has to be one of rostrum, paper, blueprint, keynote, lecture.',
    '7:5+18 bad-option "defaults.css" names "nowhere.css", and there is no such file.',
    '8:5+8 bad-option "defaults.event" has to be a text.',
    '9:5+10 unknown-option "defaults" has no key "title".',
  ]);
  expect(await problemsOf({ defaults: ['Ada'] }, text)).toEqual([
    '3:3+11 bad-option "defaults" has to be an object, such as { speaker: "Ada" }.',
  ]);
});

test('the files of a block are paths from the folder of the configuration file', async () => {
  const { root } = makeProject({ 'vite.config.ts': CONFIG, 'web/mine.ts': '', 'mine.css': '' });
  const url = pathToFileURL(path.join(root, 'mine.css'));
  const block = { ...good, element: './mine.ts', style: url };
  const configFile = path.join(root, 'web/vite.config.ts');
  const { blocks, problems } = await checkOptions({ blocks: [block] }, { root, configFile });
  expect(problems).toEqual([]);
  expect(blocks).toMatchObject([{ element: './web/mine.ts', style: './mine.css' }]);
});

test('a file of a block that cannot be used is a problem, and the block is left out', async () => {
  expect(await problemsOf({ blocks: [good, { ...good, name: 'own', live: './own.ts' }] })).toEqual([
    '4:37+3 bad-option "blocks[1]" ("own") has "live: own.ts", and there is no such file.',
  ]);
  expect(await problemsOf({ blocks: [{ ...good, element: 3 }] })).toEqual([
    '4:32+3 bad-option "blocks[0]" ("mine") has an "element" that is no path of a file.',
  ]);
  expect(await problemsOf({ blocks: [{ ...good, drawsItself: true }] })).toEqual([
    '4:32+3 bad-option "blocks[0]" ("mine") has "drawsItself" and no "element" that could.',
  ]);
});
