import { expect, test } from 'vitest';
import { chart } from '../../../../../../src/talk/blocks/chart/chart.ts';
import { viewAnyChart } from '../../../../../../src/talk/blocks/chart/chart-kinds.ts';
import { countChartSteps, showStep } from '../../../../../../src/talk/blocks/chart/chart-steps.ts';
import type { ChartSpec } from '../../../../../../src/talk/blocks/chart/chart-spec.ts';
import { compileBlock } from '../../../../../support/block.ts';
import { areas, drivers, latencies } from '../../../../../gallery/data-kinds.ts';
import { makeView } from '../../../../../gallery/example.ts';

const YAML = 'data: areas\ntype: area\ny: commits\nfacet: area';
const datasets = [areas, drivers, latencies];

function faults(yaml: string, extra = datasets): string[] {
  return compileBlock(chart, yaml, { datasets: extra }).problems.map(
    ({ code, span, message }) => `${span?.file}: ${code} ${message}`,
  );
}

test('the table has the rows of all charts, each with the name of its chart', () => {
  const { output, problems } = compileBlock(chart, YAML, { datasets });
  expect(problems).toEqual([]);
  const lines = output?.text.split('\n') ?? [];
  expect(lines[2]).toBe('| area | Date | commits |');
  expect(lines[4]).toMatch(/^\| drivers \| 2019 \| \d+ \|$/);
  expect(lines).toContain('| scripts | 2019 | no data |');
  expect(lines).toHaveLength(4 + 6 * 6);
});

test('all charts have the same axis and places', () => {
  const spec: ChartSpec = { data: 'areas', type: 'area', y: 'commits', facet: 'area' };
  const facets = viewAnyChart(spec, areas).facets ?? [];
  const ends = facets.map(({ view }) => `${view.min} to ${view.max}`);
  const places = facets.map(({ view }) => view.places.map(({ key }) => key).join());
  expect(facets.map(({ name }) => name)).toHaveLength(6);
  expect(new Set(ends).size).toBe(1);
  expect(new Set(places).size).toBe(1);
});

test('histograms have the same bins', () => {
  const spec: ChartSpec = { data: 'drivers', type: 'histogram', x: 'lines', facet: 'area' };
  const bins = (viewAnyChart(spec, drivers).facets ?? []).map(({ view }) =>
    view.places.map(({ key }) => key).join(),
  );
  expect(new Set(bins).size).toBe(1);
});

test('charts enter one by one', () => {
  const spec: ChartSpec = { data: 'areas', type: 'area', y: 'commits', facet: 'area' };
  const view = viewAnyChart(spec, areas);
  expect(countChartSteps(view)).toBe(5);
  expect(showStep(view, 1).facets?.map(({ isShown }) => isShown)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('an unknown column, a comparison and notes at points are problems', () => {
  expect(faults('data: areas\ntype: area\ny: commits\nfacet: areas')[0]).toContain(
    'unknown-column',
  );
  expect(faults('data: drivers\ntype: bar\ny: lines\nfacet: area')[0]).toContain('differ in scale');
  expect(faults(`${YAML}\nmark: 1y`)).toEqual([
    'mark: wrong-value "mark" has to be left out beside facets.',
  ]);
  expect(faults(`${YAML}\nannotate: [{point: '2020', text: x}]`)[0]).toContain('annotate.0.point');
  expect(faults(`${YAML}\nannotate: [{value: 50, text: x}]`)).toEqual([]);
});

test('more charts than a slide or a height has room for are too much to show', () => {
  const rows = Array.from({ length: 13 }, (_, index) => ({
    area: `a ${index}`,
    x: 'y',
    commits: 1,
  }));
  const many = [makeView('areas', rows)];
  const yaml = 'data: areas\ntype: column\nx: x\ny: commits\nfacet: area';
  expect(faults(yaml, many)[0]).toContain('13 small charts: 12 of them have room');
  expect(faults(`${YAML}\nheight: 200`)[0]).toContain('6 small charts: they need ');
});

test('rows that share a place are reported beside a lack of room', () => {
  const rows = ['a', 'b', 'b'].map((area) => ({ area, x: 'y', commits: 1 }));
  const yaml = 'data: areas\ntype: column\nx: x\ny: commits\nfacet: area';
  const codesAt = (height: number): (string | undefined)[] =>
    faults(`${yaml}\nheight: ${height}`, [makeView('areas', rows)]).map(
      (text) => text.split(' ')[1],
    );
  expect(codesAt(97)).toEqual(['too-much-to-show', 'ambiguous-rows']);
  expect(codesAt(400)).toEqual(['ambiguous-rows']);
});

test('the height that a hint names is accepted, and one pixel less is not', () => {
  const rows = ['a', 'b'].flatMap((area) =>
    ['x', 'y'].map((x) => ({ area, x, first: 1, second: 2 })),
  );
  const yaml = 'data: areas\ntype: column\nx: x\ny: [first, second]\nfacet: area';
  const faultsAt = (height: number): string[] =>
    faults(`${yaml}\nheight: ${height}`, [makeView('areas', rows)]);
  const least = Number(/they need (\d+)/.exec(faultsAt(97)[0] ?? '')?.[1]);
  expect(faultsAt(97)).toHaveLength(1);
  expect(faultsAt(least)).toEqual([]);
  expect(faultsAt(least - 1)).toHaveLength(1);
});
