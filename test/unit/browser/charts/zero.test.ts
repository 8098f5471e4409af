import { expect, test } from 'vitest';
import { loadParts } from '../../../../src/browser/charts/chart-parts.ts';
import { layChart } from '../../../../src/browser/charts/charts.ts';
import { boxOf } from '../../../../src/browser/charts/layout/box.ts';
import type { Mark, Scene } from '../../../../src/browser/charts/scene.ts';
import { chartView } from '../../../../src/talk/blocks/chart/chart-view.ts';
import type { ChartSpec } from '../../../../src/talk/blocks/chart/chart-spec.ts';
import { makeView } from '../../../gallery/example.ts';

await Promise.all([
  loadParts({ type: 'bar' }),
  loadParts({ type: 'dot' }),
  loadParts({ type: 'line' }),
  loadParts({ type: 'slope' }),
]);

const EXTENT = { width: 1104, height: 470 };

function lay(type: ChartSpec['type'], values: (number | null)[]): Scene {
  const rows = values.map((value, index) => ({
    asOf: `${2000 + index}`,
    name: `n${index}`,
    value,
  }));
  const x = type === 'bar' ? 'name' : 'date';
  return layChart(chartView({ data: 'd', type, x, y: 'value' }, makeView('d', rows)), EXTENT);
}

function find<Kind extends Mark['kind']>(scene: Scene, kind: Kind, key: string) {
  const mark = scene.marks.find((one) => one.kind === kind && one.key === key);
  if (!mark) throw new Error(`There is no ${kind} ${key}.`);
  return mark as Extract<Mark, { kind: Kind }>;
}

test.each([
  ['a few values', [50, -20, -80, 30]],
  ['many values', [-4, -2, -7, 3, -1, 5, -9, -3, 2, -6, -8, -5]],
  ['values below zero', [-4, -2, -7]],
])('an area is filled to zero: %s', (_, values) => {
  const scene = lay('area', values);
  const { points } = find(scene, 'path', 'line value');
  const { base } = find(scene, 'path', 'area value');
  const [first, second] = [values[0] ?? 0, values[1] ?? 0];
  const [y1, y2] = [points[0]?.y ?? 0, points[1]?.y ?? 0];
  const zero = y1 + ((y2 - y1) * (0 - first)) / (second - first);
  expect(base).toBeCloseTo(zero, 6);
});

test('a line below zero shows the line of zero', () => {
  const few = lay('line', [50, -20, -80, 30]);
  const { points } = find(few, 'path', 'line value');
  const { y1 } = find(few, 'line', 'baseline');
  expect(y1).toBeGreaterThan(points[0]?.y ?? 0);
  expect(y1).toBeLessThan(points[1]?.y ?? 0);
  const many = lay('line', [-4, -2, -7, 3, -1, 5, -9, -3, 2, -6, -8, -5]);
  expect(find(many, 'line', 'tick 0').look).toBe('axis');
});

test('the newest value below zero is beside its point, clear of the line of zero above all values', () => {
  const values = [-1807, -1301, -2989, -4596, -4726, -4066, -519, -1670, -3555, -3005];
  const rows = [...values, -1606, -911, -4484, -1272].map((value, index) => ({
    name: `renpcimu${index}`,
    value,
  }));
  const spec: ChartSpec = { data: 'd', type: 'line', x: 'name', y: 'value', min: 'auto' };
  const scene = layChart(chartView(spec, makeView('d', rows)), { width: 1104, height: 490 });
  const value = scene.marks.find((mark) => mark.kind === 'text' && mark.key.startsWith('value'));
  if (value?.kind !== 'text') throw new Error('There is no value.');
  const end = find(scene, 'path', 'line value').points.at(-1);
  const { top, bottom } = boxOf(value);
  expect(top).toBeGreaterThan(find(scene, 'line', 'tick 0').y1);
  expect((end?.y ?? 0) - bottom).toBeLessThan(24);
});

test('the value of a bar stands on the side of the bar', () => {
  const scene = lay('bar', [50, -20, null]);
  const zero = find(scene, 'line', 'zero').x1;
  const [up, down, gap] = ['value n0', 'value n1', 'gap n2'].map((key) => find(scene, 'text', key));
  const bar = find(scene, 'rect', 'n1');
  expect(up).toMatchObject({ anchor: 'start' });
  expect(down).toMatchObject({ anchor: 'end' });
  expect(down?.x).toBeLessThan(bar.x);
  expect(bar.x + bar.width).toBeCloseTo(zero);
  expect(gap?.x).toBeGreaterThan(zero);
});

test('tiny values take the height of a chart', () => {
  const { points } = find(lay('line', [1e-12, 4e-12]), 'path', 'line value');
  expect(Math.abs((points[0]?.y ?? 0) - (points[1]?.y ?? 0))).toBeGreaterThan(100);
});

test('dots below and above zero have a line of zero, where their guides start', () => {
  const scene = lay('dot', [-412, 0, 120, null, 1503]);
  const { x1: zero } = find(scene, 'line', 'zero');
  const ends = scene.marks.flatMap((mark) =>
    mark.kind === 'line' && mark.key.startsWith('guide') ? [[mark.x1, mark.x2]] : [],
  );
  expect(ends).toHaveLength(4);
  for (const pair of ends) expect(pair).toContain(zero);
  const below = scene.marks.find(({ key }) => key.startsWith('value') && key.includes('2000'));
  expect(below).toMatchObject({ anchor: 'end' });
});

test('dots on one side of zero have no line of zero', () => {
  expect(lay('dot', [1, 2, 3]).marks.some(({ key }) => key === 'zero')).toBe(false);
});

test.each(['bar', 'column'] as const)('a %s whose value is not zero can be seen', (type) => {
  const scene = lay(type, [0.000002, -0.000002, 0, 50, -20]);
  const bars = scene.marks.flatMap((mark) => (mark.kind === 'rect' ? [mark] : []));
  const lengths = bars.map(({ width, height }) => (type === 'bar' ? width : height));
  const isSeen = lengths.map((length) => length > 1.5 && length < 2);
  expect(isSeen).toEqual([true, true, false, false, false]);
  expect(lengths[2]).toBe(0);
  const edges = bars.map(({ x, y, width, height }) =>
    type === 'bar' ? [x, x + width] : [-y - height, -y],
  );
  // Each is on its side of zero.
  expect(edges[0]?.[0]).toBeCloseTo(edges[1]?.[1] ?? NaN);
});

test('the guide of a dot below zero ends before its value where zero is not on the axis', () => {
  const scene = lay('dot', [-4, -7, -5]);
  const guides = scene.marks.flatMap((mark) =>
    mark.kind === 'line' && mark.key.startsWith('guide') ? [mark] : [],
  );
  const values = scene.marks.flatMap((mark) =>
    mark.kind === 'text' && mark.key.startsWith('value') ? [boxOf(mark)] : [],
  );
  expect([guides.length, values.length]).toEqual([3, 3]);
  for (const [at, { x2 }] of guides.entries())
    expect(x2).toBeLessThanOrEqual(values[at]?.left ?? 0);
});
