import type { ChartPlace } from '../../../talk/blocks/chart/chart-place.ts';
import { memoizeArguments } from '../../../talk/text/memoize.ts';
import {
  areCounted,
  pickColumns,
  pickNumbers,
  sayDaysOnce,
  type NameRow,
} from '../axis/round-columns.ts';
import { thinLabels } from '../labels.ts';
import { keepInside, widest } from '../plot.ts';
import type { Mark, TextMark } from '../scene.ts';
import { CACHE, FIRST_LINE, LINE, type PlaceNames } from './place-names.ts';

/** Letters of some scripts reach far below their line, which is beside a turned name. */
const TURNED_EDGE = 6;

/** Draws the names below a plot; where not all fit, every n-th is written. */
export const layNames = memoizeArguments(CACHE, layKept);

function layKept(
  { texts, size, isTurned, gap }: PlaceNames,
  places: readonly ChartPlace[],
  { centers, bounds, top }: { centers: number[]; bounds: readonly [number, number]; top: number },
): Mark[] {
  const widths = texts.map((lines) => (isTurned ? size : widest(lines, size)));
  const edges = isTurned ? ([bounds[0], bounds[1] - TURNED_EDGE] as const) : bounds;
  const inside = centers.map((center, index) => keepInside(center, widths[index] ?? 0, edges));
  const named = texts.flatMap((lines, index) => (lines.some((text) => text !== '') ? [index] : []));
  const row = {
    centers: named.map((at) => inside[at] ?? 0),
    widths: named.map((at) => widths[at] ?? 0),
    gap,
  };
  const own = named.flatMap((at) => places[at] ?? []);
  const picked = pickKept(own, row);
  const kept = named.filter((_, order) => picked[order]);
  const firsts = sayDaysOnce(
    kept.flatMap((at) => places[at] ?? []),
    kept.map((at) => texts[at]?.[0] ?? ''),
  );
  return kept.flatMap((index, order): Mark[] => {
    const lines = [firsts[order] ?? '', ...(texts[index] ?? []).slice(1)];
    const x = inside[index] ?? 0;
    return lines.flatMap((text, line): Mark[] => {
      const name = line > 0 ? `line ${line} of place` : 'place';
      const key = `${name} ${places[index]?.key}`;
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

/** Picks the names to write so that none overlap: of dates, those that begin a year, a quarter or a month; of numbers, round ones. */
export function pickKept(places: readonly ChartPlace[], row: NameRow): boolean[] {
  const thinned = thinLabels(row.centers, row.widths, row.gap);
  if (!thinned.includes(false)) return thinned;
  const isTime = places.every(({ day }) => day !== null);
  const round = isTime ? pickColumns(places, row) : null;
  return round ?? (areCounted(places) ? pickNumbers(places, row) : null) ?? thinned;
}
