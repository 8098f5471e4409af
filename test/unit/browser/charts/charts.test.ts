import { expect, test } from 'vitest';
import { loadParts, viewChart } from '../../../../src/browser/charts/chart-parts.ts';
import { layChart } from '../../../../src/browser/charts/charts.ts';
import { boxOf } from '../../../../src/browser/charts/layout/box.ts';
import type { Mark, Scene, TextMark } from '../../../../src/browser/charts/scene.ts';
import { toSpark } from '../../../../src/browser/charts/kinds/spark.ts';
import { textWidth } from '../../../../src/browser/charts/chart-text.ts';
import { chartView } from '../../../../src/talk/blocks/chart/chart-view.ts';
import type { ChartSpec } from '../../../../src/talk/blocks/chart/chart-spec.ts';
import { showStep } from '../../../../src/talk/blocks/chart/chart-steps.ts';
import type { ChartView } from '../../../../src/talk/blocks/chart/chart-view.ts';
import { figureView, type FigureSpec } from '../../../../src/talk/blocks/figure/figure-view.ts';
import { pulls } from '../../../gallery/data.ts';
import { makeView } from '../../../gallery/example.ts';
import { examples } from '../../../gallery/registry.ts';

await Promise.all(Object.values(examples).map(({ spec }) => loadParts(spec as Partial<ChartSpec>)));

const SIZES = [
  { width: 1104, height: 470 },
  { width: 1104, height: 300 },
  { width: 520, height: 420 },
  { width: 420, height: 320 },
];
const SMALLEST = 18;
/** How much of its size a line of text takes above and below its baseline. */
const ASCENT = 0.76;
const DESCENT = 0.24;

interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const views = Object.entries(examples).flatMap(([name, example]): [string, ChartView][] => {
  const isDrawnAsChart = example.block === undefined || example.block === 'figure';
  const view = isDrawnAsChart ? viewOf(example) : null;
  return view ? [[name, view]] : [];
});

for (const [name, view] of views) {
  for (const extent of SIZES) {
    const scene = layChart(view, extent);
    const size = `${extent.width} by ${extent.height}`;

    test(`${name} keeps all its words inside the drawing at ${size}`, () => {
      const outside = boxesOf(scene).filter(
        ({ left, right, top, bottom }) =>
          left < -1 || right > extent.width + 1 || top < -1 || bottom > extent.height + 1,
      );
      expect(outside).toEqual([]);
    });

    test(`${name} lets no words touch at ${size}`, () => {
      expect(findOverlaps(boxesOf(scene))).toEqual([]);
    });

    test(`${name} writes nothing too small and no mark twice at ${size}`, () => {
      const small = textsOf(scene).filter((mark) => mark.size < SMALLEST);
      const keys = scene.marks.map(({ kind, key }) => `${kind} ${key}`);
      expect(small).toEqual([]);
      expect(keys).toEqual([...new Set(keys)]);
      expect(scene.marks.flatMap(numbersOf).every(Number.isFinite)).toBe(true);
    });
  }
}

test('draws bars from zero, as long as their values', () => {
  const view = viewOf(examples['bar-versions']);
  const bars = view ? layChart(view, { width: 1104, height: 470 }).marks.filter(isBar) : [];
  const lengths = bars.map(({ width }) => width);
  expect(lengths.length).toBe(5);
  expect((lengths[4] ?? 0) / (lengths[0] ?? 1)).toBeCloseTo(54 / 13, 3);
});

test('draws what is not exact hollow', () => {
  const view = viewOf(examples['column-two-points']);
  const bars = view ? layChart(view, { width: 1104, height: 470 }).marks.filter(isBar) : [];
  expect(bars.map(({ look }) => look)).toEqual(['bar tone-0 inexact', 'bar tone-1']);
});

test('cuts a line where there is no data and says so', () => {
  const view = viewOf(examples['line-versions']);
  const scene = view && layChart(view, { width: 1104, height: 470 });
  const line = scene?.marks.find((mark) => mark.kind === 'path');
  expect(line?.kind === 'path' && line.points.at(-1)).toBe(null);
  expect(scene && textsOf(scene).map(({ text }) => text)).toContain('no data');
});

