import { expect, test } from 'vitest';
import { loadParts } from '../../../../../src/browser/charts/chart-parts.ts';
import { layChart } from '../../../../../src/browser/charts/charts.ts';
import { boxOf, crosses, overlap } from '../../../../../src/browser/charts/layout/box.ts';
import type { Scene, TextMark } from '../../../../../src/browser/charts/scene.ts';
import type { ChartSpec } from '../../../../../src/talk/blocks/chart/chart-spec.ts';
import { chartView } from '../../../../../src/talk/blocks/chart/chart-view.ts';
import { makeView } from '../../../../gallery/example.ts';

await loadParts({ type: 'line' });

const EXTENT = { width: 1104, height: 470 };

type Values = Record<string, (number | null)[]>;

function lay(values: Values, spec: Partial<ChartSpec> = {}, extent = EXTENT): Scene {
  const rows = Object.entries(values).flatMap(([kind, numbers]) =>
    numbers.map((n, month) => ({
      asOf: `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
      kind,
      n,
    })),
  );
  const own: ChartSpec = { data: 'd', type: 'line', x: 'date', y: 'n', label: 'kind', ...spec };
  return layChart(chartView(own, makeView('d', rows)), extent);
}

function textsOf({ marks }: Scene): TextMark[] {
  return marks.filter((mark) => mark.kind === 'text');
}

/** Lists the texts that a line passes through, or that lie over another. */
function findCollisions(scene: Scene): string[] {
  const texts = textsOf(scene);
  const crossed = texts.filter((text) =>
    scene.marks.some((mark) => {
      if (mark.kind !== 'path') return false;
      return mark.points.some((point, index) => {
        const next = mark.points[index + 1];
        return point && next && crosses(boxOf(text), [point.x, point.y], [next.x, next.y]);
      });
    }),
  );
  const over = texts.filter((a, index) =>
    texts.slice(index + 1).some((b) => overlap(boxOf(a), boxOf(b))),
  );
  return [...crossed, ...over].map(({ text }) => text);
}

const upTo = (count: number, from: number, by = 1): number[] =>
  Array.from({ length: count }, (_, index) => from + by * index);

test('a line that ends early has its name clear of the others', () => {
  const scene = lay({ stopped: upTo(5, 30, 2), 'goes on': upTo(12, 34) });
  expect(textsOf(scene).map(({ text }) => text)).toEqual(
    expect.arrayContaining(['stopped', 'goes on']),
  );
  expect(findCollisions(scene)).toEqual([]);
});

test('the name of a line that ends among others is beside the plot, with a leader to it', () => {
  const crowd = Object.fromEntries(upTo(10, 0).map((n) => [`line ${n}`, upTo(20, n * 5, n % 2)]));
  const scene = lay({ ...crowd, early: upTo(6, 20) });
  expect(findCollisions(scene)).toEqual([]);
  expect(textsOf(scene).map(({ text }) => text)).toContain('early');
});

test('lines that end at one height have leaders to their names', () => {
  const scene = lay({ a: upTo(9, 30), b: upTo(9, 30.1), c: upTo(9, 30.2) });
  const leaders = scene.marks.filter(({ key }) => key.startsWith('leader'));
  expect(leaders.length).toBeGreaterThanOrEqual(2);
  expect(findCollisions(scene)).toEqual([]);
});

test.each([
  [
    'a long name',
    {
      ['a name that is far too long for the room beside a plot of half the width']: [1, 2, 3],
      b: [3, 2, 1],
    },
    { width: 520, height: 420 },
  ],
  [
    'many lines in a low drawing',
    Object.fromEntries(upTo(12, 0).map((n) => [`line ${n}`, [n, 2 * n, n]])),
    { width: 1104, height: 300 },
  ],
])('%s brings a legend, and no name is lost', (_, values, extent) => {
  const scene = lay(values, {}, extent);
  const legend = textsOf(scene).filter(({ key }) => key.startsWith('legend'));
  expect(legend).toHaveLength(Object.keys(values).length);
  expect(findCollisions(scene).filter((text) => !/^\d/.test(text))).toEqual([]);
});

test('each gap is named once, in its middle, where it has room', () => {
  const gap = [null, null, null];
  const scene = lay({ only: [...upTo(4, 100), ...gap, ...upTo(11, 107)] });
  expect(textsOf(scene).filter(({ text }) => text === 'no data')).toHaveLength(1);
  const narrow = lay({ only: [...upTo(30, 9), null, ...upTo(30, 9)] });
  expect(textsOf(narrow).filter(({ text }) => text === 'no data')).toHaveLength(0);
  expect(findCollisions(narrow)).toEqual([]);
});

test('a single point between gaps is a dot', () => {
  const scene = lay({ only: [...upTo(20, 5), null, 30, null, ...upTo(20, 7)] });
  const dots = scene.marks.filter(({ kind }) => kind === 'circle').map(({ key }) => key);
  expect(dots).toContain('only 2024-10');
});

test('direct values keep clear of a steep line, or give way to an axis', () => {
  for (const values of [
    [1, 90, 2, 80],
    [5, 100],
    [9, 1, 9, 1, 9, 1, 9, 1],
    upTo(8, 1e9, 123_456_789),
  ]) {
    for (const width of [1104, 520, 300]) {
      expect(findCollisions(lay({ only: values }, {}, { width, height: 320 }))).toEqual([]);
    }
  }
});

test('the seventh line has the hue of the first and is told apart by its look', () => {
  const scene = lay(Object.fromEntries(upTo(8, 0).map((n) => [`line ${n}`, [n, n + 1]])));
  const looks = scene.marks.filter(({ kind }) => kind === 'path').map(({ look }) => look);
  expect(new Set(looks).size).toBe(8);
});

test('values of neighbouring days do not read as one number', () => {
  const days = ['2019-03-14', '2019-03-15', '2021-11-02', '2024-08-20'];
  const rows = days.map((asOf, index) => ({ asOf, n: [3, 9, 140, 1480][index] ?? 0 }));
  const view = chartView({ data: 'd', type: 'line', x: 'date', y: 'n' }, makeView('d', rows));
  const texts = textsOf(layChart(view, EXTENT));
  const [three, nine] = ['3', '9'].map((text) => texts.find((one) => one.text === text));
  if (!three || !nine) throw new Error('Both values are written.');
  const [before, after] = [boxOf(three), boxOf(nine)];
  const isApart = after.left - before.right > 4 || before.bottom <= after.top;
  expect(isApart).toBe(true);
});

test('a value is not nearer to another point than to its own', () => {
  const values = [3.2, 12.8, 51.2, 204.8, 819.2].map((factor) => factor * 1e15);
  const rows = values.map((size, index) => ({ asOf: String(2019 + index), size }));
  const data = { ...makeView('d', rows), unit: 'B' };
  const view = chartView({ data: 'd', type: 'line', x: 'date', y: 'size' }, data);
  for (const width of [1104, 520]) {
    const { marks } = layChart(view, { width, height: 470 });
    const dots = marks.flatMap((mark) => (mark.kind === 'circle' ? [mark] : []));
    for (const text of textsOf({ marks, width, height: 470 })) {
      const place = view.series[0]?.points.findIndex(({ label }) => label === text.text) ?? -1;
      if (!text.key.startsWith('value') || place < 0) continue;
      const box = boxOf(text);
      const distances = dots.map(({ cx, cy }) =>
        Math.hypot(
          Math.max(0, box.left - cx, cx - box.right),
          Math.max(0, box.top - cy, cy - box.bottom),
        ),
      );
      const x = dots[place]?.cx ?? NaN;
      const factor = box.left <= x && x <= box.right ? 1.5 : 1;
      expect(Math.min(...distances) * factor).toBeGreaterThanOrEqual(distances[place] ?? NaN);
    }
  }
});

test('no room is left beside a plot for a value that is wider than the plot, and not written', () => {
  const long = [71_300_000_000_000, 96_300_000_000_000, 53_400_000_000_000, 3, 4, 5, 6, 7, 8];
  const scene = lay({ a: long }, { format: 'percent' }, { width: 325, height: 470 });
  const line = scene.marks.find((mark) => mark.kind === 'path');
  const ends = line?.kind === 'path' ? line.points.flatMap((point) => point?.x ?? []) : [];
  expect(Math.max(...ends)).toBeGreaterThan(300);
});

test('lines over long names have their newest values apart from these', () => {
  const names = [
    ...upTo(8, 0).map((index) => `memnetko${index}`),
    'management and power for of networking memory 198',
    'management networking driver for core the 199',
  ];
  const kinds = upTo(7, 0).map((index) => `CONFIG_PCIPCITIO_SCHEDRENMU_${index}`);
  const rows = names.flatMap((name, place) =>
    kinds.map((kind, n) => ({ name, kind, n: place === 4 && n === 5 ? -4.2 : n * 1.41e-7 })),
  );
  const spec: ChartSpec = { data: 'd', type: 'area', x: 'name', y: 'n', label: 'kind' };
  for (const height of upTo(30, 400, 5)) {
    const texts = textsOf(layChart(chartView(spec, makeView('d', rows)), { width: 1104, height }));
    const over = texts.filter((a, index) =>
      texts.slice(index + 1).some((b) => overlap(boxOf(a), boxOf(b))),
    );
    expect(over.map(({ text }) => `${text} at ${height}`)).toEqual([]);
  }
});
