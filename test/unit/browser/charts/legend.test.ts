import { expect, test } from 'vitest';
import { layLegend } from '../../../../src/browser/charts/legend.ts';
import type { Header } from '../../../../src/browser/charts/plot.ts';
import type { TextMark } from '../../../../src/browser/charts/scene.ts';
import { layDots } from '../../../../src/browser/charts/kinds/on-demand/dot.ts';
import { chartView } from '../../../../src/talk/blocks/chart/chart-view.ts';
import { makeView } from '../../../gallery/example.ts';

const NAMES = Array.from({ length: 12 }, (_, index) => `CONFIG_OF_A_LONG_NAME_${index}`);
const row = Object.fromEntries(NAMES.map((name) => [name, 1]));
const rows = NAMES.map((_, index) => ({ name: `Row ${index}`, ...row }));
const view = chartView(
  { data: 'rows', type: 'dot', label: 'name', y: NAMES },
  makeView('rows', rows),
);
const header = { marks: [], bottom: 0 };
const extent = { width: 1104, height: 340 };

test('the names of a legend are cut where its lines have too little height', () => {
  const free = layLegend(view, header, extent);
  const tight = layLegend(view, header, extent, 'bar', 70);
  expect(free.bottom).toBeGreaterThan(70);
  expect(tight.bottom).toBeLessThanOrEqual(70);
  const texts = tight.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  expect(new Set(texts).size).toBe(NAMES.length);
});

test('a legend takes no height that rows of dots need', () => {
  const { marks } = layDots(view, extent);
  const keys = marks.map(({ key }) => key);
  expect(keys.filter((key) => key.startsWith('row '))).toHaveLength(12);
  expect(keys).not.toContain('rest');
});

test('a legend that no cut makes low enough has whole names in small lines', () => {
  const textsOf = ({ marks }: Header): TextMark[] => marks.filter((mark) => mark.kind === 'text');
  const high = { ...extent, height: 600 };
  const free = layLegend(view, header, high);
  const tight = layLegend(view, header, high, 'bar', 10);
  expect(textsOf(tight).map(({ text }) => text)).toEqual(textsOf(free).map(({ text }) => text));
  expect(new Set(textsOf(tight).map(({ size }) => size))).toEqual(new Set([18]));
  expect(tight.bottom).toBeLessThan(free.bottom);
});
