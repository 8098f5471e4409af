import { TIMELINES, type Drawing } from '../drawing.ts';
import { listExpected, type Expected } from '../expected.ts';
import { fault, type Fault } from '../fault.ts';
import { checkAxis, fitAxis } from './fit.ts';
import { readAxes } from './marks.ts';
import { markOf } from './positions.ts';
import { checkBins, checkCells, checkFacets } from './count-rules.ts';
import { checkLabels } from './label-rules.ts';
import { checkNames } from './name-rules.ts';
import type { Run } from './runs.ts';
import { checkFigure } from './figure-rules.ts';
import { checkCut, checkPlaces } from './place-rules.ts';
import { checkTable } from './table-rules.ts';
import { checkTimeline } from './timeline-rules.ts';
import { checkAcross, checkDates, checkTicks } from './tick-rules.ts';

/** Finds values that are not drawn, or not where they belong, and labels that do not say what is drawn. */
export function checkRows(drawing: Drawing, block: HTMLElement, runs: readonly Run[]): Fault[] {
  const svg = block.querySelector<SVGSVGElement>('svg');
  if (!svg) return drawing.kind === 'spark' ? checkFigure(drawing, block) : [];
  if (TIMELINES.includes(drawing.kind)) return checkTimeline(drawing, block);
  if (drawing.kind === 'spark')
    return [...checkFigure(drawing, block), ...checkSpark(drawing, block, svg)];
  const whole = listExpected(drawing);
  const expected = drawing.kind === 'facets' ? leaveOutRest(whole, svg) : whole;
  const axes = readAxes(drawing, expected, svg);
  const [own, across] = axes.map(fitAxis);
  return [
    ...axes.flatMap(checkAxis),
    ...checkNames(drawing, expected, runs),
    ...checkPlaces(drawing, expected, block),
    ...checkCut(drawing, block),
    ...checkTable(drawing, expected, block),
    ...checkLabels(drawing, expected, svg),
    ...checkCounts(drawing, expected, { block, svg }),
    ...checkTicks(drawing, svg, own),
    ...(axes[0]?.isSideways ? checkAcross(svg, own, drawing.unit) : checkAcross(svg, across)),
    ...checkDates(svg),
  ];
}

interface Drawn {
  block: HTMLElement;
  svg: SVGSVGElement;
}

/** Checks what kinds draw that have no mark for each row on one axis. */
function checkCounts(drawing: Drawing, expected: Expected, { block, svg }: Drawn): Fault[] {
  switch (drawing.kind) {
    case 'histogram':
      return checkBins(drawing, block);
    case 'heatmap':
      return checkCells(drawing, expected, svg);
    case 'facets':
      return checkFacets(drawing, expected, svg);
    default:
      return [];
  }
}

/** Leaves out the small charts that a last line counts, which `check` reports. */
function leaveOutRest({ places, series }: Expected, svg: SVGSVGElement): Expected {
  const rest = [...svg.querySelectorAll('text')].find((one) => markOf(one).key === 'rest');
  const count = Number(/\d+/.exec(rest?.textContent ?? '')?.[0] ?? 0);
  const names = [...new Set(series.map(({ name }) => name))];
  const kept = names.slice(0, names.length - count);
  return { places, series: series.filter(({ name }) => kept.includes(name)) };
}

/** Checks the series of a figure, which shows its newest values. */
function checkSpark(drawing: Drawing, block: HTMLElement, svg: SVGSVGElement): Fault[] {
  const kind = drawing.spec['chart'] === 'line' ? 'line' : 'column';
  const expected = listExpected(drawing);
  const values = expected.series[0]?.values.filter((value) => value !== null) ?? [];
  const [axis] = readAxes({ ...drawing, kind }, { places: [], series: [] }, svg);
  const count = axis?.positions.length ?? 0;
  if (!axis || count < 2) return [fault('rows', `${count} values of the series are drawn`)];
  const rows = block.querySelector<HTMLTableElement>('table.chart-data')?.tBodies[0]?.rows.length;
  const newest = {
    places: expected.places.slice(-(rows ?? 0)),
    series: expected.series.map(({ name, values }) => ({
      name,
      values: values.slice(-(rows ?? 0)),
    })),
  };
  return [
    ...checkAxis({ ...axis, values: values.slice(-count) }),
    ...checkTable(drawing, newest, block),
    ...checkLabels(drawing, expected, svg),
  ];
}
