import { expect, test } from 'vitest';
import { loadParts } from '../../../../../src/browser/charts/chart-parts.ts';
import { layChart } from '../../../../../src/browser/charts/charts.ts';
import type { TextMark } from '../../../../../src/browser/charts/scene.ts';
import { chartView } from '../../../../../src/talk/blocks/chart/chart-view.ts';
import { makeView } from '../../../../gallery/example.ts';

await loadParts({ type: 'line' });

/** Draws a line over moments and gives the texts below it with their position, and the positions of its points. */
function draw(moments: string[], width = 1104): { names: TextMark[]; points: number[] } {
  const rows = moments.map((at, index) => ({ at, value: index }));
  const view = chartView({ data: 'd', type: 'line', x: 'at', y: 'value' }, makeView('d', rows));
  const { marks } = layChart(view, { width, height: 470 });
  const names = marks.filter((mark) => mark.kind === 'text').filter(({ y }) => y === 460);
  const line = marks.find((mark) => mark.kind === 'path' && mark.key.startsWith('line'));
  const points = line?.kind === 'path' ? line.points.map((point) => point?.x ?? NaN) : [];
  return { names, points };
}

function below(moments: string[], width?: number): string[] {
  return draw(moments, width).names.map(({ text }) => text);
}

function columns(moments: string[]): string[] {
  const rows = moments.map((at) => ({ at, value: 1234567 }));
  const view = chartView({ data: 'd', type: 'column', x: 'at', y: 'value' }, makeView('d', rows));
  const { marks } = layChart(view, { width: 1104, height: 470 });
  return marks.flatMap((mark) =>
    mark.kind === 'text' && mark.key.startsWith('place') ? [mark.text] : [],
  );
}

function months(count: number, start = 0): string[] {
  return Array.from({ length: count }, (_, index) => {
    const month = start + index;
    return `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

function hours(count: number, step: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2026, 2, 1) + index * step * 3_600_000).toISOString(),
  );
}

test('a few dates are all named', () => {
  expect(below(months(8))).toHaveLength(8);
});

test('many months are counted in years, quarters or months', () => {
  expect(below(months(72))).toEqual(['2020', '2021', '2022', '2023', '2024', '2025']);
  expect(below(months(20))).toEqual([
    'Jan 2020',
    'Apr 2020',
    'Jul 2020',
    'Oct 2020',
    'Jan 2021',
    'Apr 2021',
    'Jul 2021',
  ]);
  expect(below(months(240))).toEqual([
    '2020',
    '2022',
    '2024',
    '2026',
    '2028',
    '2030',
    '2032',
    '2034',
    '2036',
    '2038',
  ]);
});

test('a narrow drawing has fewer dates', () => {
  expect(below(months(20), 420)).toEqual(['2020', '2021']);
});

test('days are counted in weeks or days, and hours in hours', () => {
  const days = hours(30, 24).map((time) => time.slice(0, 10));
  expect(below(days)).toEqual([
    '1 Mar 2026',
    '8 Mar 2026',
    '15 Mar 2026',
    '22 Mar 2026',
    '29 Mar 2026',
  ]);
  expect(below(hours(25, 1), 600)).toEqual([
    '1 Mar 00:00',
    '06:00',
    '12:00',
    '18:00',
    '2 Mar 00:00',
  ]);
});

test('times have their day once a day, below lines and columns', () => {
  const clock = ['00:00', '06:00', '12:00', '18:00'];
  const [first, ...others] = clock;
  const twoDays = [`1 Mar ${first}`, ...others, `2 Mar ${first}`, ...others];
  expect(below(hours(48, 1))).toEqual(twoDays);
  expect(columns(hours(48, 1))).toEqual(twoDays);
  expect(below(hours(4, 1))).toEqual(['1 March 2026 00:00', '01:00', '02:00', '03:00']);
  // Times of several years have their year.
  expect(columns(['2025-03-01T06:00', '2026-03-01T06:00', '2026-03-01T07:00'])).toEqual([
    '1 March 2025 06:00',
    '1 March 2026 06:00',
    '07:00',
  ]);
});

test('uneven dates stand at their time, and round dates are named over all of it', () => {
  const crowded = ['01', '02', '03', '04', '05', '06'].map((day) => `2024-03-${day}`);
  const { names, points } = draw(['2020-01-01', '2021-01-01', '2022-01-01', ...crowded]);
  expect(names.map(({ text }) => text)).toEqual(['2020', '2021', '2022', '2023', '2024']);
  expect(names[1]?.x).toBeCloseTo(points[1] ?? 0);
  expect(names[2]?.x).toBeCloseTo(points[2] ?? 0);
  expect(points).toHaveLength(9);
});

test('no date is finer than the data', () => {
  expect(below(['2018', '2019', '2020-01-01'].concat(months(4)), 300)).not.toContain('1 Mar 2020');
  for (const text of below(['2020', '2021', '2022', '2023'], 200)) expect(text).toMatch(/^20\d\d$/);
});

test('of many columns those are named that begin a year, a quarter or a month', () => {
  expect(columns(months(13))).toEqual(['Jan 2020', 'Apr 2020', 'Jul 2020', 'Oct 2020', 'Jan 2021']);
  expect(columns(months(72, 3))).toEqual([
    'Jan 2021',
    'Jan 2022',
    'Jan 2023',
    'Jan 2024',
    'Jan 2025',
    'Jan 2026',
  ]);
  // Where a year has no first month, its first column is named.
  expect(columns(months(72).filter((month) => !month.endsWith('-01')))).toContain('Feb 2022');
});

test('times of the zone of a talk are named by its clock', () => {
  const times = Array.from(
    { length: 9 },
    (_, hour) => `2026-11-30T${String(9 + hour).padStart(2, '0')}:00+01:00`,
  );
  expect(below(times, 420)).toEqual(['30 Nov 09:00', '12:00', '15:00']);
});
