import { expect, test } from 'vitest';
import {
  MAX_ALL_NUMBERS,
  MAX_NUMBERS,
  MAX_STROKES,
  type InkDraft,
} from '../../../../src/browser/ink/ink-messages.ts';
import {
  applyInk,
  findZoom,
  NO_INK,
  undoStroke,
  writeInk,
  type Ink,
} from '../../../../src/browser/ink/ink-state.ts';

const stroke = (id: string, points: number[], { at = 0, slide = 'one' } = {}): InkDraft => ({
  type: 'stroke',
  id,
  slide,
  colour: 1,
  at,
  points,
});
const play = (...drafts: InkDraft[]): Ink => drafts.reduce(applyInk, NO_INK);

test('a stroke grows by its parts, and a part that comes twice changes nothing', () => {
  const drafts = [stroke('a', [1, 2]), stroke('a', [3, 4, 5, 6], { at: 2 })];
  const once = play(...drafts);
  expect(once.strokes).toEqual([{ id: 'a', slide: 'one', colour: 1, points: [1, 2, 3, 4, 5, 6] }]);
  expect(play(...drafts, drafts[1] ?? stroke('a', []))).toEqual(once);
});

test('the last stroke of a slide is undone, and all of a slide are erased, never those of others', () => {
  const ink = play(stroke('a', [1, 2]), stroke('b', [3, 4]), stroke('c', [5, 6], { slide: 'two' }));
  const undo = undoStroke(ink, 'one');
  expect(undo).toEqual({ type: 'erase', slide: 'one', id: 'b' });
  const ids = ({ strokes }: Ink): string[] => strokes.map(({ id }) => id);
  expect(ids(applyInk(ink, undo ?? { type: 'leave' }))).toEqual(['a', 'c']);
  expect(ids(applyInk(ink, { type: 'erase', slide: 'one', id: null }))).toEqual(['c']);
  expect(ids(applyInk(ink, { type: 'erase', slide: 'two', id: 'a' }))).toEqual(['a', 'b', 'c']);
  expect(undoStroke(ink, 'three')).toBeNull();
});

test('the pointer leaves, and a zoom is that of one slide and ends at its usual size', () => {
  const spot = { slide: 'one', x: 5, y: 6 };
  const ink = play({ type: 'point', ...spot }, { type: 'zoom', scale: 2, ...spot });
  expect(ink.pointer).toEqual(spot);
  expect(findZoom(ink, 'one')).toEqual({ scale: 2, ...spot });
  expect(findZoom(ink, 'two')).toBeNull();
  expect(applyInk(ink, { type: 'leave' }).pointer).toBeNull();
  expect(applyInk(ink, { type: 'zoom', scale: 1, ...spot }).zoom).toBeNull();
});

test('a window that begins gets everything but the pointer', () => {
  const ink = play(stroke('a', [1, 2]), { type: 'point', slide: 'one', x: 1, y: 1 });
  expect(applyInk(NO_INK, writeInk(ink))).toEqual({ ...ink, pointer: null });
});

test('where there is too much, the oldest strokes go', () => {
  const strokes = (count: number, points: number[]) =>
    Array.from({ length: count }, (_, at) => ({ id: `s${at}`, slide: 'one', colour: 1, points }));
  const long = Array.from({ length: MAX_NUMBERS }, () => 1);
  const most = MAX_ALL_NUMBERS / MAX_NUMBERS;
  const full = applyInk({ ...NO_INK, strokes: strokes(most, long) }, stroke('new', [1, 1]));
  expect(full.strokes).toHaveLength(most);
  expect(full.strokes[0]?.id).toBe('s1');
  expect(full.strokes.at(-1)?.id).toBe('new');
  const dots = applyInk(
    { ...NO_INK, strokes: strokes(MAX_STROKES, [1, 1]) },
    stroke('new', [2, 2]),
  );
  expect(dots.strokes).toHaveLength(MAX_STROKES);
  expect(dots.strokes[0]?.id).toBe('s1');
  expect(applyInk(full, stroke('s5', [9, 9], { at: MAX_NUMBERS })).strokes[4]?.points).toHaveLength(
    MAX_NUMBERS,
  );
});
