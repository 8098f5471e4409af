import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  findMisplaced,
  listLostTalks,
  noTalks,
  unknownTalk,
} from '../../../../src/node/project/lost-talks.ts';

const TALK = '---\ntitle: T\n---\n\n# A\n';

/** Runs a task in a folder with files. */
function inFolder<Result>(files: Record<string, string>, run: (root: string) => Result): Result {
  const root = mkdtempSync(path.join(tmpdir(), 'rostrum-lost-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    return run(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test.each([
  't.md',
  'slides/t.md',
  'talks/t.md',
  'slides/talks/t.markdown',
  'slides/talks/2025/t.md',
])('a talk in %s is found, and where it belongs', (file) => {
  const found = inFolder({ [file]: TALK }, listLostTalks);
  expect(found).toEqual([{ file, target: 'slides/talks/t.md' }]);
  const { hint } = inFolder({ [file]: TALK }, noTalks);
  expect(hint).toContain(`move ${file} to slides/talks/t.md`);
});

test('talks where they belong, and files that are none, are left alone', () => {
  const files = { 'slides/talks/t.md': TALK, 'README.md': '# Talks\n', 'slides/part.md': '# A\n' };
  expect(inFolder(files, listLostTalks)).toEqual([]);
  expect(inFolder({}, noTalks).hint).toContain('rostrum init');
});

test('a file that a talk shows is not misplaced', () => {
  const files = { 'slides/a.md': TALK, 'slides/b.md': TALK };
  const found = inFolder(files, (root) => findMisplaced(root, (file) => file === 'slides/a.md'));
  expect(found.map(({ span }) => span?.file)).toEqual(['slides/b.md']);
});

test('a talk is meant by a path, an ending, or the file that is to be written', () => {
  expect(unknownTalk('slides/talks/my-tlak.md', ['my-talk']).hint).toContain('"my-talk"');
  expect(unknownTalk('my-talk.pdf', ['my-talk']).hint).toContain('export my-talk -o my-talk.pdf');
  expect(unknownTalk('other', ['my-talk']).hint).toBe('The talks are my-talk.');
});

test('a word that means the project or help is no misspelt talk', () => {
  const hintOf = (name: string) =>
    inFolder({ 'data/a.csv': '' }, (root) => unknownTalk(name, ['my-talk'], { root }).hint);
  for (const name of ['.', './', 'data/..'])
    expect(hintOf(name)).toContain('"npx rostrum check" without a name checks all talks');
  expect(hintOf('data')).toContain('"data" is a folder.');
  expect(hintOf('help')).toContain('--help');
});
