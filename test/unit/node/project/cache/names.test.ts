import { renameSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Project } from '../../../../../src/node/project/project.ts';
import { makeProject, SMALL_PROJECT } from '../../../../support/project.ts';

const TALK = 'slides/talks/first.md';
const DATA = SMALL_PROJECT['data/users.json'] ?? '';
const today = (): string => '2026-06-01';

const open = (root: string, engine: string | null) => new Project({ root, engine, today });

/** Reads everything of a talk that a page shows, its problems included. */
async function read(project: Project) {
  const problems = await project.problems();
  return { talks: await project.talks(), problems };
}

const withSlide = (slide: string) => ({
  [TALK]: `---\ntitle: First\ndate: 2026-01-01\n---\n\n# First\n\n---\n\n## Second\n\n${slide}\n`,
});

const withHead = (line: string) => ({
  [TALK]: `---\ntitle: First\ndate: 2026-01-01\n${line}\n---\n\n# First\n`,
});

const INCLUDE = 'Text\n\n---\nsrc: ../library/summarx.md\n---';

type Files = Record<string, string>;

test.each<[string, Files, file: string, text: string]>([
  ['datasets, in a value', withSlide('{{ visitz.count }}'), 'data/visits.json', DATA],
  ['datasets, in a block', withSlide('```table\ndata: visitz\n```'), 'data/visits.json', DATA],
  ['files with rows', withSlide('{{ visits.count }}'), 'assets/visits.csv', 'count\n1\n'],
  ['files with rows, in a block', withSlide('```table\ndata: visits\n```'), 'visits.csv', 'a\n'],
  ['slide files', withSlide(INCLUDE), 'slides/library/summary.md', '## Two\n'],
  ['pictures', withSlide('![A](../../assets/circlt.svg)'), 'assets/circle.svg', '<svg/>'],
  ['files of links', withSlide('[Paper](../../assets/papet.pdf)'), 'assets/paper.pdf', 'x'],
  ['logos', withHead('logo: /assets/logp.svg'), 'assets/logo.svg', '<svg/>'],
  ['stylesheets', withHead('css: /assets/loop.css'), 'assets/look.css', 'a{}'],
  ['quoted files', withSlide('<<< /code/mian.js'), 'code/main.js', 'run();\n'],
  ['quoted files elsewhere', withSlide('<<< /code/main.js'), 'src/main.js', 'run();\n'],
])('a running project names %s as they are now', async (_what, files, file, text) => {
  const folder = makeProject({ ...SMALL_PROJECT, 'code/other.js': 'stop();\n', ...files });
  const running = open(folder.root, 'one');
  const before = await read(running);
  folder.write(file, text);
  const added = await read(running);
  expect(added).not.toEqual(before);
  expect(added).toEqual(await read(open(folder.root, null)));
  folder.remove(file);
  expect(await read(running)).toEqual(before);
});

test('a running project keeps a talk whose problem names nothing of the project', async () => {
  const folder = makeProject({
    ...SMALL_PROJECT,
    ...withSlide('{{ users.cost }}'),
  });
  const running = open(folder.root, 'one');
  const { talks } = await read(running);
  for (const file of ['data/visits.json', 'assets/circle.svg', 'slides/library/two.md']) {
    folder.write(file, DATA);
  }
  expect((await running.talks())[0]).toBe(talks[0]);
});

test('a running project shows data as the code that their recipe imports makes them', async () => {
  const least = (count: number) => `export const LEAST = ${count};\n`;
  const folder = makeProject({
    ...SMALL_PROJECT,
    'data/shapes/users.ts': least(1),
    'data/users.ts': `import { defineDataset, v } from 'rostrum';
import { LEAST } from './shapes/users.ts';
export default defineDataset({ schema: v.object({ count: v.pipe(v.number(), v.minValue(LEAST)) }) });
`,
  });
  const running = open(folder.root, 'one');
  const before = await read(running);
  folder.write('data/shapes/users.ts', least(15));
  const changed = await read(running);
  expect(changed.talks).not.toEqual(before.talks);
  expect(changed).toEqual(await read(open(folder.root, null)));
});

test('a running project reads a table again that has another ending, and the same date and size', async () => {
  const recipe = `import { defineDataset, v } from 'rostrum';
export default defineDataset({ schema: v.looseObject({}) });
`;
  const folder = makeProject({
    ...withSlide('```table\ndata: visits\n```'),
    'data/visits.ts': recipe,
    'data/visits.csv': 'name,count\nA,1\n',
  });
  const running = open(folder.root, 'one');
  const before = await read(running);
  const place = (ending: string) => path.join(folder.root, `data/visits.${ending}`);
  renameSync(place('csv'), place('tsv'));
  const renamed = await read(running);
  expect(renamed).not.toEqual(before);
  expect(renamed).toEqual(await read(open(folder.root, null)));
});
