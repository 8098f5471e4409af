import { expect, test } from 'vitest';
import {
  listExcerpts,
  maxLines,
  planExcerpts,
  planViews,
} from '../../../../src/talk/code/camera-views.ts';

const ROOM = { width: 1000, height: 500 };
const FILE = Array.from({ length: 300 }, (_, index) => `line ${index + 1}`);
const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

test('marked lines are shown at 28 pixels where they have room, with lines around', () => {
  const [view] = planViews(FILE, [range(99, 102)], ROOM);
  expect(view).toEqual({ first: 94, last: 107, size: 28 });
});

test('more lines are smaller, down to 18 pixels', () => {
  const sizes = [14, 17, 22].map((count) => planViews(FILE, [range(0, count - 1)], ROOM)[0]?.size);
  expect(sizes).toEqual([28, 22, 18]);
  expect(planViews(FILE, [range(0, 22)], ROOM)).toEqual([null]);
  expect(maxLines(ROOM)).toBe(22);
});

test('the view of a file ends where the file does', () => {
  const [start, end] = planViews(FILE, [[0], [299]], ROOM);
  expect(start).toMatchObject({ first: 0, last: 13 });
  expect(end).toMatchObject({ first: 286, last: 299 });
});

test('with nothing marked the view stays; lines far from each other have no view', () => {
  const views = planViews(FILE, [[], [100], []], ROOM);
  expect(views[0]).toMatchObject({ first: 0 });
  expect(views[2]).toEqual(views[1]);
  expect(planViews(FILE, [[0, 299], 'all'], ROOM)).toEqual([null, null]);
});

test('lines that are wrapped take their rows', () => {
  const long = FILE.map(() => 'word '.repeat(40).trim());
  const [view] = planViews(long, [range(10, 12)], ROOM);
  expect(view?.size).toBe(28);
  expect((view?.last ?? 0) - (view?.first ?? 0)).toBeLessThan(4);
  expect(planViews(['x'.repeat(5000)], [[0]], ROOM)).toEqual([null]);
});

test('letters are smaller before lines wrap, of all the code if they can', () => {
  const one = (letters: number, rest = 'short') =>
    FILE.map((text, index) => (index === 100 ? 'x'.repeat(letters) : index > 200 ? rest : text));
  const sizeOf = (lines: string[]) => planViews(lines, [range(99, 102)], ROOM)[0]?.size;
  expect(sizeOf(one(49))).toBe(28);
  expect([sizeOf(one(52)), sizeOf(one(60))]).toEqual([26, 22]);
  expect(sizeOf(one(20, 'x'.repeat(60)))).toBe(22);
  expect([sizeOf(one(20, 'x'.repeat(90))), sizeOf(one(65, 'x'.repeat(90)))]).toEqual([28, 21]);
  expect(sizeOf(one(90))).toBe(28);
});

test('a letter takes whole pixels, as in browsers that have no parts of them', () => {
  const width = 56 + 3.4 * 28 + 52 * 16.8;
  const lines = ['x'.repeat(52), ...Array.from({ length: 30 }, () => 'x'.repeat(90))];
  expect(planViews(lines, [[0]], { width, height: 500 })[0]?.size).toBe(26);
});

test('excerpts are the runs of lines that any step marks', () => {
  expect(listExcerpts([[1, 2], [3], [9], []], 10)).toEqual([
    [1, 3],
    [9, 9],
  ]);
  expect(listExcerpts(['all'], 3)).toEqual([[0, 2]]);
});

test('excerpts stand on one page, in two columns where they are many', () => {
  const plan = (lines: number) => planExcerpts(FILE, [[0, lines - 1]], ROOM);
  expect(plan(10)).toEqual({ size: 23, columns: 1, fits: true });
  expect(plan(40)).toMatchObject({ columns: 2, fits: true });
  expect(plan(300)).toMatchObject({ fits: false });
});
