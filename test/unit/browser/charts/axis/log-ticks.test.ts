import { expect, test } from 'vitest';
import { findPowers } from '../../../../../src/browser/charts/axis/log-ticks.ts';
import { pickTicks, printStart } from '../../../../../src/browser/charts/axis/value-ticks.ts';
import { loadParts } from '../../../../../src/browser/charts/chart-parts.ts';
import { layChart } from '../../../../../src/browser/charts/charts.ts';
import { chartView, type ChartView } from '../../../../../src/talk/blocks/chart/chart-view.ts';
import type { ChartSpec } from '../../../../../src/talk/blocks/chart/chart-spec.ts';
import { makeView } from '../../../../gallery/example.ts';

await Promise.all([
  loadParts({ type: 'dot' }),
  loadParts({ type: 'line' }),
  loadParts({ type: 'slope' }),
]);

function view(values: number[], spec: Partial<ChartSpec> = {}): ChartView {
  const rows = values.map((value, index) => ({ asOf: `${2000 + index}`, value }));
  const own: ChartSpec = { data: 'd', type: 'line', y: 'value', scale: 'log', ...spec };
  return chartView(own, makeView('d', rows));
}

test('ticks are powers of ten, with 2 and 5 where there is room', () => {
  expect(findPowers({ min: 2, max: 90 }, { isBinary: false, most: 8 })).toEqual([
    2, 5, 10, 20, 50, 100,
  ]);
  expect(findPowers({ min: 2, max: 90 }, { isBinary: false, most: 5 })).toEqual([10, 100]);
  expect(findPowers({ min: 0.001, max: 8000 }, { isBinary: false, most: 8 })).toEqual([
    0.001, 0.01, 0.1, 1, 10, 100, 1000, 10_000,
  ]);
  expect(findPowers({ min: 1, max: 1e12 }, { isBinary: false, most: 8 })).toEqual([
    1, 100, 1e4, 1e6, 1e8, 1e10, 1e12,
  ]);
});

test('bytes have powers of two', () => {
  expect(findPowers({ min: 1000, max: 3e9 }, { isBinary: true, most: 5 })).toEqual([
    2 ** 10,
    2 ** 20,
    2 ** 30,
    2 ** 40,
  ]);
  const labels = pickTicks(view([1024, 3e6], { unit: 'B' }), 150).map(({ label }) => label);
  expect(labels).toEqual(['1\u202fKiB', '32\u202fKiB', '1\u202fMiB', '32\u202fMiB']);
});

test('labels of a logarithmic axis keep their own digits', () => {
  expect(pickTicks(view([0.0004, 0.03])).map(({ label }) => label)).toEqual([
    '0.0002',
    '0.0005',
    '0.001',
    '0.002',
    '0.005',
    '0.01',
    '0.02',
    '0.05',
  ]);
});

test('values on a logarithmic axis have one precision where they are near each other', () => {
  const labels = (values: number[]): string[] =>
    view(values).series.flatMap(({ points }) => points.map(({ label }) => label));
  expect(labels([0.21, 0.3, 0.264])).toEqual(['0.210', '0.300', '0.264']);
  expect(labels([560, 0.015])).toEqual(['560', '0.015']);
});

test('a logarithmic axis begins below all values and says where', () => {
  const { min, max } = view([0.03, 700]);
  expect([min, max]).toEqual([0.02, 700]);
  expect(printStart(view([0.03, 700]))).toBe('logarithmic axis starts at 0.02');
});

test.each(['line', 'dot', 'slope'] as const)('equal factors are equal distances: %s', (type) => {
  const { marks } = layChart(view([1, 10, 100], { type }), { width: 1104, height: 470 });
  const line = marks.find((mark) => mark.kind === 'path');
  const dots = marks.filter((mark) => mark.kind === 'circle');
  if (type === 'dot') {
    const [a = 0, b = 0, c = 0] = dots.map(({ cx }) => cx);
    expect(b - a).toBeCloseTo(c - b);
    return;
  }
  const points = line?.kind === 'path' ? line.points : [];
  const heights = points.map((point) => point?.y ?? NaN);
  expect(heights.every(Number.isFinite)).toBe(true);
  if (type === 'line') {
    const [a = 0, b = 0, c = 0] = heights;
    expect(a - b).toBeCloseTo(b - c);
  }
});

test('ticks of which one needs an exponent all have one, and so has a start of that size', () => {
  const tiny = view([2e-12, 0.04]);
  const labels = pickTicks(tiny).map(({ label }) => label);
  expect(labels.filter((label) => label.startsWith('0.0000'))).toEqual([]);
  expect(labels.at(-1)).toBe('1');
  expect(printStart(tiny)).toBe('logarithmic axis starts at 2e\u221212');
});

test('a logarithmic axis of bytes starts at a power of two', () => {
  const bytes = view([8 * 1024 ** 2, 5e15], { unit: 'B' });
  expect(printStart(bytes)).toBe('logarithmic axis starts at 8\u202fMiB');
});

test.each([
  [
    [0.2, 0.3],
    ['0.20', '0.25', '0.30'],
  ],
  [
    [1, 1.8],
    ['1.0', '1.2', '1.4', '1.6', '1.8'],
  ],
  [
    [210, 480],
    ['200', '300', '400', '500'],
  ],
])('a short logarithmic axis has round values between its powers: %j', (values, expected) => {
  expect(pickTicks(view(values)).map(({ label }) => label)).toEqual(expected);
  for (const height of [60, 90, 120, 200, 400]) {
    const ticks = pickTicks(view(values), height).map(({ value }) => Math.log(value));
    const span = (ticks.at(-1) ?? 0) - Math.log(view(values).min);
    const nearest = Math.min(...ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0)));
    expect((nearest / span) * height).toBeGreaterThanOrEqual(22);
  }
});
