import { expect, test } from 'vitest';
import { loadParts } from '../../../../../src/browser/charts/chart-parts.ts';
import { textWidth } from '../../../../../src/browser/charts/chart-text.ts';
import { layChart } from '../../../../../src/browser/charts/charts.ts';
import { chartView } from '../../../../../src/talk/blocks/chart/chart-view.ts';
import { makeView } from '../../../../gallery/example.ts';

await loadParts({ type: 'slope' });

const ROWS = [
  { asOf: '2023', part: 98.245 },
  { asOf: '2024', part: 98.615 },
];

function textsOf(unit: string | null): string[] {
  const view = chartView({ data: 'd', type: 'slope', y: 'part' }, { ...makeView('d', ROWS), unit });
  const { marks } = layChart(view, { width: 1104, height: 470 });
  return marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
}

test('percentages change by points, and other numbers by percent', () => {
  expect(textsOf('%')).toContain('up 0.37 points');
  expect(textsOf('percent')).toContain('up 0.37 points');
  expect(textsOf('commits')).toContain('up 0.38%');
});

/** Lays out a slope of eleven long names with values at both ends, but for what is changed. */
function layMany(height: number, cellOf = (index: number, _place: number): number | null => index) {
  const rows = Array.from({ length: 22 }, (_, index) => ({
    asOf: index < 11 ? '2023' : '2024',
    name: `networking of the driver ${index % 11}`,
    part: cellOf(index % 11, Math.floor(index / 11)),
  }));
  const spec = { data: 'd', type: 'slope', y: 'part', label: 'name' } as const;
  const { marks, frame } = layChart(chartView(spec, makeView('d', rows)), { width: 325, height });
  const texts = marks.filter((mark) => mark.kind === 'text');
  const legend = texts.filter(({ key }) => key.startsWith('legend '));
  const names = texts.filter(({ key }) => key.startsWith('name '));
  return { legend, names, plot: frame?.plot };
}

test('names are at the ends of lines where a legend leaves no plot', () => {
  const high = layMany(400);
  expect([high.legend.length, high.names.length]).toEqual([11, 0]);
  const { legend, names, plot = { left: 0, right: 0, top: 0, bottom: 0 } } = layMany(185);
  expect([legend.length, names.length]).toEqual([0, 11]);
  expect(new Set(names.map(({ text }) => text)).size).toBe(11);
  expect(plot.bottom - plot.top).toBeGreaterThan(100);
  for (const [anchor, count] of [
    ['end', 6],
    ['start', 5],
  ] as const) {
    const heights = names.filter((name) => name.anchor === anchor).map(({ y }) => y);
    expect(heights).toHaveLength(count);
    heights.sort((a, b) => a - b);
    const gaps = heights.slice(1).map((y, index) => y - (heights[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(18);
  }
  for (const { anchor, x, text } of names) {
    const width = textWidth(text, 18, true);
    expect(anchor === 'end' ? x - width : 325 - x - width).toBeGreaterThanOrEqual(0);
  }
});

test('a line with one end has its name there', () => {
  const { names } = layMany(185, (index, place) => (index < 3 && place === 0 ? null : index));
  const anchors = names
    .slice()
    .sort((a, b) => Number(a.key.split(' ').at(-1)) - Number(b.key.split(' ').at(-1)));
  expect(anchors.slice(0, 3).map(({ anchor }) => anchor)).toEqual(['start', 'start', 'start']);
  expect(names.filter(({ anchor }) => anchor === 'end')).toHaveLength(6);
});

test('a slope without room for its names is not drawn upside down', () => {
  expect(() => layMany(140)).toThrow('The slide leaves no room for its values.');
});
