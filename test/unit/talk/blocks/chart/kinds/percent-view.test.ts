import { expect, test } from 'vitest';
import type { Row } from '../../../../../../src/talk/model/dataset.ts';
import { chart } from '../../../../../../src/talk/blocks/chart/chart.ts';
import type { ChartSpec } from '../../../../../../src/talk/blocks/chart/chart-spec.ts';
import { viewPercent } from '../../../../../../src/talk/blocks/chart/kinds/percent-view.ts';
import { compileBlock } from '../../../../../support/block.ts';
import { shares } from '../../../../../gallery/data-kinds.ts';
import { makeView } from '../../../../../gallery/example.ts';

const Y = ['core', 'drivers'];
const YAML = 'data: shares\ntype: percent\ny: [core, drivers]';

function viewOf(rows: Row[]) {
  const data = makeView('shares', rows, { key: 'release' });
  return viewPercent({ data: 'shares', type: 'percent', y: Y }, data);
}

function faults(rows: Row[], yaml = YAML): string[] {
  const datasets = [makeView('shares', rows, { key: 'release' })];
  return compileBlock(chart, yaml, { datasets }).problems.map(
    ({ code, message, hint }) => `${code} ${message} ${hint ?? ''}`,
  );
}

function labels(rows: Row[]): string[] {
  return viewOf(rows).series.map(({ points }) => points[0]?.label ?? '');
}

test('the table has shares with the values they come from', () => {
  const { output } = compileBlock(chart, YAML, { datasets: [shares] });
  const lines = output?.text.split('\n') ?? [];
  expect(lines[2]).toBe('| release | core | drivers |');
  expect(lines[4]).toBe('| 6.9 | 79% (5200) | 21% (1400) |');
});

test('a tiny share is not written as zero, and one short of all not as all', () => {
  expect(labels([{ release: '1', core: 999_996, drivers: 4 }])).toEqual(['99.9996%', '0.0004%']);
});

test('nothing at all has no shares of more than zero', () => {
  const view = viewOf([{ release: '1', core: 0, drivers: 0 }]);
  expect(view.series.map(({ points }) => points[0]?.value)).toEqual([0, 0]);
  expect(view.totals).toEqual(['0']);
});

test('totals have their unit', () => {
  const rows = [{ release: '1', core: 500, drivers: 80 }];
  const spec = { data: 'd', type: 'percent', y: Y, unit: 'kLOC' } as const;
  expect(viewPercent(spec, makeView('d', rows)).totals).toEqual(['580 kLOC']);
});

test('an unknown part is a problem, as the whole is unknown', () => {
  const rows = [
    { release: '1', core: 1, drivers: 2 },
    { release: '2', core: 1, drivers: null },
  ];
  expect(faults(rows)).toEqual([
    'wrong-value "type" has to be another one, as shares need all parts, and "drivers" has no value at "2". Add the missing value, which is 0 where there is nothing, or draw stacks.',
  ]);
  expect(viewOf(rows).series.map(({ points }) => points[1]?.label)).toEqual(['no data', 'no data']);
  const gap = { release: '2', core: null, drivers: null };
  expect(faults([{ release: '1', core: 1, drivers: 2 }, gap])).toEqual([]);
});

test('negative parts are a problem, also when their sum is negative or zero', () => {
  expect(faults([{ release: '1', core: 4, drivers: -4 }])[0]).toContain('"drivers at 1" is');
  const [problem] = faults([{ release: '1', core: -4, drivers: -2 }]);
  expect(problem).toContain('"core at 1" is');
});

test('the axis of shares is no choice', () => {
  const rows = [{ release: '1', core: 1, drivers: 2 }];
  expect(faults(rows, `${YAML}\nmax: 50`)[0]).toContain('"max" has to be left out');
});

test('totals have one precision', () => {
  const rows = [
    { asOf: '2024', a: 60, b: 39.9 },
    { asOf: '2025', a: 50, b: 49.98 },
  ];
  const spec: ChartSpec = { data: 'd', type: 'percent', x: 'date', y: ['a', 'b'] };
  expect(viewPercent(spec, makeView('d', rows)).totals).toEqual(['99.90', '99.98']);
});

test('shares have one precision, as fine as the smallest needs', () => {
  expect(labels([{ release: '1', core: 90.75, drivers: 9.25 }])).toEqual(['91%', '9%']);
  expect(labels([{ release: '1', core: 333, drivers: 1 }])).toEqual(['99.7%', '0.3%']);
});

test('the share of a single part is a problem, but not in one of several small charts', () => {
  expect(faults([{ release: '1', core: 5 }], 'data: shares\ntype: percent\ny: core')).toEqual([
    'wrong-value "type" has to be another one, as the share of "core" is always 100% without another part. Name several columns in "y" or a column of parts in "label", or draw columns.',
  ]);
  const yaml = 'data: shares\ntype: percent\nx: release\ny: n\nlabel: part\nfacet: arch';
  const rows = [
    { release: '1', arch: 'arm', part: 'core', n: 5 },
    { release: '1', arch: 'x86', part: 'core', n: 5 },
  ];
  expect(faults(rows, yaml)).toHaveLength(1);
  expect(faults([...rows, { release: '1', arch: 'x86', part: 'net', n: 5 }], yaml)).toEqual([]);
});

test('wholes that all lack a part are reported by the part', () => {
  const rows = [
    { release: '1', core: 5, drivers: null },
    { release: '2', core: null, drivers: 3 },
  ];
  expect(faults(rows).map((fault) => fault.slice(0, 80))).toEqual([
    'wrong-value "type" has to be another one, as shares need all parts, and "drivers',
  ]);
});