test('says where an axis starts that does not start at zero', () => {
  const view = viewOf(examples['line-cut-axis']);
  const scene = view && layChart(view, { width: 1104, height: 470 });
  expect(scene && textsOf(scene).map(({ text }) => text)).toContain(
    'subscribers, axis starts at 200',
  );
});

test('interrupts a reference line where it would cross a text', () => {
  const view = viewOf(examples['bar-notes']);
  const scene = view && layChart(view, { width: 420, height: 320 });
  const boxes = scene ? boxesOf(scene) : [];
  const lines = scene?.marks.filter(({ look }) => look === 'reference') ?? [];
  const crossed = boxes.filter(({ left, right, top, bottom }) =>
    lines.some(
      (line) =>
        line.kind === 'line' &&
        line.x1 < right &&
        line.x2 > left &&
        Math.min(line.y1, line.y2) < bottom &&
        Math.max(line.y1, line.y2) > top,
    ),
  );
  expect(lines.length).toBeGreaterThan(2);
  expect(crossed).toEqual([]);
});

test('keeps a date inside a small chart whose ticks take most of its width', () => {
  const rows = ['2009-07-06', '2009-07-13', '2009-07-20'].map((asOf) => ({ asOf, n: 8e9 }));
  const spec = { data: 'd', type: 'column', x: 'date', y: 'n', unit: 'ms' } as const;
  const extent = { width: 246, height: 160, isFacet: true };
  const boxes = boxesOf(layChart(viewChart(spec, makeView('d', rows)), extent));
  expect(boxes.some(({ text }) => text.includes('Jul'))).toBe(true);
  expect(boxes.filter(({ left, right }) => left < 0 || right > extent.width)).toEqual([]);
});

test('leaves values beside ranges to the table where they take the room of the names', () => {
  const rows = [1, 2].map((at) => {
    const name = `memory management ${at}`;
    return { name, low: at * 1e12, high: 9_080_000_000_000, time: 5_750_000_000_000 };
  });
  const spec = {
    data: 'd',
    type: 'range',
    x: 'name',
    low: 'low',
    high: 'high',
    y: 'time',
  } as const;
  const view = viewChart(spec, makeView('d', rows));
  const texts = textsOf(layChart(view, { width: 287, height: 440 })).map(({ text }) => text);
  expect(texts.filter((text) => text.startsWith('memory'))).toHaveLength(2);
  expect(texts.some((text) => text.startsWith('5'))).toBe(false);
});

test('keeps a note at a value on the axis, also when it is above all values', () => {
  const spec = { data: 'rust-pulls', type: 'column', x: 'version', y: 'commits' } as const;
  const view = viewChart({ ...spec, annotate: [{ value: 90, text: 'goal' }] }, pulls);
  const scene = layChart(view, { width: 1104, height: 470 });
  const line = scene.marks.find(({ look }) => look === 'reference');
  const bars = scene.marks.filter(isBar);
  expect(line?.kind === 'line' && line.y1).toBeCloseTo(scene.frame?.toValue(90) ?? 0, 3);
  expect(line?.kind === 'line' && bars.every(({ y }) => y > line.y1)).toBe(true);
});

test('a note waits for its point', () => {
  const view = viewOf(examples['column-notes']);
  if (!view) throw new Error('The example is gone.');
  const words = (step: number): string[] =>
    textsOf(layChart(showStep(view, step), { width: 1104, height: 470 })).map(({ text }) => text);
  expect(words(0)).not.toContain('first driver');
  expect(words(1)).toContain('first driver');
});

