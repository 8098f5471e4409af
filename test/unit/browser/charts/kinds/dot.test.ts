import { expect, test } from 'vitest';
import { loadParts, viewChart } from '../../../../../src/browser/charts/chart-parts.ts';
import { layChart } from '../../../../../src/browser/charts/charts.ts';
import { boxOf, overlap } from '../../../../../src/browser/charts/layout/box.ts';
import type { Scene, TextMark } from '../../../../../src/browser/charts/scene.ts';
import type { ChartSpec } from '../../../../../src/talk/blocks/chart/chart-spec.ts';
import { chartView } from '../../../../../src/talk/blocks/chart/chart-view.ts';
import { makeView } from '../../../../gallery/example.ts';

await loadParts({ type: 'dot', annotate: [] });

const SPEC: ChartSpec = { data: 'd', type: 'dot', label: 'name', y: ['stable', 'nightly', 'beta'] };
const WIDE = { width: 1104, height: 470 };

type Values = (number | null)[];

function lay(values: Record<string, Values>, extent = WIDE): Scene {
  const rows = Object.entries(values).map(
    ([name, [stable = null, nightly = null, beta = null]]) => {
      return { name, stable, nightly, beta };
    },
  );
  return layChart(chartView(SPEC, makeView('d', rows)), extent);
}

function textsOf({ marks }: Scene): TextMark[] {
  return marks.filter((mark) => mark.kind === 'text');
}

function readGaps(scene: Scene): [string, string][] {
  return textsOf(scene)
    .filter(({ key }) => key.startsWith('gap '))
    .map(({ key, text }) => [key.slice(4), text]);
}

test('a row of dots names the series that it lacks, clear of its values', () => {
  const scene = lay({ x86: [40, 55, 60], arm: [null, 35, 70], riscv: [null, 12, null] });
  expect(readGaps(scene)).toEqual([
    ['arm', 'stable: no data'],
    ['riscv', 'stable, beta: no data'],
  ]);
  const texts = textsOf(scene);
  const over = texts.filter((a, index) =>
    texts.slice(index + 1).some((b) => overlap(boxOf(a), boxOf(b))),
  );
  expect(over).toEqual([]);
  expect(texts.every((text) => boxOf(text).right <= WIDE.width)).toBe(true);
});

test('dots of full rows have all the room', () => {
  const full = lay({ x86: [40, 55, 60], arm: [30, 35, 70] });
  expect(readGaps(full)).toEqual([]);
  const right = Math.max(...textsOf(full).map((text) => boxOf(text).right));
  expect(WIDE.width - right).toBeLessThan(10);
});

test('in a narrow drawing a dash is in the place of the names', () => {
  const scene = lay({ x86: [40, 55, 60], arm: [null, 35, 70] }, { width: 440, height: 300 });
  expect(readGaps(scene)).toEqual([['arm', '–']]);
});

test('a row without any value says so once', () => {
  const scene = lay({ x86: [40, 55, 60], arm: [null, null, null] });
  expect(readGaps(scene)).toEqual([['arm', 'no data']]);
});

test('a row has room below a title and a note', () => {
  const extent = { width: 1104, height: 88 };
  const data = makeView('d', [{ name: 'x86', stable: 9486 }]);
  const annotate = [{ value: 9486, text: 'limit' }];
  const spec: ChartSpec = { ...SPEC, y: 'stable', title: 'Found so far', annotate };
  const texts = textsOf(layChart(viewChart(spec, data), extent));
  expect(texts.map(({ text }) => text).toSorted()).toEqual([
    '9486',
    'Found so far',
    'limit',
    'x86',
  ]);
  expect(texts.filter((text) => boxOf(text).bottom > extent.height)).toEqual([]);
});

test('dots between the first and the last of their row, without a value, have an axis', () => {
  const scene = lay({ x86: [40, 55, 60], arm: [20, 35, 70] });
  const ticksOf = (one: Scene): string[] =>
    textsOf(one).flatMap(({ key, text }) => (key.startsWith('across ') ? [text] : []));
  expect(ticksOf(scene)).toEqual(expect.arrayContaining(['0', '20', '40', '60']));
  // Their ends still have values.
  const values = textsOf(scene).filter(({ key }) => key.startsWith('value '));
  expect(values.map(({ text }) => text)).toEqual(['40', '60', '20', '70']);
  const { toValue } = scene.frame ?? { toValue: () => NaN };
  const axis = scene.marks.find(({ key, kind }) => key === 'across 20' && kind === 'line');
  expect(axis).toMatchObject({ x1: toValue(20) });
  // Where rows leave no room for an axis, it is left out.
  const many = Object.fromEntries(
    Array.from({ length: 15 }, (_, index) => [`row ${index}`, [1, 2, 3]]),
  );
  expect(ticksOf(lay(many, { width: 1104, height: 410 }))).toEqual([]);
  // Two dots have their values.
  const rows = [{ name: 'x86', stable: 40, nightly: 60 }];
  const spec = { ...SPEC, y: ['stable', 'nightly'] };
  expect(ticksOf(layChart(chartView(spec, makeView('d', rows)), WIDE))).toEqual([]);
});
