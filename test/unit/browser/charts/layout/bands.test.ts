import { expect, test } from 'vitest';
import type { ChartSpec, ChartType } from '../../../../../src/talk/blocks/chart/chart-spec.ts';
import { loadParts, viewChart } from '../../../../../src/browser/charts/chart-parts.ts';
import { layChart } from '../../../../../src/browser/charts/charts.ts';
import type { ChartPlace } from '../../../../../src/talk/blocks/chart/chart-place.ts';
import { chartView } from '../../../../../src/talk/blocks/chart/chart-view.ts';
import { makeView } from '../../../../gallery/example.ts';
import { planBands } from '../../../../../src/browser/charts/layout/bands.ts';

await Promise.all(
  (['stacked', 'percent', 'heatmap', 'line'] as const).map((type) => loadParts({ type })),
);

const places = (keys: string[], order: 'asc' | 'desc' = 'asc'): ChartPlace[] => {
  const rows = keys.map((at) => ({ at, value: 1 }));
  const spec: ChartSpec = { data: 'd', type: 'column', x: 'at', y: 'value', order };
  return chartView(spec, makeView('d', rows)).places;
};

const names = (count: number): ChartPlace[] =>
  places(Array.from({ length: count }, (_, index) => `n${index}`));

test.each([
  [1, 1],
  [2, 3],
  [30, 1],
  [30, 12],
  [500, 12],
])(
  '%i places of %i series have bars of some width, side by side, within the room',
  (count, series) => {
    const bands = planBands(names(count), series, [40, 1100]);
    expect(bands.width).toBeGreaterThan(0);
    expect(bands.leftOf(0, 0)).toBe(40);
    expect(bands.leftOf(count - 1, series - 1) + bands.width).toBeLessThanOrEqual(1100 + 1e-6);
    for (let series2 = 1; series2 < series; series2++) {
      const end = bands.leftOf(0, series2 - 1) + bands.width;
      expect(bands.leftOf(0, series2)).toBeGreaterThanOrEqual(end);
    }
  },
);

test('the middle of a column is the middle of its bars', () => {
  const bands = planBands(names(4), 3, [0, 1000]);
  const [left, right] = [bands.leftOf(2, 0), bands.leftOf(2, 2) + bands.width];
  expect(bands.centerOf(2)).toBeCloseTo((left + right) / 2);
});

/** Returns the middles of columns in distances of the first two. */
function distances(keys: string[], order?: 'asc' | 'desc'): number[] {
  const bands = planBands(places(keys, order), 1, [0, 1000]);
  const centers = keys.map((_, place) => bands.centerOf(place));
  const [first = 0, second = 0] = centers;
  return centers.map((center) => Math.round((100 * (center - first)) / (second - first)) / 100);
}

test('columns of uneven dates are placed by time, and months and years are even', () => {
  expect(distances(['2019', '2020', '2023'])).toEqual([0, 1, 4]);
  expect(distances(['2024-01', '2024-02', '2024-05', '2024-06'])).toEqual([0, 1, 4, 5]);
  expect(distances(['2024-03-01', '2024-03-02', '2024-03-04'])).toEqual([0, 1, 3]);
  expect(distances(['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'])).toEqual([0, 1, 2, 3]);
  expect(distances(['2019', '2020', '2023'], 'desc')).toEqual([0, 1, 1.33]);
  expect(distances(['gcc', 'clang', 'tcc'])).toEqual([0, 1, 2]);
});

test('columns by time have the width of the nearest two', () => {
  const bands = planBands(places(['2019', '2020', '2023']), 1, [0, 1000]);
  const slot = bands.centerOf(1) - bands.centerOf(0);
  expect(bands.width).toBeLessThan(slot);
  expect(bands.leftOf(2, 0) + bands.width).toBeLessThanOrEqual(1000 + 1e-6);
});

test('dates too far apart for columns by time are at even distances, and the chart says so', () => {
  const draw = (keys: string[], type: ChartType): string[] => {
    const rows = keys.map((at) => ({ at, row: 'r', value: 1 }));
    const spec: ChartSpec = { data: 'd', type, x: 'at', y: 'value', label: 'row' };
    const view = viewChart(spec, makeView('d', rows));
    const { marks } = layChart(view, { width: 1104, height: 470 });
    return marks.flatMap((mark) => (mark.kind === 'text' && mark.key === 'unit' ? mark.text : []));
  };
  const far = ['2024-03-01', '2024-03-02', '2025-03-04'];
  expect(distances(far)).toEqual([0, 1, 2]);
  for (const type of ['column', 'stacked', 'percent', 'heatmap'] as const) {
    expect(draw(far, type)).toEqual(['dates not to scale']);
    expect(draw(['2024-01', '2024-02', '2024-03'], type)).toEqual([]);
  }
  // Cells have no free places between them.
  expect(draw(['2019', '2020', '2023'], 'heatmap')).toEqual(['dates not to scale']);
  expect(draw(['2019', '2020', '2023'], 'stacked')).toEqual([]);
  // A line places dates by time.
  expect(draw(far, 'line')).toEqual([]);
});