test('draws each row of a scatter plot that has both values, and counts the others', () => {
  const view = viewOf(examples['scatter-drivers']);
  for (const extent of SIZES) {
    const scene = view && layChart(view, extent);
    const dots = scene?.marks.filter(({ look }) => look.startsWith('dot ')) ?? [];
    const shapes = dots.filter(({ key }) => !key.startsWith('swatch '));
    expect(shapes.length).toBe(11);
    // Groups differ without colours: each has the shape of its name in the legend.
    const kinds = new Map(dots.map(({ kind, look }) => [look, kind]));
    expect(new Set(kinds.values()).size).toBeGreaterThan(1);
    expect(dots.every(({ kind, look }) => kinds.get(look) === kind)).toBe(true);
    expect(scene && textsOf(scene).map(({ text }) => text)).toContain('no data: 1 of 12');
  }
});

test('names of points cover neither points nor each other', () => {
  const view = viewOf(examples['scatter-drivers']);
  const scene = view && layChart(view, { width: 520, height: 420 });
  const dots = scene?.marks.flatMap((mark) => (mark.kind === 'circle' ? [mark] : [])) ?? [];
  const names = scene?.marks.filter(({ key }) => key.startsWith('name ')) ?? [];
  const boxes = scene ? boxesOf({ ...scene, marks: names }) : [];
  const covered = boxes.filter(({ left, right, top, bottom }) =>
    dots.some(
      ({ cx, cy, r }) => cx + r > left && cx - r < right && cy + r > top && cy - r < bottom,
    ),
  );
  expect(boxes.length).toBeGreaterThan(6);
  expect(covered).toEqual([]);
});

test('draws ranges from their lowest to their highest value, on rows and on columns', () => {
  for (const name of ['range-names', 'range-dates']) {
    const view = viewOf(examples[name]);
    const scene = view && layChart(view, { width: 1104, height: 470 });
    const bars = scene?.marks.filter(isBar) ?? [];
    const ranges = view?.series[0]?.points.flatMap(({ range }) => range ?? []) ?? [];
    const toValue = scene?.frame?.toValue ?? Number;
    const lengths = ranges.map(({ low, high }) => Math.abs(toValue(high) - toValue(low)));
    const drawn = bars.map(({ width, height }) => (name === 'range-names' ? width : height));
    expect(drawn.length).toBe(ranges.length);
    drawn.forEach((length, index) => expect(length).toBeCloseTo(lengths[index] ?? 0, 3));
  }
});

test('stacks shares up to one height, with totals on top', () => {
  const view = viewOf(examples['percent-lines']);
  const scene = view && layChart(view, { width: 1104, height: 470 });
  const bars = scene?.marks.filter(isBar) ?? [];
  const tops = view?.places.map(({ key }) =>
    Math.min(...bars.filter((bar) => bar.key.endsWith(` ${key}`)).map(({ y }) => y)),
  );
  expect(new Set(tops).size).toBe(1);
  const words = scene ? textsOf(scene).map(({ text }) => text) : [];
  expect(words).toContain('7210 lines');
  expect(words).toContain('72%');
  expect(words).not.toContain('100%');
});

test('draws bins beside each other along their axis, as high as their counts', () => {
  const view = viewOf(examples['histogram-edges']);
  const scene = view && layChart(view, { width: 1104, height: 470 });
  const bars = scene?.marks.filter(isBar) ?? [];
  const counts = view?.series[0]?.points.flatMap(({ value }) => (value ? [value] : [])) ?? [];
  const toX = scene?.frame?.toValue ?? Number;
  expect(bars.length).toBe(counts.length);
  bars.forEach(({ height }, index) =>
    expect(height / (bars[0]?.height ?? 1)).toBeCloseTo((counts[index] ?? 0) / (counts[0] ?? 1), 3),
  );
  expect(bars[1]?.x).toBeCloseTo(toX(1500) + 1, 3);
});

test('shades each cell of a heatmap by its value, the largest strongest', () => {
  const view = viewOf(examples['heatmap-hours']);
  for (const extent of SIZES) {
    const scene = view && layChart(view, extent);
    const cells = scene?.marks.filter(({ look }) => look.startsWith('heat ')) ?? [];
    const values = view?.series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
    const drawn = cells.filter(({ key }) => !key.startsWith('swatch'));
    expect(drawn.length).toBe(values?.length);
    const most = values?.indexOf(Math.max(...values)) ?? -1;
    expect(drawn[most]?.look).toBe('heat heat-6');
    expect(scene?.marks.filter(({ key }) => key.startsWith('gap ')).length).toBe(4);
  }
});

