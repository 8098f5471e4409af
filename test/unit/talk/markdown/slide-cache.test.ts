import { expect, test } from 'vitest';
import { parseSlideFile } from '../../../../src/talk/markdown/markdown.ts';
import { createSlideFileCache, movePiece } from '../../../../src/talk/markdown/slide-cache.ts';
import { printSpan } from './parse.ts';

/** Parses a file and gives its first cached piece. */
function pieceOf(text: string) {
  const cache = createSlideFileCache();
  parseSlideFile({ path: 'a.md', text }, { kind: 'library', blockNames: [], cache });
  const [piece] = cache.pieces;
  if (!piece) throw new Error('There is no piece.');
  return piece;
}

test('a piece in its place stays the same object', () => {
  const piece = pieceOf('# A\n');
  expect(movePiece(piece, 1)).toBe(piece);
});

test('moves the slide, its keys, tokens, notes and links', () => {
  const text = '---\nid: a\n---\n\n# A\n\n[b](#/b)\n\n<!-- say -->\n';
  const [moved] = movePiece(pieceOf(text), 11)?.slides ?? [];
  const { span, keySpans, tokens, notesSpan, notesParts, anchors } = moved?.slide ?? {};
  const places = [span, keySpans?.id, tokens?.[0]?.span, notesSpan, notesParts?.[0]?.span];
  expect(places.map((place) => printSpan(place ?? undefined))).toEqual([
    '12:1+5',
    '12:5+1',
    '15:1+3',
    '19:6+3',
    '19:6+3',
  ]);
  expect(printSpan(anchors?.links[0]?.span)).toBe('17:1+8');
  expect(printSpan(moved?.cut?.span)).toBe('11:1+3');
});

test('a slide keeps its origin, and its tokens are copied once', () => {
  const piece = pieceOf('# A\n');
  const slide = movePiece(piece, 5)?.slides[0]?.slide;
  expect(slide?.origin).toBe(piece.slides[0]?.slide.origin);
  expect(slide?.tokens).toBe(slide?.tokens);
  expect(piece.slides[0]?.slide.tokens[0]?.span.line).toBe(1);
});

test('moves from where it was parsed, however often it moved', () => {
  const piece = pieceOf('# A\n');
  const far = movePiece(piece, 9);
  const back = far && movePiece(far, 1);
  expect(back?.slides[0]?.slide.tokens).toBe(piece.slides[0]?.slide.tokens);
});

test('a piece with problems is parsed again, because messages name lines', () => {
  expect(movePiece(pieceOf('```\nopen'), 5)).toBeNull();
});
