import type { ChartPlace } from '../../../talk/blocks/chart/chart-place.ts';
import { pickColumns, type NameRow } from '../axis/round-columns.ts';
import { breakText, fitText, fitTexts, TEXT, textWidth, widestWord } from '../chart-text.ts';
import { thinLabels } from '../labels.ts';
import { keepInside, widest } from '../plot.ts';
import type { Mark, TextMark } from '../scene.ts';

/** How the names below columns are written, and the room that they need. */
export interface PlaceNames {
  /** The lines of each name. */
  texts: string[][];
  size: number;
  /** Whether names run upwards. */
  isTurned: boolean;
  /** Height in slide pixels. */
  room: number;
}

/** The room for names: the distance between two columns, and the height of the drawing. */
export interface NameRoom {
  slot: number;
  height: number;
}

const ROOM = 40;
const LINE = 22;
const FIRST_LINE = 30;
const FEW = 3;
const GAP = { flat: 18, broken: 10, turned: 3 };
/** The largest part of a drawing's height that names may take. */
const MAX_SHARE = 0.4;
/** A column of this width holds enough letters to break a word. */
const WIDE_SLOT = 90;
/** The least length of names that are turned and cut, and the most of names that are thinned. */
const MIN_TURNED = 70;
const MOST_FLAT = 220;

/** Plans the names below columns: in one line, else in several, else turned; dates are never broken, only thinned. */
export function planNames(places: readonly ChartPlace[], room: NameRoom): PlaceNames {
  const size = places.length <= FEW ? TEXT.label : TEXT.small;
  const long = places.map(({ label }) => label);
  const short = places.map(({ short: text }) => text);
  const fits = (texts: readonly string[]): boolean => widest(texts, size) + GAP.flat < room.slot;
  const isTime = places.every(({ day }) => day !== null);
  if (fits(long) || (places.length === 1 && isTime)) return writeFlat(long, size);
  if (isTime || fits(short)) return writeFlat(short, size);
  return breakNames(long, room) ?? turnNames(long, room);
}

/** Draws the names below a plot; where not all fit, every n-th is written. */
export function layNames(
  { texts, size, isTurned }: PlaceNames,
  places: readonly ChartPlace[],
  { centers, bounds, top }: { centers: number[]; bounds: readonly [number, number]; top: number },
): Mark[] {
  const widths = texts.map((lines) => (isTurned ? size : widest(lines, size)));
  const inside = centers.map((center, index) => keepInside(center, widths[index] ?? 0, bounds));
  const isBroken = texts.some(({ length }) => length > 1);
  const gap = isTurned ? GAP.turned : isBroken ? 0 : GAP.flat;
  const named = texts.flatMap((lines, index) => (lines.some((text) => text !== '') ? [index] : []));
  const row = {
    centers: named.map((at) => inside[at] ?? 0),
    widths: named.map((at) => widths[at] ?? 0),
    gap,
  };
  const own = named.flatMap((at) => places[at] ?? []);
  const picked = pickKept(own, row);
  const kept = new Set(named.filter((_, order) => picked[order]));
  return texts.flatMap((lines, index): Mark[] => {
    if (!kept.has(index)) return [];
    const x = inside[index] ?? 0;
    return lines.flatMap((text, line): Mark[] => {
      const key = `place ${places[index]?.key}${line > 0 ? ` ${line}` : ''}`;
      const at = isTurned
        ? { x: x + size / 3, y: top + 12 }
        : { x, y: top + FIRST_LINE + line * LINE };
      const turned = isTurned
        ? ({ turn: -90, anchor: 'end' } as const)
        : { anchor: 'middle' as const };
      const mark: TextMark = { kind: 'text', key, look: 'soft', text, size, ...at, ...turned };
      return text === '' ? [] : [mark];
    });
  });
}

/** Picks the names to write so that none overlap: of dates, those that begin a year, a quarter or a month. */
function pickKept(places: readonly ChartPlace[], row: NameRow): boolean[] {
  const thinned = thinLabels(row.centers, row.widths, row.gap);
  const isTime = places.every(({ day }) => day !== null);
  return (isTime && thinned.includes(false) ? pickColumns(places, row) : null) ?? thinned;
}

function writeFlat(texts: readonly string[], size: number): PlaceNames {
  return { texts: texts.map((text) => [text]), size, isTurned: false, room: ROOM };
}

/** Breaks names into lines; null where columns are too narrow for words, or one would be cut and can be turned. */
function breakNames(names: readonly string[], { slot, height }: NameRoom): PlaceNames | null {
  const size = TEXT.small;
  const width = slot - GAP.broken;
  const words = Math.max(...names.map((name) => widestWord(name, size)));
  if (words > width && slot < WIDE_SLOT) return null;
  const most = Math.max(1, Math.floor((height * MAX_SHARE - ROOM) / LINE) + 1);
  const broken = names.map((name) => breakText(name, size, width));
  const isCut = broken.some(({ length }) => length > most);
  if (isCut && widest(names, size) <= height * MAX_SHARE - FIRST_LINE) return null;
  const texts = broken.map((lines) => cutLines(lines, most, (text) => fitText(text, size, width)));
  const count = Math.max(1, ...texts.map(({ length }) => length));
  return { texts, size, isTurned: false, room: ROOM + (count - 1) * LINE };
}

function cutLines(lines: string[], most: number, fit: (text: string) => string): string[] {
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), fit(`${lines.slice(most - 1).join(' ')}`)];
}

function turnNames(names: readonly string[], { slot, height }: NameRoom): PlaceNames {
  const size = TEXT.small;
  const most = height * MAX_SHARE - FIRST_LINE;
  // A letter or two would tell nothing: fewer names are written, from left to right.
  if (most < MIN_TURNED && widest(names, size) > most) {
    return writeFlat(fitTexts(names, size, Math.min(MOST_FLAT, slot * names.length * 0.6)), size);
  }
  const texts = fitTexts(names, size, most);
  const longest = Math.max(...texts.map((text) => textWidth(text, size)));
  return { texts: texts.map((text) => [text]), size, isTurned: true, room: longest + FIRST_LINE };
}
