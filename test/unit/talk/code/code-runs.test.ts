import { expect, test } from 'vitest';
import { findRuns, writeRuns } from '../../../../src/talk/code/code-runs.ts';

/** Lists what two versions have in common, and checks that both sides say the same. */
function common(before: string, after: string): string[] {
  return findRuns(before, after).map(({ before: old, after: now, length }) => {
    const text = after.slice(now, now + length);
    expect(before.slice(old, old + length)).toBe(text);
    return text;
  });
}

test('lines that stay are one piece each, in any place', () => {
  expect(common('a();\nb();\n\nc();', 'a();\nx();\nb();\n\nc();')).toEqual([
    'a();',
    'b();',
    'c();',
  ]);
});

test('a line that goes to another place or depth moves as a whole, without its indentation', () => {
  expect(common('first();\n\tsecond();\nthird();', 'third();\nfirst();\n    second();')).toEqual([
    'third();',
    'first();',
    'second();',
  ]);
});

test('tokens stay in lines that change', () => {
  expect(common('let foo = kzalloc(size);', 'let foo = KBox::new(size);')).toEqual([
    'let foo = ',
    '(size);',
  ]);
});

test('a line that is cut into several keeps its tokens', () => {
  expect(common('a.first().second()', 'a\n  .first()\n  .second()')).toEqual([
    'a',
    '.first()',
    '.second()',
  ]);
});

test('what lines have in common by chance does not move', () => {
  expect(common('return -ENOMEM;', 'pr_warn("x");')).toEqual([]);
  expect(common('if (a) { long_name_of_one(); }', 'for (a in b) { another_name(); }')).toEqual([]);
});

test('lines that stand several times are not mistaken for each other', () => {
  expect(common('}\nx\n}', 'x\n}\n}')).toEqual(['x', '}']);
});

test('empty versions have nothing in common', () => {
  expect(findRuns('', 'a')).toEqual([]);
  expect(findRuns('a\nb', '')).toEqual([]);
  expect(findRuns('', '')).toEqual([]);
});

test('letters of all alphabets are words, and offsets are those of strings', () => {
  expect(common('größe = "日本";', 'größe = "日本" + "🦀";')).toEqual(['größe = "日本"', ';']);
});

test('sixty lines against sixty others are compared at once', () => {
  const lines = (word: string): string =>
    Array.from({ length: 60 }, (_, index) => `${word}(${index}, a, b, c) + ${index * 7};`).join(
      '\n',
    );
  expect(findRuns(lines('one'), lines('two'))).toHaveLength(60);
});

test('runs are written as numbers', () => {
  expect(
    writeRuns([
      { before: 0, after: 3, length: 4 },
      { before: 9, after: 8, length: 1 },
    ]),
  ).toBe('0,3,4 9,8,1');
});
