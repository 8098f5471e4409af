import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { spreadLabels } from '../labels.ts';
import { layText, type Plot } from '../plot.ts';
import type { Mark } from '../scene.ts';
import { TEXT, textWidth } from '../chart-text.ts';

const GAP = 16;
const LINE_HEIGHT = 28;

/** Returns the room for names at the ends of lines. */
export function measureEnds(view: ChartView): number {
  const widths = view.series.map(({ name, points }) => {
    const value = points.findLast(({ value }) => value !== null)?.label ?? '';
    return textWidth(value, TEXT.label, true) + nameGap(view, name);
  });
  return Math.max(0, ...widths) + GAP;
}

/** Labels lines at their ends with name and newest value, instead of a legend. */
export function layEnds(
  view: ChartView,
  plot: Plot,
  toX: (place: number) => number,
  toY: (value: number) => number,
): Mark[] {
  const ends = view.series.flatMap(({ key, name, tone, points }) => {
    const place = points.findLastIndex(({ value, isShown }) => value !== null && isShown);
    const point = points[place];
    if (!point || point.value === null) return [];
    return [{ key, name, tone, label: point.label, x: toX(place) + GAP, y: toY(point.value) }];
  });
  const requests = ends.map(({ y }) => ({ at: y, height: LINE_HEIGHT }));
  const places = spreadLabels(requests, [plot.top - 10, plot.bottom + 10]);
  return ends.flatMap(({ key, name, tone, label, x }, index): Mark[] => {
    const y = (places[index] ?? 0) + 7;
    const value = layText(`end ${key}`, `strong ink-${tone}`, label, [x, y], TEXT.label);
    if (view.series.length === 1) return [value];
    const after = x + textWidth(label, TEXT.label, true) + 10;
    return [value, layText(`name ${key}`, `ink-${tone}`, name, [after, y], TEXT.label)];
  });
}

function nameGap(view: ChartView, name: string): number {
  return view.series.length === 1 ? 0 : 10 + textWidth(name, TEXT.label);
}
