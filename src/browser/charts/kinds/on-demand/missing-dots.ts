import type { ChartSeries } from '../../../../talk/blocks/chart/chart-series.ts';
import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import { TEXT, textWidth } from '../../chart-text.ts';
import { layText } from '../../plot.ts';
import type { Mark } from '../../scene.ts';

const DASH = '–';

/** Returns the least width of what names the series that rows lack; 0 where none is missing. */
export function measureMissing(view: ChartView): number {
  const isPart = view.places.some((_, place) => listAbsent(view, place).length > 0);
  return isPart ? textWidth(DASH, TEXT.small) : 0;
}

/** Names the series that lack a value in a row with others, row by row; a dash where names are wider than `most`. */
export function writeMissing(view: ChartView, most: number): string[] {
  return view.places.map((_, place) => {
    const absent = listAbsent(view, place);
    const label = absent[0]?.points[place]?.label;
    if (label === undefined) return '';
    const words = `${absent.map(({ name }) => name).join(', ')}: ${label}`;
    return textWidth(words, TEXT.small) <= most ? words : DASH;
  });
}

/** Writes what a row lacks at its end, clear of its values. */
export function layMissing(row: string, text: string, [x, y]: readonly [number, number]): Mark[] {
  if (text === '') return [];
  return [layText(`gap ${row}`, 'soft', text, [x, y + TEXT.small / 3], TEXT.small, 'end')];
}

/** Lists the series without a value in a row; empty where the row has no value at all, and says so itself. */
function listAbsent({ series }: ChartView, place: number): ChartSeries[] {
  const absent = series.filter(({ points }) => points[place]?.value === null);
  return absent.length === series.length ? [] : absent;
}