test('a heatmap tells values below zero apart without colour', () => {
  const view = viewOf(examples['heatmap-subsystems']);
  const scene = view && layChart(view, { width: 1104, height: 470 });
  const widths = (isBelow: boolean): number[] =>
    scene?.marks.flatMap((mark) =>
      mark.kind === 'rect' && mark.look.includes('below') === isBelow ? [mark.width] : [],
    ) ?? [];
  expect(Math.max(...widths(true))).toBeLessThan(Math.min(...widths(false)));
});

test('each value of a heatmap is within its cell, also in the smaller cells below zero', () => {
  const rows = ['a', 'b'].flatMap((row) =>
    ['c', 'd', 'e', 'f', 'g', 'h'].map((column) => ({ row, column, value: -3_740_000 })),
  );
  const spec: ChartSpec = { data: 'd', type: 'heatmap', x: 'column', label: 'row', y: 'value' };
  for (let width = 600; width <= 1104; width += 12) {
    const { marks } = layChart(chartView(spec, makeView('d', rows)), { width, height: 470 });
    const cells = new Map(
      marks.flatMap((mark) => (mark.kind === 'rect' ? [[mark.key, mark]] : [])),
    );
    for (const mark of marks) {
      const cell = cells.get(mark.key.replace(/^value /, ''));
      if (mark.kind !== 'text' || !cell) continue;
      expect(boxOf(mark).left, `at ${width}`).toBeGreaterThanOrEqual(cell.x);
    }
  }
});

test('small charts have one scale, and those without room are counted', () => {
  const view = viewOf(examples['facet-lines']);
  if (!view) throw new Error('The example is gone.');
  const words = (width: number, height: number): string[] =>
    textsOf(layChart(view, { width, height })).map(({ text }) => text);
  expect(words(1104, 470)).toEqual(expect.arrayContaining(['drivers', 'documentation']));
  expect(words(420, 320)).toContain('and 4 more');
  expect(words(420, 320)).not.toContain('documentation');
});

test('counts the rows that have no room', () => {
  const view = viewOf(examples['bar-versions']);
  const place = view?.places[0];
  const point = view?.series[0]?.points[0];
  const series = view?.series[0];
  if (!view || !place || !point || !series) throw new Error('The example is gone.');
  const many = Array.from({ length: 40 }, (_, index) => index);
  const long = {
    ...view,
    places: many.map((index) => ({ ...place, key: `${index}`, label: `Row ${index}` })),
    series: [{ ...series, points: many.map(() => point) }],
  };
  const scene = layChart(long, { width: 1104, height: 470 });
  const words = textsOf(scene).map(({ text }) => text);
  const rows = words.filter((text) => text.startsWith('Row ')).length;
  expect(rows).toBeGreaterThan(12);
  expect(words).toContain(`and ${40 - rows} more`);
  expect(findOverlaps(boxesOf(scene))).toEqual([]);
});

function viewOf(example: (typeof examples)[string] | undefined): ChartView | null {
  const data = example?.datasets[0];
  if (!example || !data) return null;
  if (example.block !== 'figure') return viewChart(example.spec as unknown as ChartSpec, data);
  const chart = figureView(example.spec as unknown as FigureSpec, data)?.chart;
  return chart ? toSpark(chart) : null;
}

function textsOf({ marks }: Scene): TextMark[] {
  return marks.filter((mark) => mark.kind === 'text');
}

function boxesOf(scene: Scene): Box[] {
  return textsOf(scene).map(({ text, x, y, size, anchor, look }) => {
    const width = textWidth(text, size, look.includes('strong'));
    const left = x - { start: 0, middle: width / 2, end: width }[anchor];
    return { text, left, right: left + width, top: y - size * ASCENT, bottom: y + size * DESCENT };
  });
}

function findOverlaps(boxes: readonly Box[]): [string, string][] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b): [string, string] => [a.text, b.text]),
  );
}

