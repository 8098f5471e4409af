import { expect, test } from 'vitest';
import { memoize, memoizeArguments } from '../../../../src/talk/text/memoize.ts';

function count(memory: { texts: number; length: number }) {
  const asked: string[] = [];
  const read = memoize(memory, (text) => {
    asked.push(text);
    return { text };
  });
  return { asked, read };
}

test('a text is read once', () => {
  const { asked, read } = count({ texts: 2, length: 9 });
  expect(read('one')).toBe(read('one'));
  expect(read('two')).toEqual({ text: 'two' });
  expect(asked).toEqual(['one', 'two']);
});

test('no more texts are remembered than may be', () => {
  const { asked, read } = count({ texts: 2, length: 9 });
  for (const text of ['one', 'two', 'three', 'three', 'one']) read(text);
  expect(asked).toEqual(['one', 'two', 'three', 'one']);
});

test('a long text is not remembered', () => {
  const { asked, read } = count({ texts: 2, length: 3 });
  for (const text of ['four', 'four']) expect(read(text)).toEqual({ text: 'four' });
  expect(asked).toEqual(['four', 'four']);
});

test('a function of several values is called once for the same values', () => {
  let calls = 0;
  const join = memoizeArguments(
    { texts: 2, length: 30 },
    (names: string[], end: { by: string }) => {
      calls++;
      return names.join(end.by);
    },
  );
  expect(join(['a', 'b'], { by: '-' })).toBe('a-b');
  expect(join(['a', 'b'], { by: '-' })).toBe('a-b');
  expect(calls).toBe(1);
  expect(join(['a', 'b'], { by: '+' })).toBe('a+b');
  expect(calls).toBe(2);
});
