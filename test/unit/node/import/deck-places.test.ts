import path from 'node:path';
import { expect, test } from 'vitest';
import { createFinder } from '../../../../src/node/import/deck-places.ts';
import { makeProject } from '../../../support/project.ts';

const FILES = {
  'package.json': '{}',
  'img/quay.png': 'a',
  'talks/pier.png': 'b',
  'talks/north/deck.md': '# A',
  'talks/north/boat.png': 'c',
  'public/mast.png': 'e',
};

test('files are beside the deck, or below a folder of its project from which a program may be started', () => {
  const { root } = makeProject({ 'outside.png': 'd', ...prefix('project', FILES) });
  const project = path.join(root, 'project');
  const { findNear, findFile } = createFinder(project, path.join(project, 'talks/north'));
  const find = (address: string) => findFile(address, 'talks/north/deck.md');
  expect(find('boat.png')).toBe(path.join(project, 'talks/north/boat.png'));
  expect(find('pier.png')).toBe(path.join(project, 'talks/pier.png'));
  expect(find('/img/quay.png')).toBe(path.join(project, 'img/quay.png'));
  expect(find('/mast.png')).toBe(path.join(project, 'public/mast.png'));
  expect(find('outside.png')).toBeUndefined();
  expect(findNear('pier.png', 'talks/north/deck.md')).toBeUndefined();
});

test('folders above a deck that is in no project are left alone', () => {
  const { root } = makeProject({ 'a/b/deck.md': '# A', 'pier.png': 'b' });
  const { findFile } = createFinder(root, path.join(root, 'a/b'));
  expect(findFile('pier.png', 'a/b/deck.md')).toBeUndefined();
});

function prefix(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]),
  );
}
