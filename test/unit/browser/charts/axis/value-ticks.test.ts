import { expect, test } from 'vitest';
import { pickTicks, printStart } from '../../../../../src/browser/charts/axis/value-ticks.ts';
import { chartView, type ChartView } from '../../../../../src/talk/blocks/chart/chart-view.ts';
import type { ChartSpec } from '../../../../../src/talk/blocks/chart/chart-spec.ts';
import { makeView } from '../../../../gallery/example.ts';

function view(values: number[], spec: Partial<ChartSpec> = {}): ChartView {
  const rows = values.map((value, index) => ({ asOf: `${2000 + index}`, value }));
  return chartView({ data: 'd', type: 'line', y: 'value', ...spec }, makeView('d', rows));
}

function labels(values: number[], spec: Partial<ChartSpec> = {}): string[] {
  return pickTicks(view(values, spec)).map(({ label }) => label);
}

test('ticks have the digits of their step', () => {
  expect(labels([0.00012, 0.00049], { unit: '%' })).toEqual([
    '0%',
    '0.0002%',
    '0.0004%',
    '0.0006%',
  ]);
  expect(labels([14_210, 15_080], { min: 14_200 })).toEqual([
    '14.2k',
    '14.4k',
    '14.6k',
    '14.8k',
    '15.0k',
    '15.2k',
  ]);
  expect(labels([1_204_000, 1_219_400], { min: 'auto', unit: 'bytes' })).toEqual([
    '1.200M',
    '1.205M',
    '1.210M',
    '1.215M',
    '1.220M',
  ]);
});

test('ticks and values of very large numbers have an exponent', () => {
  expect(labels([1, 7e20, 3e21])).toEqual(['0', '1e21', '2e21', '3e21']);
  const log = view([1, 7e20, 3e21], { scale: 'log' });
  expect(log.series[0]?.points.map(({ label }) => label)).toEqual(['1', '7e20', '3e21']);
  const ticks = pickTicks(log).map(({ label }) => label);
  expect(ticks.filter((label) => !/^1(?:000)?$|^1e\d+$/.test(label))).toEqual([]);
});

test('bytes counted in powers of 1024 have ticks at powers of two', () => {
  expect(labels([0, 1_200_000], { unit: 'B' })).toEqual([
    '0',
    '0.5\u202fMiB',
    '1.0\u202fMiB',
    '1.5\u202fMiB',
  ]);
  expect(labels([0, 3000], { unit: 'KiB' })).toEqual([
    '0',
    '1\u202fMiB',
    '2\u202fMiB',
    '3\u202fMiB',
  ]);
});

test('a unit with a prefix is not given a second one', () => {
  expect(labels([0, 30_000], { unit: 'ms' })).toEqual([
    '0',
    '10\u202f000',
    '20\u202f000',
    '30\u202f000',
  ]);
});

test('no two ticks have one label, whatever the values', () => {
  const starts = [0, 1, -5, 1e-12, 0.3, 99.9, 14_200, 1_204_000, 1e9, 5e22];
  const spreads = [1e-12, 1e-7, 0.0005, 0.03, 1, 17, 870, 15_400, 3e6, 4e13, 2e24];
  for (const start of starts) {
    for (const spread of spreads) {
      // A difference below the precision of numbers is none.
      if (start !== 0 && spread / Math.abs(start) < 1e-9) continue;
      for (const unit of ['', 'B', 'KiB', 's', 'ms', '%', 'bytes']) {
        const written = labels([start, start + spread], { min: start, unit });
        expect(new Set(written).size, `${start} ${spread} ${unit}: ${written}`).toBe(
          written.length,
        );
      }
    }
  }
});

test('an axis that does not include zero says where it starts, with all digits', () => {
  expect(printStart(view([14_210, 15_080], { min: 14_200.125 }))).toBe(
    'axis starts at 14\u202f200.125',
  );
  expect(printStart(view([1_204_000, 1_219_400], { min: 1_200_000, unit: 'B' }))).toBe(
    'axis starts at 1\u202f200\u202f000 B',
  );
  expect(printStart(view([-20, -10], { min: 'auto' }))).toBe('axis starts at \u221223');
  expect(printStart(view([5, 10]))).toBeNull();
});

test('a low plot has one tick, also where values below zero take a part of its height', () => {
  const low = view([-240e6, 900e6], { min: 'auto' });
  expect(pickTicks(low, 300).length).toBeGreaterThan(2);
  for (const height of [40, 30, 20]) {
    const ticks = pickTicks(low, height);
    const [first, second] = ticks.map(({ value }) => value);
    const high = Math.max(low.max, ticks.at(-1)?.value ?? 0);
    const span = high - Math.min(low.min, first ?? 0);
    if (first !== undefined && second !== undefined)
      expect((height * (second - first)) / span).toBeGreaterThanOrEqual(22);
    expect(ticks.length).toBeGreaterThan(0);
  }
});

test('ticks beside one that needs an exponent have one', () => {
  expect(labels([0, 1e-9])).toEqual(['0', '5e\u221210', '1e\u22129']);
});

test('ticks of huge percentages are short, and keep their sign', () => {
  expect(labels([12, 5_000_000], { unit: '%' })).toEqual(['0%', '2M%', '4M%', '6M%']);
  expect(labels([12, 5000], { format: 'percent' })).toContain('4000%');
  expect(labels([1, 1e6], { unit: '%', scale: 'log' }).at(-1)).toBe('1M%');
});
