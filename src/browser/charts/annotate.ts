import type { ChartView } from '../../talk/blocks/chart/chart-view.ts';
import { cutStroke, type Box } from './layout/box.ts';
import { layStroke } from './mark.ts';
import { layText, widest } from './plot.ts';
import type { Extent, Mark } from './scene.ts';
import { TEXT } from './chart-text.ts';

/** Position of the two compared values, and the right edge of the newer one. */
export interface Comparison {
  then: readonly [number, number];
  now: readonly [number, number];
  edge: number;
  bounds: readonly [number, number];
  /** Width of the whole drawing. */
  width: number;
  /** Labels that the levels must not cross. */
  labels: readonly Box[];
}

const CHANGE_SIZE = 34;
/** A narrow drawing needs its room for values. */
const NARROW = { width: 600, size: 26 };
const BRACKET = 26;
const TEXT_GAP = 14;

/** Returns the room that a comparison needs right of the newest value; 0 without one. */
export function measureMark(view: ChartView, { width }: Extent): number {
  if (!view.mark) return 0;
  const words = Math.max(
    widest([view.mark.change], sizeIn(width), true),
    widest([sinceOf(view)], TEXT.small),
  );
  return BRACKET + TEXT_GAP + words;
}

/** Draws the level of the earlier value across to the newest, and the change between them. */
export function layMark(view: ChartView, comparison: Comparison): Mark[] {
  if (!view.mark) return [];
  const { then, now, edge, bounds, width, labels } = comparison;
  const [x, x2] = [edge + BRACKET, edge + BRACKET + TEXT_GAP];
  const middle = (then[1] + now[1]) / 2;
  const text = Math.max(bounds[0] + 30, Math.min(bounds[1] - 34, middle));
  return [
    ...layLevel('level', then, x + 5, labels),
    ...layLevel('level now', now, x + 5, labels),
    layStroke('bracket', 'bracket', [x, then[1]], [x, now[1]]),
    layText('change', 'accent strong', view.mark.change, [x2, text + 4], sizeIn(width)),
    layText('since', 'soft', sinceOf(view), [x2, text + 30], TEXT.small),
  ];
}

/** Draws a level from a value to the bracket, cut where a label is in its way. */
function layLevel(
  key: string,
  [x, y]: readonly [number, number],
  end: number,
  labels: readonly Box[],
): Mark[] {
  return cutStroke([x, end], y, labels).map(([from, to], index) =>
    layStroke(index === 0 ? key : `${key} ${index}`, 'level', [from, y], [to, y]),
  );
}

function sizeIn(width: number): number {
  return width < NARROW.width ? NARROW.size : CHANGE_SIZE;
}

function sinceOf({ mark, places }: ChartView): string {
  return `since ${places[mark?.from ?? 0]?.short ?? ''}`;
}
