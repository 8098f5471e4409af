import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import type { ProjectOptions } from '../../../../../src/node/project/project-options.ts';
import { checkOptions } from '../../../../../src/node/project/rostrum-options.ts';
import { Project } from '../../../../../src/node/project/project.ts';
import { importTypeScript, nameBundle } from '../../../../../src/node/typescript.ts';
import { makeProject, SMALL_PROJECT } from '../../../../support/project.ts';

const MARK = 'Written by an earlier start.';

type Folder = ReturnType<typeof makeProject>;

/** Compiles the talk as a start of its own would. */
async function start(root: string, options: Partial<ProjectOptions> = {}) {
  const project = new Project({ root, engine: 'one', today: () => '2026-06-01', ...options });
  const checked = await project.compile('first');
  await setImmediate();
  return { project, checked };
}

const listKept = (root: string) => readdirSync(path.join(root, '.cache/rostrum/talks'));

/** Compiles the talk and puts a mark into what was kept, by which it is known again. */
async function keep(files: Record<string, string> = SMALL_PROJECT): Promise<Folder> {
  const folder = makeProject(files);
  await start(folder.root);
  for (const name of listKept(folder.root)) {
    const file = path.join(folder.root, '.cache/rostrum/talks', name);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll('Opening', MARK));
  }
  return folder;
}

const isKept = async ({ root }: Folder, options?: Partial<ProjectOptions>) =>
  JSON.stringify((await start(root, options)).checked?.value).includes(MARK);

test('gives a talk as an earlier start compiled it', async () => {
  const { root } = makeProject(SMALL_PROJECT);
  const first = await start(root);
  const again = await start(root);
  expect(again.checked).toEqual(first.checked);
  expect(await isKept(await keep())).toBe(true);
});

test('a command that read a configuration without options keeps what others find that read none', async () => {
  const folder = await keep();
  const read = await checkOptions({}, { root: folder.root, configFile: undefined });
  expect(await isKept(folder, read)).toBe(true);
  const looks = { layouts: [], themes: [{ name: 'ours', about: 'Ours.' }] };
  expect(await isKept(folder, { ...read, looks })).toBe(false);
});

