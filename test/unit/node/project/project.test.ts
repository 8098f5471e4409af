import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Project } from '../../../../src/node/project/project.ts';
import { makeProject, SMALL_PROJECT } from '../../../support/project.ts';

function open(files = SMALL_PROJECT) {
  const folder = makeProject(files);
  const project = new Project({ root: folder.root, today: () => '2026-06-01' });
  return { folder, project };
}

const ids = async (project: Project) =>
  (await project.compile('first'))?.value.slides.map(({ id }) => id);

test('compiles a talk from its file, the slides it includes and the data on them', async () => {
  const { project } = open();
  const checked = await project.compile('first');
  expect(checked?.problems).toEqual([]);
  expect(await ids(project)).toEqual(['opening', 'picture', 'shared']);
  expect(checked?.value.slides[2]?.text).toContain('20 users');
  expect(checked?.value.asOf).toBe('2026-01-01');
});

test('gives the very same talk while nothing it rests on changed', async () => {
  const { folder, project } = open();
  const first = await project.compile('first');
  folder.write('slides/library/other.md', '# Not in the talk\n');
  expect(await project.compile('first')).toBe(first);
});

test('sees a changed slide, a changed dataset and a changed include', async () => {
  const { folder, project } = open();
  await project.compile('first');
  folder.write('slides/library/shared.md', '## Shared again\n\n{{ users.count }}\n');
  expect(await ids(project)).toEqual(['opening', 'picture', 'shared-again']);
  const data = SMALL_PROJECT['data/users.json']?.replace('"count": 20', '"count": 3000') ?? '';
  folder.write('data/users.json', data);
  expect((await project.compile('first'))?.value.slides[2]?.text).toContain('000');
});

test('sees a file that was missing when it comes, and one that goes', async () => {
  const { 'assets/square.svg': picture = '', ...files } = SMALL_PROJECT;
  const { folder, project } = open(files);
  const codes = async () => (await project.compile('first'))?.problems.map(({ code }) => code);
  expect(await codes()).toEqual(['missing-picture']);
  folder.write('assets/square.svg', picture);
  expect(await codes()).toEqual([]);
  folder.remove('assets/square.svg');
  expect(await codes()).toEqual(['missing-picture']);
});

test('keeps slides that did not change when another one does', async () => {
  const { folder, project } = open();
  const before = await project.compile('first');
  const text = SMALL_PROJECT['slides/talks/first.md'] ?? '';
  folder.write('slides/talks/first.md', text.replace('# Opening', '# Another opening'));
  const after = await project.compile('first');
  expect(after?.value.slides[0]?.html).not.toBe(before?.value.slides[0]?.html);
  expect(after?.value.slides[2]?.html).toBe(before?.value.slides[2]?.html);
});

test('knows no talk that is not there, and a new one at once', async () => {
  const { folder, project } = open();
  expect(await project.compile('second')).toBeUndefined();
  folder.write('slides/talks/second.md', '# Second\n');
  expect((await project.compile('second'))?.value.name).toBe('second');
  expect(project.talkNames).toEqual(['first', 'second']);
});

test('checks datasets with their recipes, and reads a recipe again when it changes', async () => {
  const { folder, project } = open();
  const recipe = (type: string) =>
    `import { defineDataset, v } from 'rostrum';\nexport default defineDataset({ schema: v.object({ count: v.${type}() }) });\n`;
  folder.write('data/users.ts', recipe('number'));
  expect(await project.problems()).toEqual([]);
  folder.write('data/users.ts', recipe('boolean'));
  expect((await project.problems()).map(({ code }) => code)).toContain('schema-mismatch');
});

