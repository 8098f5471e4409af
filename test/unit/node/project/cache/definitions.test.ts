import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ProjectOptions } from '../../../../../src/node/project/project-options.ts';
import { Project } from '../../../../../src/node/project/project.ts';
import { makeProject, SMALL_PROJECT } from '../../../../support/project.ts';

const KEPT = '.cache/rostrum/slides/definitions.json';

/** Lists the slides as a start of its own would. */
async function list(root: string, options: Partial<ProjectOptions> = {}): Promise<string[]> {
  const project = new Project({ root, engine: 'one', today: () => '2026-06-01', ...options });
  await project.datasets();
  const slides = project.slides();
  await setImmediate();
  return slides.map(({ id, place }) => `${id} ${place.file}:${place.line}:${place.column}`);
}

test('lists the same slides from what was kept, and those of changed files again', async () => {
  const { root, write, remove } = makeProject(SMALL_PROJECT);
  const first = await list(root);
  expect(first).toContain('opening slides/talks/first.md:7:1');
  expect(first).toHaveLength(3);
  const file = path.join(root, KEPT);
  expect(await list(root)).toEqual(first);
  writeFileSync(file, readFileSync(file, 'utf8').replace('opening', 'kept'));
  expect((await list(root))[1]).toBe('kept slides/talks/first.md:7:1');
  write('slides/talks/first.md', '# Other\n');
  expect((await list(root))[1]).toBe('other slides/talks/first.md:1:1');
  remove('slides/talks/first.md');
  expect(await list(root)).toHaveLength(1);
});

test('takes nothing that another engine kept, nor what cannot be read', async () => {
  const { root, write } = makeProject(SMALL_PROJECT);
  const first = await list(root);
  const file = path.join(root, KEPT);
  writeFileSync(file, readFileSync(file, 'utf8').replace('opening', 'kept'));
  expect(await list(root, { engine: 'two' })).toEqual(first);
  write(KEPT, '{"files":');
  expect(await list(root)).toEqual(first);
  expect(await list(root, { engine: null })).toEqual(first);
});

test('keeps nothing of files with problems', async () => {
  const { root } = makeProject({ 'slides/talks/bad.md': '---\ntitel: Bad\n---\n\n# Bad\n' });
  await list(root);
  expect(() => readFileSync(path.join(root, KEPT))).toThrow('ENOENT');
});