test.each([
  ['the talk', 'slides/talks/first.md', `${SMALL_PROJECT['slides/talks/first.md']}\n`],
  ['a file it includes', 'slides/library/shared.md', '## Shared again\n'],
  ['a dataset', 'data/users.json', `${SMALL_PROJECT['data/users.json']}\n`],
  ['a picture', 'assets/square.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['packages', 'package-lock.json', '{}'],
  ['a recipe', 'data/users.ts', 'export default {};\n'],
])('compiles again after a change of %s', async (_what, file, text) => {
  const folder = await keep();
  folder.write(file, text);
  expect(await isKept(folder)).toBe(false);
});

test('compiles again for other names of assets only where a talk looked a name up among them', async () => {
  const talk = SMALL_PROJECT['slides/talks/first.md'] ?? '';
  const [written, stored] = ['a\u0301', '\u00e1'];
  const files = {
    ...SMALL_PROJECT,
    'slides/talks/first.md': talk.replace('assets/square', `assets/${written}`),
    [`assets/${stored}.svg`]: SMALL_PROJECT['assets/square.svg'] ?? '',
  };
  const folders = [await keep(), await keep(files)];
  expect(await Promise.all(folders.map((folder) => isKept(folder)))).toEqual([true, true]);
  for (const folder of folders) folder.write('assets/other.svg', '<svg/>');
  expect(await Promise.all(folders.map((folder) => isKept(folder)))).toEqual([true, false]);
});

test.each<[string, Partial<ProjectOptions>]>([
  ['the engine', { engine: 'two' }],
  ['the date', { today: () => '2026-06-02' }],
  ['the day asked for', { asOf: '2025-01-01' }],
  ['the blocks', { blocks: [{ name: 'x', steps: () => 0, render: () => '' } as never] }],
  ['an engine without a version', { engine: null }],
])('compiles again with another state of %s', async (_what, options) => {
  expect(await isKept(await keep(), options)).toBe(false);
});

test('compiles a talk without a zone again where the machine is in another one', async () => {
  const talk = SMALL_PROJECT['slides/talks/first.md'] ?? '';
  const placed = talk.replace('---\n', '---\ntimezone: Europe/Vienna\n');
  expect(placed).not.toBe(talk);
  const machine = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions');
  const moveTo = (timeZone: string) =>
    machine.mockReturnValue({ timeZone } as Intl.ResolvedDateTimeFormatOptions);
  moveTo('Asia/Kolkata');
  const folders = [await keep(), await keep({ ...SMALL_PROJECT, 'slides/talks/first.md': placed })];
  const areKept = () => Promise.all(folders.map((folder) => isKept(folder)));
  expect(await areKept()).toEqual([true, true]);
  moveTo('America/Los_Angeles');
  expect(await areKept()).toEqual([false, true]);
  machine.mockRestore();
});

test('names the code of recipes with what they import from outside the data', async () => {
  const recipe = "import { name } from '../lib/name.ts';\nexport default { name };\n";
  const folder = makeProject({
    'data/users.ts': recipe,
    'lib/name.ts': 'export const name = 1;\n',
  });
  const files = [path.join(folder.root, 'data/users.ts')];
  const nameCode = async () => {
    await importTypeScript(folder.root, files);
    return nameBundle(folder.root, files);
  };
  const before = await nameCode();
  folder.write('lib/name.ts', 'export const name = 2;\n');
  expect(nameBundle(folder.root, files)).toBeNull();
  expect(await nameCode()).not.toBe(before);
  expect(before).not.toBeNull();
});

test('keeps no talk that has problems', async () => {
  const { 'assets/square.svg': _picture, ...files } = SMALL_PROJECT;
  const folder = makeProject(files);
  await start(folder.root);
  expect(() => listKept(folder.root)).toThrow('ENOENT');
});

test('takes what cannot be read for nothing', async () => {
  const folder = await keep();
  for (const name of listKept(folder.root)) folder.write(`.cache/rostrum/talks/${name}`, '{"state');
  const { checked } = await start(folder.root);
  expect(checked?.value.slides).toHaveLength(3);
});

test('renders a kept talk on request, so that an edit renders one slide', async () => {
  const folder = await keep();
  const { project } = await start(folder.root);
  project.warmUp('first');
  const text = SMALL_PROJECT['slides/talks/first.md'] ?? '';
  folder.write('slides/talks/first.md', text.replace('# Opening', '# Another'));
  const checked = await project.compile('first');
  expect(checked?.value.slides[0]?.title).toBe('Another');
});

test('keeps all talks of a project, and none of a month ago', async () => {
  const { root, write } = makeProject(SMALL_PROJECT);
  for (let talk = 0; talk < 70; talk++) write(`.cache/rostrum/talks/${talk}.json`, '');
  write('.cache/rostrum/talks/old.json', '');
  const past = Date.now() / 1000 - 40 * 86_400;
  utimesSync(path.join(root, '.cache/rostrum/talks/old.json'), past, past);
  await start(root);
  expect(listKept(root)).toHaveLength(71);
  expect(listKept(root)).not.toContain('old.json');
});

test('keeps of many edits the last, once there was none for a while', async () => {
  const folder = makeProject(SMALL_PROJECT);
  const { project } = await start(folder.root);
  const [name = ''] = listKept(folder.root);
  const readTitle = (): string => {
    const text = readFileSync(path.join(folder.root, '.cache/rostrum/talks', name), 'utf8');
    return /"slides":.*?"title":"(\w*)"/.exec(text)?.[1] ?? '';
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    for (const title of ['One', 'Two']) {
      const text = SMALL_PROJECT['slides/talks/first.md'] ?? '';
      folder.write('slides/talks/first.md', text.replace('# Opening', `# ${title}`));
      await project.compile('first');
      vi.advanceTimersByTime(1500);
    }
    expect(readTitle()).toBe('Opening');
    vi.advanceTimersByTime(1500);
    expect(readTitle()).toBe('Two');
    folder.write('slides/talks/first.md', '# Three\n');
    await project.compile('first');
    folder.write('slides/talks/first.md', '# Not compiled yet\n');
    vi.advanceTimersByTime(3000);
    expect(readTitle()).toBe('Two');
  } finally {
    vi.useRealTimers();
  }
});
