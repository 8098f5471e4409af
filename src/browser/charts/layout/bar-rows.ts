import type { ChartPlace } from '../../../talk/blocks/chart/chart-place.ts';
import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { layText, widest } from '../plot.ts';
import type { Extent, Mark } from '../scene.ts';
import { fitText, TEXT } from '../chart-text.ts';

/** Rows of names in a chart: the visible rows, their height, and the start of their marks. */
export interface Rows {
  count: number;
  height: number;
  size: number;
  left: number;
  top: number;
  marks: Mark[];
}

const MIN_HEIGHT = 27;
const MAX_HEIGHT = 84;
const MAX_NAME_SHARE = 0.42;
/** On a phone, names are more important than long bars. */
const NARROW = { width: 480, mostName: 0.56 };
const NAME_GAP = 18;

/** Lays out the names of rows; a last line counts the rows that do not fit. */
export function layRows(view: ChartView, extent: Extent, top: number): Rows {
  const room = extent.height - top;
  const isCut = view.places.length * MIN_HEIGHT > room;
  const count = isCut ? Math.max(1, Math.floor(room / MIN_HEIGHT) - 1) : view.places.length;
  const height = Math.min(MAX_HEIGHT, room / (isCut ? count + 1 : count));
  const shown = view.places.slice(0, count);
  const names = shown.map(({ label }) => label);
  const isNarrow = extent.width < NARROW.width;
  const most = extent.width * (isNarrow ? NARROW.mostName : MAX_NAME_SHARE);
  const isTight = isNarrow && widest(names, pickSize(height)) > most;
  const size = isTight ? TEXT.small : pickSize(height);
  const width = Math.min(widest(names, size), most);
  const rows: Rows = { count, height, size, left: width + NAME_GAP, top, marks: [] };
  shown.forEach((place, index) => rows.marks.push(layName(place, rows, index)));
  if (isCut) {
    const rest = `and ${view.places.length - count} more`;
    const y = middleOf(rows, count) + TEXT.small / 3;
    rows.marks.push(layText('rest', 'faint', rest, [0, y], TEXT.small));
  }
  return rows;
}

/** Returns the middle of a row. */
export function middleOf({ top, height }: Pick<Rows, 'top' | 'height'>, index: number): number {
  return top + height * (index + 0.5);
}

function pickSize(height: number): number {
  if (height > 56) return TEXT.value;
  return height > 36 ? TEXT.label : TEXT.small;
}

function layName({ key, label }: ChartPlace, rows: Rows, index: number): Mark {
  const text = fitText(label, rows.size, rows.left - NAME_GAP + 1);
  return layText(`row ${key}`, 'ink', text, [0, middleOf(rows, index) + rows.size / 3], rows.size);
}
