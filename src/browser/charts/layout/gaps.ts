import type { ChartPoint } from '../../../talk/blocks/chart/chart-series.ts';
import { layText } from '../plot.ts';
import type { Mark } from '../scene.ts';
import { TEXT, textWidth } from '../chart-text.ts';

/** Where the gaps of a line may be named. */
export interface GapFrame {
  /** Left and right edge of the plot. */
  bounds: readonly [number, number];
  /** Baseline of the words. */
  y: number;
  toX(place: number): number;
}

/** Room between the words and the points on both sides. */
const SIDE = 14;

/** Names each gap of a line once, in its middle; a gap without room for words is only a gap. */
export function layGaps(points: readonly ChartPoint[], frame: GapFrame): Mark[] {
  return findRuns(points).flatMap(([first, last]): Mark[] => {
    const text = points[first]?.label ?? '';
    const { bounds, toX, y } = frame;
    const left = first === 0 ? bounds[0] : toX(first - 1) + SIDE;
    const right = last === points.length - 1 ? bounds[1] : toX(last + 1) - SIDE;
    const width = textWidth(text, TEXT.small);
    if (text === '' || width > right - left) return [];
    const middle = (toX(first) + toX(last)) / 2;
    const x = Math.max(left + width / 2, Math.min(right - width / 2, middle));
    return [layText(`gap ${first}`, 'soft', text, [x, y], TEXT.small, 'middle')];
  });
}

/** Lists the first and last place of each stretch without data that is visible. */
function findRuns(points: readonly ChartPoint[]): [number, number][] {
  const runs: [number, number][] = [];
  points.forEach(({ value, isShown }, place) => {
    if (value !== null || !isShown) return;
    const run = runs.at(-1);
    if (run && run[1] === place - 1) run[1] = place;
    else runs.push([place, place]);
  });
  return runs;
}
