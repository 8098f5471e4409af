import { expect, test } from 'vitest';
import { loadParts } from '../../../../../src/browser/charts/chart-parts.ts';
import { layChart } from '../../../../../src/browser/charts/charts.ts';
import type { Scene } from '../../../../../src/browser/charts/scene.ts';
import type { ChartSpec } from '../../../../../src/talk/blocks/chart/chart-spec.ts';
import { chartView } from '../../../../../src/talk/blocks/chart/chart-view.ts';
import { viewPercent } from '../../../../../src/talk/blocks/chart/kinds/percent-view.ts';
import { showStep } from '../../../../../src/talk/blocks/chart/chart-steps.ts';
import { makeView } from '../../../../gallery/example.ts';

await Promise.all([loadParts({ type: 'stacked' }), loadParts({ type: 'percent' })]);

const EXTENT = { width: 1104, height: 470 };

function viewOf(last: Record<string, number | null>, kinds = Object.keys(last)) {
  const rows = ['2024', '2025'].flatMap((asOf) =>
    kinds.map((kind) => ({ asOf, kind, n: asOf === '2025' ? (last[kind] ?? null) : 50 })),
  );
  const spec = { data: 'd', type: 'stacked', y: 'n', label: 'kind' } as const;
  return chartView(spec, makeView('d', rows));
}

function textsOf({ marks }: Scene): string[] {
  return marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
}

test('names stand beside the last column where each series reaches it', () => {
  const scene = layChart(viewOf({ old: 20, new: 30 }), EXTENT);
  expect(scene.marks.some(({ key }) => key.startsWith('swatch'))).toBe(false);
  expect(textsOf(scene)).toEqual(expect.arrayContaining(['old', 'new']));
});

test('names are in a legend where notes above the plot leave no height for them beside it', () => {
  const view = viewOf(
    Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((kind) => [kind, 9])),
  );
  const isInLegend = (noteRoom: number): boolean =>
    layChart(view, { width: 1104, height: 330, noteRoom }).marks.some(({ key }) =>
      key.startsWith('swatch'),
    );
  expect([isInLegend(0), isInLegend(120)]).toEqual([false, true]);
});

test.each([null, 0])('a series whose last part is %s has its name in a legend', (last) => {
  const scene = layChart(viewOf({ old: last, new: 30 }), EXTENT);
  const swatches = scene.marks.filter(({ key }) => key.startsWith('swatch'));
  expect(swatches.map(({ look }) => look)).toEqual(['bar tone-1', 'bar tone-2']);
  expect(textsOf(scene)).toEqual(expect.arrayContaining(['old', 'new']));
});

test('a legend has its place before its series enters, so that nothing moves', () => {
  const view = viewOf({ old: 0, new: 30, third: 5 });
  const whole = layChart(view, EXTENT);
  const first = layChart(showStep(view, 0), EXTENT);
  const find = ({ marks }: Scene) => marks.find(({ key }) => key === 'legend old');
  expect(find(first)).toEqual(find(whole));
  expect(textsOf(first)).not.toContain('third');
  const ground = ({ marks }: Scene) => marks.find(({ key }) => key === 'baseline');
  expect(ground(first)).toEqual(ground(whole));
});

test('twelve series have twelve looks: six hues, plain and with stripes', () => {
  const kinds = Array.from({ length: 12 }, (_, index) => `kind ${index}`);
  const scene = layChart(viewOf(Object.fromEntries(kinds.map((kind) => [kind, 9]))), EXTENT);
  const looks = scene.marks.filter(({ kind }) => kind === 'rect').map(({ look }) => look);
  expect(new Set(looks).size).toBe(12);
  const patterns = scene.marks.filter(({ key }) => key.startsWith('pattern'));
  expect(patterns.length).toBeGreaterThanOrEqual(12);
});

test.each([
  ['wide columns', 3, ['a', 'b']],
  ['narrow columns', 14, ['a', 'b']],
  ['low parts', 2, Array.from({ length: 12 }, (_, index) => `part ${index}`)],
])('shares of 100 percent say so: %s', (_, count, kinds) => {
  const rows = Array.from({ length: count }, (_, year) =>
    kinds.map((kind) => ({ asOf: `${2000 + year}`, kind, n: 5 + year })),
  ).flat();
  const spec = { data: 'd', type: 'percent', y: 'n', label: 'kind', unit: 'kLOC' } as const;
  const view = viewPercent(spec, makeView('d', rows));
  for (const height of [470, 200]) {
    const texts = textsOf(layChart(view, { width: 1104, height }));
    expect(texts.some((text) => text.endsWith('%'))).toBe(true);
  }
});

test('a total of which a part is not known is at least the sum of the others', () => {
  const texts = textsOf(layChart(viewOf({ old: null, new: 30 }), EXTENT));
  expect(texts).toEqual(expect.arrayContaining(['100', '\u2265 30']));
});

test('shares beside an axis have their totals above them where all have room', () => {
  const rows = Array.from({ length: 12 }, (_, place) =>
    Array.from({ length: 30 }, (_, part) => ({
      place: `p${place}`,
      part: `s${part}`,
      n: 3 + part,
    })),
  ).flat();
  const spec = { data: 'd', type: 'percent', x: 'place', label: 'part', y: 'n' } as const;
  const texts = textsOf(layChart(viewPercent(spec, makeView('d', rows)), EXTENT));
  expect(texts).toContain('50%');
  expect(texts.filter((text) => text === '525')).toHaveLength(12);
});

test('totals that differ in their last digits are not short', () => {
  const rows = [1, 2].map((n) => ({ name: `n${n}`, a: 1e6 + n * 0.001, b: 1e6 }));
  const spec = { data: 'd', type: 'stacked', x: 'name', y: ['a', 'b'] } satisfies ChartSpec;
  const texts = textsOf(layChart(chartView(spec, makeView('d', rows)), EXTENT));
  expect(texts).toContain('2\u202f000\u202f000.001');
});

test('values of parts are written in all columns or in none, the same at each step', () => {
  const rows = (share: number) =>
    Array.from({ length: 12 }, (_, year) => [
      { asOf: `${2000 + year}`, kind: 'c', n: year < 2 ? 91 : share },
      { asOf: `${2000 + year}`, kind: 'asm', n: year < 2 ? 9 : 100 - share },
    ]).flat();
  const spec = { data: 'd', type: 'percent', y: 'n', label: 'kind' } as const;
  const valuesOf = (share: number, steps: number | null) => {
    const view = viewPercent(spec, makeView('d', rows(share)));
    const { marks } = layChart(steps === null ? view : showStep(view, steps), EXTENT);
    return marks.flatMap((mark) =>
      mark.kind === 'text' && mark.key.startsWith('value') ? [mark.text] : [],
    );
  };
  expect(new Set(valuesOf(88, null))).toEqual(new Set(['91%', '9%', '88%', '12%']));
  expect(valuesOf(100, null)).toEqual([]);
  expect(valuesOf(100, 0)).toEqual([]);
});
