import type { ChartPlace } from '../../../talk/blocks/chart/chart-place.ts';
import { MIN_ROW } from '../../../talk/blocks/chart/chart-room.ts';
import { memoizeArguments } from '../../../talk/text/memoize.ts';
import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { layText, widest } from '../plot.ts';
import type { Extent, Mark } from '../scene.ts';
import { breakText, breakTexts, TEXT, widestWord } from '../chart-text.ts';

/** Rows of names in a chart: the visible rows, their height, and the start of their marks. */
export interface Rows {
  count: number;
  height: number;
  size: number;
  left: number;
  top: number;
  marks: Mark[];
  /** Whether they are so few that they are higher than others. */
  isFew: boolean;
}

/** What the rows are laid out in. */
export interface RowRoom {
  top: number;
  /** Returns the room that marks and values need beside a name, at a text size. */
  measure(size: number): number;
}

const MAX_HEIGHT = 84;
/** So few rows would leave most of a slide empty: they are higher, in larger letters, and in the middle of its room. */
const FEW = { rows: 3, height: 170, size: 36, width: 560 };
const MAX_NAME_SHARE = 0.42;
/** On a phone, names are more important than long bars. */
const NARROW = { width: 480, mostName: 0.56 };
const NAME_GAP = 18;
const MIN_NAME = 60;
/** Distance of lines in sizes of their text. */
const LEADING = 1.2;
/** Between names of several lines: where there is room, and at least. */
const FREE = 16;
const APART = 6;
const CACHE = { texts: 20, length: 10_000 };

/** Lays out the names of rows; a last line counts the rows that do not fit. */
export function layRows(view: ChartView, extent: Extent, { top, measure }: RowRoom): Rows {
  const room = Math.max(MIN_ROW, extent.height - top);
  const most = Math.max(1, Math.floor(room / MIN_ROW));
  const isCut = view.places.length > most;
  const count = isCut ? Math.max(1, most - 1) : view.places.length;
  const slot = room / (isCut ? count + 1 : count);
  const shown = view.places.slice(0, count);
  const isFew = view.places.length <= FEW.rows;
  const tallest = isFew ? FEW.height : MAX_HEIGHT;
  const wanted = pickSize(Math.min(tallest, slot), extent);
  const share = extent.width < NARROW.width ? NARROW.mostName : MAX_NAME_SHARE;
  const names = planNames(
    shown.map(({ label }) => label),
    listPlans(wanted, slot, (size) =>
      Math.max(MIN_NAME, Math.min(extent.width * share, extent.width - NAME_GAP - measure(size))),
    ),
  );
  const lines = Math.max(...names.lines.map(({ length }) => length));
  const height = Math.min(slot, Math.max(tallest, lines * names.size * LEADING + FREE));
  const left = widest(names.lines.flat(), names.size) + NAME_GAP;
  const start = isFew && !isCut ? top + (room - height * count) / 2 : top;
  const rows: Rows = { count, height, size: names.size, left, top: start, marks: [], isFew };
  rows.marks = shown.flatMap((place, index) =>
    layName(place, names.lines[index] ?? [], rows, index),
  );
  if (!isCut) return rows;
  const rest = `and ${view.places.length - count} more`;
  const y = middleOf(rows, count) + TEXT.small / 3;
  return { ...rows, marks: [...rows.marks, layText('rest', 'faint', rest, [0, y], TEXT.small)] };
}

/** Returns the middle of a row. */
export function middleOf({ top, height }: Pick<Rows, 'top' | 'height'>, index: number): number {
  return top + height * (index + 0.5);
}

interface Names {
  size: number;
  /** The lines of each name. */
  lines: string[][];
}

/** How a row may be written: its size, its most lines and their width. */
interface NamePlan {
  size: number;
  most: number;
  width: number;
}

/** Lists the sizes of names in rows of a height, the wanted one first. */
function listPlans(wanted: number, slot: number, longestAt: (size: number) => number): NamePlan[] {
  const sizes = [FEW.size, TEXT.value, TEXT.label, TEXT.small].filter((size) => size <= wanted);
  return sizes.map((size) => {
    const most = Math.max(1, Math.floor((slot - APART) / (size * LEADING)));
    return { size, most, width: longestAt(size) };
  });
}

/** Breaks names so that each has room in its row: first between words, then in smaller letters, then within words; else they are cut. */
const planNames = memoizeArguments(CACHE, pickPlan);

function pickPlan(names: readonly string[], plans: readonly NamePlan[]): Names {
  const broken = plans.map(({ size, width, most }) => {
    const lines = names.map((name) => breakText(name, size, width));
    return { size, lines, most, hasWords: names.every((name) => widestWord(name, size) <= width) };
  });
  const whole = broken.filter(({ lines, most }) => lines.every(({ length }) => length <= most));
  const found = whole.find(({ hasWords }) => hasWords) ?? whole[0];
  if (found) return found;
  const { size, most, width } = plans.at(-1) ?? { size: TEXT.small, most: 1, width: MIN_NAME };
  return { size, lines: breakTexts(names, most, { size, width }) };
}

function pickSize(height: number, { width }: Extent): number {
  if (height > MAX_HEIGHT && width >= FEW.width) return FEW.size;
  if (height > 56) return TEXT.value;
  return height > 36 ? TEXT.label : TEXT.small;
}

function layName({ key }: ChartPlace, lines: readonly string[], rows: Rows, index: number): Mark[] {
  const { size } = rows;
  const first = middleOf(rows, index) + size / 3 - ((lines.length - 1) / 2) * size * LEADING;
  return (lines.length > 0 ? lines : ['']).map((text, line) => {
    const name = line > 0 ? `line ${line} of row` : 'row';
    return layText(`${name} ${key}`, 'ink', text, [0, first + line * size * LEADING], size);
  });
}