function isBar(mark: Mark): mark is Extract<Mark, { kind: 'rect' }> {
  return mark.kind === 'rect';
}

function numbersOf(mark: Mark): number[] {
  const own = Object.values(mark).filter((value) => typeof value === 'number');
  const points = mark.kind === 'path' ? mark.points.flatMap((p) => (p ? [p.x, p.y] : [])) : [];
  return [...own, ...points];
}

test('titles stand at the right where text runs from right to left', () => {
  const titled = views.find(([, view]) => view.title !== null)?.[1];
  if (!titled) throw new Error('No example has a title.');
  const extent = { width: 1104, height: 470 };
  const find = (isRightToLeft: boolean) =>
    textsOf(layChart(titled, { ...extent, isRightToLeft })).find(({ key }) => key === 'title');
  expect(find(false)).toMatchObject({ x: 0, anchor: 'start' });
  expect(find(true)).toMatchObject({ x: 1104, anchor: 'end' });
});

test('a small series names its first and its last place, however many are between', () => {
  const rows = Array.from({ length: 13 }, (_, index) => ({
    asOf: index < 12 ? `2024-${String(index + 1).padStart(2, '0')}` : '2025-01',
    count: 100 + index,
  }));
  for (const type of ['column', 'line'] as const) {
    const view = chartView({ data: 'd', type, y: 'count' }, makeView('d', rows));
    const scene = layChart(toSpark(view), { width: 460, height: 344 });
    const names = textsOf(scene).filter(({ key }) => key.startsWith('place'));
    expect(names.map(({ text }) => text)).toEqual(['Jan 2024', 'Jan 2025']);
  }
});

test('small charts of bytes have ticks with their unit', () => {
  const rows = [1, 2].map((n) => ({ name: `n${n}`, size: n * 4000, kind: 'a' }));
  const spec = { data: 'd', type: 'column', x: 'kind', y: 'size', facet: 'name' } as const;
  const view = viewChart(spec, { ...makeView('d', rows), unit: 'KiB' });
  const texts = textsOf(layChart(view, { width: 1104, height: 470 })).map(({ text }) => text);
  expect(texts).toContain('4\u202fMiB');
});

test('counts points that cover each other, and names the upright axis with its unit', () => {
  const rows = [1, 1, 1, 2].map((n, index) => ({ name: `n${index}`, a: n, b: n }));
  const spec = { data: 'd', type: 'scatter', x: 'a', y: 'b', label: 'name' } as const;
  const view = viewChart(spec, { ...makeView('d', [...rows, { a: 3, b: null }]), unit: 'ms' });
  const texts = textsOf(layChart(view, { width: 1104, height: 470 })).map(({ text }) => text);
  expect(texts).toContain('no data: 1, covered: 2 of 5');
  expect(texts).toEqual(expect.arrayContaining(['a, ms', 'b, ms, axis starts at 0.7']));
});

test('cuts hairlines at the words of notes', () => {
  const rows = [850, 1200, 1800, 2400].map((n, index) => ({ name: `n${index}`, a: n, b: n + 9 }));
  const spec: ChartSpec = {
    data: 'd',
    type: 'area',
    x: 'name',
    y: ['a', 'b'],
    annotate: [
      { value: 1090, text: 'room of the old server' },
      { value: 2000, text: 'limit' },
    ],
  };
  const scene = layChart(viewChart(spec, makeView('d', rows)), { width: 1104, height: 400 });
  const { marks } = scene;
  const words = boxesOf({ ...scene, marks: marks.filter(({ look }) => look === 'note') });
  const lines = marks.flatMap((mark) =>
    mark.kind === 'line' && mark.look === 'grid' ? [mark] : [],
  );
  const isCrossed = ({ left, right, top, bottom }: (typeof words)[number]) =>
    lines.some(({ x1, x2, y1 }) => top < y1 && y1 < bottom && x1 < right && x2 > left);
  expect(words).toHaveLength(2);
  expect(new Set(lines.map(({ x2 }) => Math.round(x2))).size).toBeGreaterThan(1);
  expect(words.filter(isCrossed)).toEqual([]);
});
