import { expect, test } from 'vitest';
import { findConflicts, takeFirstSide } from '../../../../src/talk/source/merge-conflict.ts';

const TEXT = 'a\n<<<<<<< HEAD\nb\n||||||| base\nc\n=======\nd\ne\n>>>>>>> mine\nf\n';

test('finds both sides of a conflict, without what both were', () => {
  expect(findConflicts(TEXT)).toEqual([
    {
      first: 2,
      last: 9,
      sides: {
        ours: { name: 'HEAD', first: 3, last: 3 },
        theirs: { name: 'mine', first: 7, last: 8 },
      },
    },
  ]);
  expect(takeFirstSide(TEXT, findConflicts(TEXT))).toBe('a\n\nb\n\n\n\n\n\n\nf\n');
});

test('finds markers that are left alone, and nothing in lines that only look like them', () => {
  expect(findConflicts('a\r\n>>>>>>> mine\r\n')).toEqual([{ first: 2, last: 2, sides: null }]);
  expect(findConflicts('<<<<<<< HEAD\na\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> d')).toMatchObject([
    { first: 1, last: 1, sides: null },
    { first: 3, last: 7 },
  ]);
  const near = 'Title\n=======\n\n>>>>>> six\n\n>>>>>>>> eight\n\n <<<<<<< HEAD\n<<<<<<<HEAD';
  expect(findConflicts(near)).toEqual([]);
});
