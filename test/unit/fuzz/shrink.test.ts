import { expect, test } from 'vitest';
import { kindOf, shrink } from '../../fuzz/shrink.ts';

interface Input {
  texts: Record<string, string>;
  edit: object | null;
  answers: string[];
}

const INPUT: Input = {
  texts: { 'a.md': 'good', 'b.md': 'a long text that is bad\nfor every word in it' },
  edit: { file: 'a.md', text: 'better' },
  answers: ['1', 'wanted', '2'],
};

test('what is found is shortened while it is found', async () => {
  const judge = (input: unknown) => {
    const { texts, answers } = input as Input;
    const isBad = /bad.*word/s.test(texts['b.md'] ?? '') && answers.some((text) => /w/.test(text));
    return isBad ? 'it is "bad"' : null;
  };
  expect(await shrink(INPUT, judge)).toEqual({ texts: { 'b.md': 'badword' }, answers: ['w'] });
});

test('another fault is not taken for the one that is shortened', async () => {
  const judge = (input: unknown) => ((input as string).length > 3 ? 'is long' : 'is short');
  expect(await shrink('abcdef', judge)).toHaveLength(4);
});

test('the kind of a fault leaves out what differs from input to input', () => {
  expect(kindOf('it is "bad" on line 7')).toBe(kindOf('it is "worse" on line 12'));
  expect(kindOf('it is bad')).not.toBe(kindOf('it is good'));
});
