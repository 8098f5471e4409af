import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { outlineTalks } from '../../../../src/node/project/outlines.ts';
import { Project } from '../../../../src/node/project/project.ts';
import { outlineTalk } from '../../../../src/talk/where.ts';
import { findDatasetUses, findSlideUses } from '../../../../src/talk/where.ts';
import { makeProject, SMALL_PROJECT } from '../../../support/project.ts';

const open = (root: string): Project =>
  new Project({ root, engine: 'one', today: () => '2026-06-01' });

/** Lists the kept talks of a project as files. */
function listKept(root: string): string[] {
  const folder = path.join(root, '.cache/rostrum/talks');
  return readdirSync(folder).map((name) => path.join(folder, name));
}

/** Makes a project whose talks were kept by an earlier run, and whose talks no run could read whole. */
async function makeKept(files: Record<string, string>) {
  const folder = makeProject(files);
  const project = open(folder.root);
  const talks = await project.talks();
  await setImmediate();
  for (const file of listKept(folder.root)) {
    const [head, outline] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, `${head}\n${outline}\nnot a talk`);
  }
  return { folder, project, talks };
}

const OTHER = `# Other\n\n${'A long talk about nothing at all.\n\n---\n\n'.repeat(250)}## Last\n`;
const FILES = { ...SMALL_PROJECT, 'slides/talks/other.md': OTHER };

test('outlines the talks of an earlier run without reading them whole, however long they are', async () => {
  const { folder, project, talks } = await makeKept(FILES);
  const again = open(folder.root);
  const outlined = await outlineTalks(again);
  expect(outlined.map(({ value }) => value)).toEqual(talks.map(outlineTalk));
  expect(outlined.flatMap(({ problems }) => problems)).toEqual([]);
  const reads = talks.map(({ name }) => project.readsOf(name));
  expect(outlined.map((talk) => talk.reads)).toEqual(reads);
  expect(again.knownProblems().size).toBe(0);
});

test('an outline has all that commands need of slides and data', async () => {
  const { folder, project, talks } = await makeKept(FILES);
  const outlines = (await outlineTalks(open(folder.root))).map(({ value }) => value);
  const slides = project.slides();
  for (const { id } of [...slides.slice(0, 3), ...(talks[0]?.slides ?? [])]) {
    expect(findSlideUses(id, outlines, slides)).toEqual(findSlideUses(id, talks, slides));
  }
  expect(findDatasetUses('users', talks)).not.toEqual([]);
  expect(findDatasetUses('users', outlines)).toEqual(findDatasetUses('users', talks));
});

test('compiles the talks that changed, and reports what is wrong in them', async () => {
  const { folder } = await makeKept(FILES);
  folder.write('slides/talks/other.md', '# Other\n\n![Nothing](gone.svg)\n');
  const project = open(folder.root);
  const [first, other] = await outlineTalks(project, ['first', 'other', 'none']);
  expect(first?.problems).toEqual([]);
  expect(other?.value.slides).toHaveLength(1);
  expect(other?.problems.map(({ code }) => code)).toContain('missing-picture');
  expect([...project.knownProblems().keys()]).toEqual(['other']);
  expect((await project.problems()).map(({ code }) => code)).toContain('missing-picture');
});

test('ignores an outline that cannot be read', async () => {
  const { folder, talks } = await makeKept(FILES);
  for (const file of listKept(folder.root)) writeFileSync(file, '{"state":""');
  const outlined = await outlineTalks(open(folder.root));
  expect(outlined.map(({ value }) => value)).toEqual(talks);
});