test('reads a recipe again when a file that it imports changes', async () => {
  const { folder, project } = open();
  folder.write('data/shapes/users.ts', 'export const LEAST = 1;\n');
  folder.write(
    'data/users.ts',
    `import { defineDataset, v } from 'rostrum';
import { LEAST } from './shapes/users.ts';
export default defineDataset({ schema: v.object({ count: v.pipe(v.number(), v.minValue(LEAST)) }) });
`,
  );
  expect(await project.problems()).toEqual([]);
  folder.write('data/shapes/users.ts', 'export const LEAST = 15;\n');
  expect((await project.problems()).map(({ code }) => code)).toContain('schema-mismatch');
});

test('says which recipe cannot be used, and goes on without it', async () => {
  const { folder, project } = open();
  folder.write('data/users.ts', 'export default {');
  const problems = await project.problems();
  expect(problems.map(({ code, span }) => [code, span?.file])).toEqual([
    ['broken-recipe', 'data/users.ts'],
  ]);
});

test('reports a recipe in another encoding', async () => {
  const { folder, project } = open();
  folder.write('data/users.ts', '// What is lost is read as this: caf\uFFFD\nexport default {');
  const problems = await project.problems();
  expect(problems.map(({ code, span }) => [code, span?.line, span?.column])).toEqual([
    ['lost-character', 1, 37],
    ['broken-recipe', 2, 17],
  ]);
});

test('collects the problems of all talks and of unused data, each once', async () => {
  const { folder, project } = open();
  folder.write('slides/library/shared.md', '## Shared\n\n{{ nothing.here }}\n');
  folder.write('slides/talks/second.md', '---\nsrc: ../library/shared.md\n---\n');
  folder.write('data/unused.json', '{');
  const problems = await project.problems();
  expect(problems.filter(({ code }) => code === 'unknown-dataset')).toHaveLength(1);
  expect(problems.some(({ span }) => span?.file === 'data/unused.json')).toBe(true);
});

test('computes all talks for another day', async () => {
  const { root } = makeProject(SMALL_PROJECT);
  const project = new Project({ root, asOf: '2024-06-01' });
  expect((await project.compile('first'))?.value.slides[2]?.text).toContain('10 users');
});

test('compiles all talks and sums up all datasets', async () => {
  const { project } = open();
  const talks = await project.talks();
  expect(talks.map(({ name }) => name)).toEqual(['first']);
  expect(talks[0]).toBe((await project.compile('first'))?.value);
  expect(await project.datasets()).toEqual([
    {
      name: 'users',
      file: 'data/users.json',
      title: 'Users',
      rows: 2,
      asOf: '2025-01',
      isBroken: false,
    },
  ]);
});

test('never reads outside its folder', async () => {
  const { folder, project } = open();
  folder.write('slides/talks/first.md', '# Out\n\n![Passwords](../../../../etc/hostname)\n');
  const codes = (await project.compile('first'))?.problems.map(({ code }) => code);
  expect(codes).toEqual(['missing-picture']);
});

test('the problems of a talk are its own and those of the data that it rests on', async () => {
  const { folder, project } = open();
  folder.write('data/other.json', '[1,]');
  expect(await project.problemsOf('first')).toEqual([]);
  folder.write('data/users.ts', 'export default { a: };\n');
  const found = await project.problemsOf('first');
  expect(
    found.map(({ code, span }) => `${span?.file}:${span?.line}:${span?.column} ${code}`),
  ).toEqual(['data/users.ts:1:21 broken-recipe']);
  expect((await project.problems()).map(({ code }) => code)).toContain('bad-json');
});

test('links that lead to themselves or nowhere are no files, and the rest of the project goes on', async () => {
  const { root } = makeProject(SMALL_PROJECT);
  symlinkSync('self.md', path.join(root, 'slides/talks/self.md'));
  symlinkSync('../../slides', path.join(root, 'slides/talks/up'));
  symlinkSync('nowhere.json', path.join(root, 'data/gone.json'));
  const project = new Project({ root });
  expect((await project.problems()).map(({ code }) => code)).toEqual([]);
  expect(project.talkNames).toEqual(['first']);
  expect((await project.talks()).map(({ name }) => name)).toEqual(['first']);
});
