import { expect, test } from 'vitest';
import { loadParts } from '../../../../../src/browser/charts/chart-parts.ts';
import { layChart } from '../../../../../src/browser/charts/charts.ts';
import type { TextMark } from '../../../../../src/browser/charts/scene.ts';
import { chartView } from '../../../../../src/talk/blocks/chart/chart-view.ts';
import { makeView } from '../../../../gallery/example.ts';

await loadParts({ type: 'bar' });

const PATHS = [
  'drivers/net/ethernet/mellanox/mlx5/core/steering',
  'drivers/gpu/drm/amd/display/dc/dml2/dml21/src',
  'arch/arm64/boot/dts/qcom/sc8280xp-lenovo-thinkpad-x13s.dts',
  'sound/soc/codecs',
];

/** Draws bars and returns the lines of their names, in order. */
function lay(names: string[], width: number, height: number): TextMark[] {
  const rows = names.map((name, index) => ({ name, lines: 9000 - 100 * index }));
  const spec = { data: 'd', type: 'bar', label: 'name', y: 'lines' } as const;
  const { marks } = layChart(chartView(spec, makeView('d', rows)), { width, height });
  return marks.flatMap((mark) => (mark.kind === 'text' && mark.look === 'ink' ? [mark] : []));
}

function join(lines: readonly TextMark[], name: string): string {
  const own = lines.filter(({ key }) => key.endsWith(`row ${name}`));
  return own.map(({ text }) => text).join('');
}

test.each([
  ['a slide', 1104, 470],
  ['half of a slide', 520, 470],
  ['a third of a slide', 340, 470],
])('long names are broken into lines, and none is cut, in %s', (_, width, height) => {
  const lines = lay(PATHS, width, height);
  for (const name of PATHS) expect(join(lines, name)).toBe(name);
});

test('a short name stays in one line, and lines are around the middle of their row', () => {
  const lines = lay(PATHS, 520, 470);
  expect(lines.filter(({ key }) => key.endsWith('row sound/soc/codecs'))).toHaveLength(1);
  const middles = PATHS.map((name) => {
    const own = lines.filter(({ key }) => key.endsWith(`row ${name}`)).map(({ y }) => y);
    return ((own[0] ?? NaN) + (own.at(-1) ?? NaN)) / 2;
  });
  const [first = NaN, second = NaN, , last = NaN] = middles;
  expect(last - first).toBeCloseTo(3 * (second - first), 5);
});

test('names that no row can hold are cut', () => {
  const names = Array.from({ length: 16 }, (_, index) => `${'long '.repeat(20)}${index}`);
  const texts = lay(names, 340, 470).map(({ text }) => text);
  expect(texts.every((text) => text.includes('\u2026'))).toBe(true);
  expect(new Set(texts).size).toBe(16);
});

test.each([1, 2, 3])('%i rows fill the middle of a slide in large letters', (count) => {
  const texts = lay(['C', 'Rust', 'Make'].slice(0, count), 1104, 470);
  expect(texts.map(({ size }) => size)).toEqual(Array.from({ length: count }, () => 36));
  const middles = texts.map(({ y, size }) => y - size / 3);
  expect(((middles[0] ?? 0) + (middles.at(-1) ?? 0)) / 2).toBeCloseTo(235, 5);
  if (count > 1) expect((middles[1] ?? 0) - (middles[0] ?? 0)).toBeGreaterThan(150);
});

test('more rows, and few in a narrow place, have the usual letters', () => {
  expect(lay(['a', 'b', 'c', 'd'], 1104, 470)[0]?.size).toBe(26);
  expect(lay(['a', 'b'], 520, 470)[0]?.size).toBe(26);
  expect(lay(['a', 'b'], 1104, 150)[0]?.size).toBe(26);
});
