import { expect, test } from 'vitest';
import { hasPattern, pickTone } from '../../../../../src/talk/blocks/chart/chart-tone.ts';
import { chartView } from '../../../../../src/talk/blocks/chart/chart-view.ts';
import type { ChartSpec } from '../../../../../src/talk/blocks/chart/chart-spec.ts';
import { viewAnyChart } from '../../../../../src/talk/blocks/chart/chart-kinds.ts';
import { makeView } from '../../../../gallery/example.ts';

const tones = (names: string[], highlights: string[]): number[] =>
  names.map((name, index) => pickTone(name, index, names, highlights));

test('series have the colours in their order', () => {
  expect(tones(['a', 'b', 'c'], [])).toEqual([1, 2, 3]);
  expect(tones(['a', 'b', 'c'], ['2024'])).toEqual([1, 2, 3]);
});

test('beside highlighted series, which have the first colours, the others differ in greys', () => {
  expect(tones(['a', 'b', 'c', 'd'], ['c'])).toEqual([0, 13, 1, 14]);
  expect(tones(['a', 'b', 'c', 'd'], ['c', 'a'])).toEqual([1, 0, 2, 13]);
  const seven = tones(['a', 'b', 'c', 'd', 'e', 'f', 'g'], ['a']);
  expect(new Set(seven).size).toBe(7);
  expect(seven.map(hasPattern)).toEqual([false, false, false, false, true, true, true]);
});

test('more series than there are greys have one grey', () => {
  const names = Array.from({ length: 8 }, (_, index) => `n${index}`);
  expect(new Set(tones(names, ['n0']).slice(1))).toEqual(new Set([0]));
});

test('a highlighted stack has a look of its own for each part', () => {
  const rows = [{ year: '2024', c: 5, rust: 2, other: 1, shell: 3 }];
  const y = ['c', 'rust', 'other', 'shell'];
  const spec: ChartSpec = { data: 'd', type: 'stacked', x: 'year', y, highlight: 'rust' };
  const { series } = chartView(spec, makeView('d', rows));
  expect(new Set(series.map(({ tone }) => tone)).size).toBe(4);
  expect(series.map(({ tone, points }) => points.every((point) => point.tone === tone))).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test('small charts draw a series in one colour, also where one lacks others', () => {
  const rows = [
    { at: '2023', area: 'mm', kind: 'fix', count: 1 },
    { at: '2024', area: 'mm', kind: 'feature', count: 2 },
    { at: '2023', area: 'net', kind: 'feature', count: 3 },
    { at: '2024', area: 'net', kind: 'feature', count: 3 },
  ];
  const spec: ChartSpec = {
    data: 'd',
    type: 'column',
    x: 'at',
    y: 'count',
    label: 'kind',
    facet: 'area',
  };
  const tonesOf = (highlight?: string): number[][] =>
    (
      viewAnyChart({ ...spec, ...(highlight ? { highlight } : {}) }, makeView('d', rows)).facets ??
      []
    )
      .flatMap(({ view }) => view.series)
      .filter(({ key }) => key === 'feature')
      .map(({ tone, points }) => [...new Set([tone, ...points.map((point) => point.tone)])]);
  expect(tonesOf()).toEqual([[2], [2]]);
  expect(tonesOf('feature')).toEqual([[1], [1]]);
  expect(tonesOf('fix')).toEqual([[0], [0]]);
});
