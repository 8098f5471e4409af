import { expect, test } from 'vitest';
import { reportStaleFiles } from '../../../../src/node/export/stale-files.ts';
import { makeProject } from '../../../support/project.ts';

const tell = (files: string[], written: string[]) =>
  reportStaleFiles(makeProject(Object.fromEntries(files.map((file) => [file, '']))).root, written);

test('reports pictures of slides that a talk no longer has, and no other files', () => {
  expect(tell(['01-title.png', 'logo.png', 'notes.txt'], ['01-title.png'])).toBeNull();
  expect(tell(['01-title.png', '02-old.png'], ['01-title.png'])).toBe(
    '02-old.png lies there too; it is not of this export.',
  );
});

test('of many pictures the first are named', () => {
  const old = ['x62-trees.png', '09-old.2.png', '60-end.png', '07-users.png'];
  expect(tell([...old, '01-title.png'], ['01-title.png'])).toBe(
    '4 other pictures lie there too and are not of this export: 07-users.png, 09-old.2.png, 60-end.png and 1 more.',
  );
});
