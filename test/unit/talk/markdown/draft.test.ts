import { expect, test } from 'vitest';
import { finishSlide, firstKey, startSlide } from '../../../../src/talk/markdown/draft.ts';
import type { CutToken, Token } from '../../../../src/talk/model/token.ts';
import { lexPlaced, printSpan } from './parse.ts';

/** Begins the slide below the first cut of a text, else the one at its start. */
function start(text: string) {
  const tokens = lexPlaced(text);
  const cut = tokens.find((token): token is CutToken => token.type === 'cut') ?? null;
  const below: Token[] = cut ? tokens.slice(tokens.indexOf(cut) + 1) : tokens;
  return startSlide(cut, below, []);
}

test('begins at the first words, without blank lines', () => {
  const slide = start('\n\nwords');
  expect(slide.tokens.map(({ type }) => type)).toEqual(['paragraph']);
  expect([printSpan(slide.span), slide.raw, slide.isEmpty]).toEqual(['3:1+5', 'words', false]);
});

test('begins at the front matter, which belongs to its text', () => {
  const slide = start('---\nid: a\n---\n\nwords\n\n');
  expect([printSpan(slide.span), slide.raw]).toEqual(['2:1+5', '---\nid: a\n---\n\nwords']);
});

test('is empty with neither text nor front matter, and then is at its cut', () => {
  expect([start('---\n\n').isEmpty, printSpan(start('a\n\n---\n').span)]).toEqual([true, '3:1+3']);
  expect(start('---\nid: a\n---\n').isEmpty).toBe(false);
  expect(printSpan(startSlide(null, [], []).span)).toBe('1:1+1');
});

test('finishes with its notes joined, and the place of the first', () => {
  const draft = start('words');
  const span = { file: 'a.md', line: 4, column: 2, length: 3 };
  draft.notes.push(
    { text: 'one', part: { text: 'one', indent: 0, span } },
    { text: 'two', part: { text: 'two <!-- x -->', indent: 0, span: { ...span, line: 9 } } },
  );
  const { slide } = finishSlide(draft);
  expect([slide.notes, printSpan(slide.notesSpan ?? undefined)]).toEqual(['one\n\ntwo', '4:2+3']);
  expect(slide.notesParts.map(({ text }) => text)).toEqual(['one', 'two <!-- x -->']);
  expect(finishSlide(start('a')).slide.notesSpan).toBeNull();
});

test('places the first key on the line below the cut', () => {
  const cut = { file: 'a.md', line: 3, column: 1, length: 3 };
  expect(printSpan(firstKey('title: x\nid: y\n', cut))).toBe('4:1+8');
});
