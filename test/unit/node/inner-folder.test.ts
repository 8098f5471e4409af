import path from 'node:path';
import { expect, test } from 'vitest';
import { requireProjectRoot } from '../../../src/node/root.ts';
import { noTalks } from '../../../src/node/project/lost-talks.ts';
import { makeProject } from '../../support/project.ts';

const TALK = '---\ntitle: T\n---\n\n# A\n';

test('a command within a folder of a project names the folder of the project', () => {
  const { root } = makeProject({
    'slides/talks/t.md': TALK,
    'data/a/x.json': '[]',
    'more/x.md': '',
  });
  const run = (folder: string) => () => requireProjectRoot(path.join(root, folder));
  expect(run('slides/talks')).toThrow(`a part of the project ${root}`);
  expect(run('data/a')).toThrow('a part of the project');
  expect(run('.')).not.toThrow();
  expect(run('more')).not.toThrow();
});

test('a folder above projects names them', () => {
  const { root } = makeProject({ 'one/slides/talks/t.md': TALK, 'two/slides/talks/t.md': TALK });
  expect(noTalks(root).hint).toBe('There are projects in one, two: "cd one" first.');
});
