import type { ChartPlace } from '../../../talk/blocks/chart/chart-place.ts';
import { areCounted } from '../axis/round-columns.ts';
import { memoizeArguments } from '../../../talk/text/memoize.ts';
import { breakText, breakTexts, fitTexts, TEXT, textWidth, widestWord } from '../chart-text.ts';
import { thinLabels } from '../labels.ts';
import { keepInside, widest } from '../plot.ts';

/** How the names below columns are written, and the room that they need. */
export interface PlaceNames {
  /** The lines of each name. */
  texts: string[][];
  size: number;
  /** Whether names run upwards. */
  isTurned: boolean;
  /** The least distance of two names. */
  gap: number;
  /** Height in slide pixels. */
  room: number;
}

/** The room for names. */
export interface NameRoom {
  /** The middles of the columns. */
  centers: readonly number[];
  /** Left and right edge of names. */
  bounds: readonly [number, number];
  /** Height of the drawing. */
  height: number;
  /** Lower edge of what is above the plot, which keeps its least height; absent where names have a part of the drawing. */
  top?: number;
}

const ROOM = 40;
/** Distance of two lines of a name. */
export const LINE = 22;
/** Distance of the first line from the plot. */
export const FIRST_LINE = 30;
const FEW = 3;
/** Names below a plot of this width are as large as those in a legend. */
const WIDE = 560;
/** As many dates can be broken into lines; of more, some are written. */
const MAX_BROKEN = 6;
const YEAR = / (?=\d{4}$)/;
const GAP = { flat: 18, broken: 10, turned: 3 };
/** The largest part of a drawing's height that names may take. */
const MAX_SHARE = 0.4;
/** The least height of values above names. */
const MIN_PLOT = 110;
/** A line of this width holds enough letters to break a word. */
const WIDE_LINE = 80;
/** A name of this width can be shortened; where there is less room, names are thinned. */
const MIN_NAME = 60;
/** The most width of the name of a single column. */
const MAX_ALONE = 420;
/** The least length of names that are turned and cut, and the most of names that are thinned. */
const MIN_TURNED = 70;
const MAX_FLAT = 220;
/** Small charts are many, and charts of hundreds of names are rarely live. */
export const CACHE = { texts: 100, length: 20_000 };

/** Plans the names below columns: in one line, else in several, else turned; many dates are only thinned. */
export const planNames = memoizeArguments(CACHE, pickPlan);

function pickPlan(places: readonly ChartPlace[], room: NameRoom): PlaceNames {
  const long = places.map(({ label }) => label);
  const short = places.map(({ short: text }) => text);
  const isTime = places.every(({ day }) => day !== null);
  const size = pickNameSize(places.length, room.bounds);
  const sizes = size === TEXT.small ? [size] : [size, TEXT.small];
  for (const one of sizes) {
    const texts = [long, short].find((all) => isClear(all, one, room));
    if (texts) return writeFlat(texts, one);
  }
  if (places.length === 1 && isTime) return writeFlat(long, TEXT.small);
  if (isTime) return breakDates(short, room) ?? writeFlat(short, TEXT.small);
  if (places.length > 1 && areCounted(places)) return writeFlat(long, TEXT.small);
  return breakNames(long, room) ?? turnNames(long, room);
}

/** Picks the largest size of names below a plot: small charts and many columns have small ones. */
export function pickNameSize(count: number, [low, high]: readonly [number, number]): number {
  return count <= FEW || high - low >= WIDE ? TEXT.label : TEXT.small;
}

/** Reports whether texts in one line are apart, and none is wider than the line. */
function isClear(texts: readonly string[], size: number, { centers, bounds }: NameRoom): boolean {
  if (texts.length * GAP.flat > bounds[1] - bounds[0]) return false;
  const widths = texts.map((text) => textWidth(text, size));
  const inside = centers.map((center, index) => keepInside(center, widths[index] ?? 0, bounds));
  const isInside = widths.every((width) => width <= bounds[1] - bounds[0]);
  return isInside && !thinLabels(inside, widths, GAP.flat).includes(false);
}

/** Returns the width that each name can have; the first and the last move inwards where they are wider than their side. */
function widthOfNames({ centers, bounds: [low, high] }: NameRoom, gap: number): number {
  const [first = low] = centers;
  const side = Math.min(first - low, high - (centers.at(-1) ?? high));
  if (centers.length < 2) return Math.min(high - low, Math.max(2 * side, MAX_ALONE));
  const slot = centers.reduce(
    (least, center, index) => Math.min(least, center - (centers[index - 1] ?? -Infinity)),
    Infinity,
  );
  const atSide = centers.length === 2 ? slot / 2 + side - gap / 2 : (slot + side - gap) / 1.5;
  return Math.min(slot - gap, atSide);
}

function writeFlat(texts: readonly string[], size: number): PlaceNames {
  return { texts: texts.map((text) => [text]), size, isTurned: false, gap: GAP.flat, room: ROOM };
}

/** Writes the years of a few dates in a line of their own; null where they have no room, or there is none to break. */
function breakDates(dates: readonly string[], room: NameRoom): PlaceNames | null {
  const size = TEXT.small;
  const height = ROOM + LINE;
  if (dates.length > MAX_BROKEN || height > heightOfNames(room)) return null;
  const texts = dates.map((date) => date.split(YEAR));
  const isBroken = texts.some(({ length }) => length > 1);
  if (!isBroken || widest(texts.flat(), size) > widthOfNames(room, GAP.broken)) return null;
  return { texts, size, isTurned: false, gap: 0, room: height };
}

/** Returns the most height of names: a part of the drawing, which leaves the plot its least height. */
function heightOfNames({ height, top }: NameRoom): number {
  const share = height * MAX_SHARE;
  return top === undefined ? share : Math.min(share, height - top - MIN_PLOT);
}

/** Breaks names into lines; null where columns are too narrow for words, or one would be cut and can be turned. */
function breakNames(names: readonly string[], room: NameRoom): PlaceNames | null {
  const size = TEXT.small;
  const [width, height] = [widthOfNames(room, GAP.broken), heightOfNames(room)];
  const words = Math.max(...names.map((name) => widestWord(name, size)));
  if (words > width && width < WIDE_LINE) return null;
  const most = Math.max(1, Math.floor((height - ROOM) / LINE) + 1);
  const whole = names.map((name) => breakText(name, size, width));
  const isCut = whole.some(({ length }) => length > most);
  if (isCut && widest(names, size) <= height - FIRST_LINE) return null;
  const texts = isCut ? breakTexts(names, most, { size, width }) : whole;
  const count = Math.max(1, ...texts.map(({ length }) => length));
  return { texts, size, isTurned: false, gap: 0, room: ROOM + (count - 1) * LINE };
}

function turnNames(names: readonly string[], place: NameRoom): PlaceNames {
  const size = TEXT.small;
  const most = heightOfNames(place) - FIRST_LINE;
  if (most < MIN_TURNED && widest(names, size) > most) {
    // A letter or two would tell nothing: fewer names are written, from left to right.
    const own = widthOfNames(place, GAP.flat);
    const [low, high] = place.bounds;
    const width = own < MIN_NAME ? Math.min(MAX_FLAT, (high - low) * 0.6) : own;
    return writeFlat(fitTexts(names, size, width), size);
  }
  const texts = fitTexts(names, size, most);
  const longest = Math.max(...texts.map((text) => textWidth(text, size)));
  const room = longest + FIRST_LINE;
  return { texts: texts.map((text) => [text]), size, isTurned: true, gap: GAP.turned, room };
}
