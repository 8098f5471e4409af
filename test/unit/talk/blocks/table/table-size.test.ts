import { expect, test } from 'vitest';
import { fitTable, headSize } from '../../../../../src/talk/blocks/table/table-size.ts';
import type { TableView } from '../../../../../src/talk/blocks/table/table-view.ts';

const cell = (text: string) => ({ items: [text], isCode: false, verdict: null });

/** A table of a text in each cell. */
function tableOf(rows: number, columns: number, text = 'a word'): TableView {
  const heads = Array.from({ length: columns }, () => ({ label: 'Head' }));
  const list = Array.from({ length: rows }, () => ({ cells: heads.map(() => cell(text)) }));
  return {
    caption: null,
    heads,
    groups: [{ label: null, rows: list }],
    uses: [],
  } as unknown as TableView;
}
const ROOM = { width: 1104, height: 440 };

test('a small table has the largest text, a longer one smaller text', () => {
  const sizes = [3, 10, 14].map((rows) => fitTable(tableOf(rows, 3), ROOM)?.size ?? 0);
  expect(sizes[0]).toBe(26);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
});

test('columns share the whole width', () => {
  const fit = fitTable(tableOf(3, 4), ROOM);
  expect(fit?.columns.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 0);
});

test('a table that is too high or too wide does not fit', () => {
  expect(fitTable(tableOf(60, 2), ROOM)).toBeNull();
  expect(fitTable(tableOf(2, 4, 'x'.repeat(80)), ROOM)).toBeNull();
  expect(fitTable(tableOf(16, 2), ROOM)).toBeNull();
  expect(fitTable(tableOf(16, 2), ROOM, true)?.padding).toBeGreaterThanOrEqual(1);
});

test('heads are smaller than text, but can be read', () => {
  expect(headSize(26)).toBe(20);
  expect(headSize(18)).toBe(18);
});
