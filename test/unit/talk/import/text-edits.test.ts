import { expect, test } from 'vitest';
import { DeckSlide } from '../../../../src/talk/import/deck.ts';
import { TextEdits } from '../../../../src/talk/import/text-edits.ts';
import { walkTokens } from '../../../../src/talk/import/walk.ts';

test('an edit changes its stretch and nothing else', () => {
  const edits = new TextEdits('one\ntwo\nthree\n', 1);
  edits.replace({ start: 4, end: 7 }, '2');
  edits.insert(0, 'zero\n');
  expect(edits.apply()).toBe('zero\none\n2\nthree\n');
});

test('what is removed takes its line along when nothing else is on it', () => {
  const edits = new TextEdits('one\n  two\nthree two\n', 1);
  edits.remove({ start: 6, end: 9 });
  edits.remove({ start: 16, end: 19 });
  expect(edits.apply()).toBe('one\nthree \n');
});

test('of two edits that overlap the larger wins', () => {
  const edits = new TextEdits('abcdef', 1);
  edits.replace({ start: 2, end: 3 }, 'X');
  edits.replace({ start: 1, end: 5 }, '-');
  expect(edits.apply()).toBe('a-f');
});

test('tokens within lists and quotations are found where they are written', () => {
  const text = '> - a\n>   ![b\n>   c](d.png) e\n\n1. x\n\n   `y`\n';
  const slide = new DeckSlide({ file: 'a.md', line: 10, text });
  const found: string[] = [];
  walkTokens(slide.tokens, (token) => {
    if (token.type !== 'image' && token.type !== 'codespan') return;
    const { start, end } = slide.stretch(token);
    found.push(text.slice(start, end));
  });
  expect(found).toEqual(['![b\n>   c](d.png)', '`y`']);
  expect(slide.spanOf({ start: 8, end: 12 })).toEqual({
    file: 'a.md',
    line: 11,
    column: 3,
    length: 4,
  });
});
