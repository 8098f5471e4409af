import type { ChartPlace } from '../../../talk/blocks/chart/chart-place.ts';
import { MIN_ROW } from '../../../talk/blocks/chart/chart-room.ts';
import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { layText, widest } from '../plot.ts';
import type { Extent, Mark } from '../scene.ts';
import { fitTexts, TEXT } from '../chart-text.ts';

/** Rows of names in a chart: the visible rows, their height, and the start of their marks. */
export interface Rows {
  count: number;
  height: number;
  size: number;
  left: number;
  top: number;
  marks: Mark[];
}

/** What the rows are laid out in. */
export interface RowRoom {
  top: number;
  /** Returns the room that marks and values need beside a name, at a text size. */
  measure(size: number): number;
}

const MAX_HEIGHT = 84;
const MAX_NAME_SHARE = 0.42;
/** On a phone, names are more important than long bars. */
const NARROW = { width: 480, mostName: 0.56 };
const NAME_GAP = 18;
const MIN_NAME = 60;

/** Lays out the names of rows; a last line counts the rows that do not fit. */
export function layRows(view: ChartView, extent: Extent, { top, measure }: RowRoom): Rows {
  const room = Math.max(MIN_ROW, extent.height - top);
  const most = Math.max(1, Math.floor(room / MIN_ROW));
  const isCut = view.places.length > most;
  const count = isCut ? Math.max(1, most - 1) : view.places.length;
  const height = Math.min(MAX_HEIGHT, room / (isCut ? count + 1 : count));
  const shown = view.places.slice(0, count);
  const names = shown.map(({ label }) => label);
  const share = extent.width < NARROW.width ? NARROW.mostName : MAX_NAME_SHARE;
  const longestAt = (size: number): number =>
    Math.min(extent.width * share, extent.width - NAME_GAP - measure(size));
  const wanted = pickSize(height);
  // A long name is cut in a wide chart and first made smaller in a narrow one.
  const longest = longestAt(wanted);
  const isTight = widest(names, wanted) > longest;
  const isShort = extent.width < NARROW.width || longest < extent.width * share;
  const size = isTight && isShort ? TEXT.small : wanted;
  const width = Math.min(widest(names, size), Math.max(MIN_NAME, longestAt(size)));
  const rows: Rows = { count, height, size, left: width + NAME_GAP, top, marks: [] };
  const texts = fitTexts(names, size, width + 1);
  rows.marks = shown.map((place, index) => layName(place, texts[index] ?? '', rows, index));
  if (!isCut) return rows;
  const rest = `and ${view.places.length - count} more`;
  const y = middleOf(rows, count) + TEXT.small / 3;
  return { ...rows, marks: [...rows.marks, layText('rest', 'faint', rest, [0, y], TEXT.small)] };
}

/** Returns the middle of a row. */
export function middleOf({ top, height }: Pick<Rows, 'top' | 'height'>, index: number): number {
  return top + height * (index + 0.5);
}

function pickSize(height: number): number {
  if (height > 56) return TEXT.value;
  return height > 36 ? TEXT.label : TEXT.small;
}

function layName({ key }: ChartPlace, text: string, rows: Rows, index: number): Mark {
  const at: [number, number] = [0, middleOf(rows, index) + rows.size / 3];
  return layText(`row ${key}`, 'ink', text, at, rows.size);
}
