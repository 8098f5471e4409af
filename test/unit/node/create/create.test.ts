import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addFiles } from '../../../../src/node/create/add-files.ts';
import type { Answers } from '../../../../src/node/create/answers.ts';
import { createProject } from '../../../../src/node/create/create.ts';
import { Project } from '../../../../src/node/project/project.ts';
import { makeProject } from '../../../support/project.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../../../..');
const ANSWERS: Answers = {
  title: 'Bees: a #1 count',
  speaker: 'Ada',
  event: 'Hive Days',
  date: '2026-03-01',
};

function create(root: string, answers = ANSWERS, hasWorkflows = false) {
  const template = path.join(REPOSITORY, 'template');
  const answer = async (): Promise<Answers> => answers;
  return createProject(root, { template, version: '1.2.3', hasWorkflows, answer });
}

const read = (root: string, file: string): string => readFileSync(path.join(root, file), 'utf8');
const versionOf = (file: string): unknown => JSON.parse(read(REPOSITORY, file)).version;

test('a new folder gets a whole project, whose talk says what was answered', async () => {
  const root = path.join(makeProject({}).root, 'My Talks');
  const { written, kept } = await create(root);
  expect(kept).toEqual([]);
  expect(written).toEqual(
    expect.arrayContaining(['.gitignore', '.vscode/settings.json', 'data/co2.ts']),
  );
  expect(read(root, 'slides/talks/bees-a-1-count.md')).toMatch(
    /^---\ntitle: "Bees: a #1 count"\nspeaker: Ada\nevent: Hive Days\ndate: 2026-03-01\n/,
  );
  expect(JSON.parse(read(root, 'package.json'))).toMatchObject({
    name: 'my-talks',
    dependencies: { rostrum: '^1.2.3' },
  });
  const talk = (await new Project({ root, engine: null }).compile('bees-a-1-count'))?.value;
  expect(talk?.meta).toMatchObject({ title: ANSWERS.title, date: ANSWERS.date });
  expect(talk?.slides).toHaveLength(8);
});

test('a title without a letter that can stand in a name still gives a talk', async () => {
  const { root } = makeProject({});
  const { written } = await create(root, { ...ANSWERS, title: '!?' });
  expect(written).toContain('slides/talks/talk.md');
});

test('workflows are written only on request', async () => {
  const { root } = makeProject({});
  const plain = await create(root);
  expect(plain.written.some((file) => file.startsWith('.github/'))).toBe(false);
  const { written } = await create(root, ANSWERS, true);
  expect(written.length).toBeGreaterThan(0);
  expect(written.every((file) => file.startsWith('.github/workflows/'))).toBe(true);
});

test('a folder with talks gets what is missing, no example, and keeps its own files', async () => {
  const files = { 'slides/talks/mine.md': '# Mine\n', '.gitignore': 'mine\n' };
  const { root } = makeProject(files);
  const { written, kept, place } = await create(root);
  expect(place.hasTalks).toBe(true);
  expect(kept).toEqual(['.gitignore']);
  expect(written).toContain('vite.config.ts');
  expect(written.filter((file) => /^(?:slides|data|assets)\//.test(file))).toEqual([]);
  for (const [file, text] of Object.entries(files)) expect(read(root, file)).toBe(text);
});

test.each([
  ['what a host of repositories writes', { 'README.md': '', LICENSE: '', '.gitignore': '' }],
  ['what "npm install rostrum" leaves', { 'package.json': '{}', 'package-lock.json': '{}' }],
])('a folder with %s is a place for a project', async (_, files) => {
  const { root } = makeProject(files);
  const { kept } = await create(root);
  expect(kept).toEqual(
    expect.arrayContaining(Object.keys(files).filter((file) => /^[R.]|package\.json/.test(file))),
  );
});

test('a folder with other files, and a file, are refused untouched', async () => {
  const { root } = makeProject({ 'thesis.docx': 'x' });
  await expect(create(root)).rejects.toThrow('holds other files and no project');
  expect(readdirSync(root)).toEqual(['thesis.docx']);
  await expect(create(path.join(root, 'thesis.docx'))).rejects.toThrow('is a file');
});

test('where one file cannot be written none is, and the folders made for them go', () => {
  const { root } = makeProject({ 'in-the-way': 'x' });
  const files = new Map([
    ['a/b/one.txt', '1'],
    ['in-the-way/two.txt', '2'],
  ]);
  expect(() => addFiles(root, files)).toThrow('cannot be made: a file is in its way');
  expect(readdirSync(root)).toEqual(['in-the-way']);
});

test('folders and files that were there stay when a later file fails', () => {
  const { root } = makeProject({ 'a/mine.txt': 'mine', 'in-the-way': 'x' });
  mkdirSync(path.join(root, 'empty'));
  const files = new Map([
    ['a/mine.txt', 'theirs'],
    ['empty/new.txt', '1'],
    ['in-the-way/two.txt', '2'],
  ]);
  expect(() => addFiles(root, files)).toThrow();
  expect(read(root, 'a/mine.txt')).toBe('mine');
  expect(existsSync(path.join(root, 'empty'))).toBe(true);
  expect(readdirSync(path.join(root, 'empty'))).toEqual([]);
});

test('a file with Windows line ends in the template is written with plain ones', async () => {
  const template = makeProject({ _gitignore: 'a\r\nb\r\n' }).root;
  const { root } = makeProject({});
  const answer = async (): Promise<Answers> => ANSWERS;
  await createProject(root, { template, version: '1.0.0', hasWorkflows: false, answer });
  expect(read(root, '.gitignore')).toBe('a\nb\n');
});

test('both packages have one version', () => {
  expect(versionOf('create-rostrum/package.json')).toBe(versionOf('package.json'));
});
