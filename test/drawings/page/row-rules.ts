import { TIMELINES, type Drawing } from '../drawing.ts';
import { listLeftOut } from '../../../src/browser/elements/left-out.ts';
import { columnsOf, listExpected, type Expected } from '../expected.ts';
import { fault, type Fault } from '../fault.ts';
import { checkAxis, fitAxis } from './fit.ts';
import { readAxes } from './marks.ts';
import { listBars, markOf, numberOf, readLines } from './positions.ts';
import { checkBins, checkCells, checkFacets } from './count-rules.ts';
import { checkLabels } from './label-rules.ts';
import { checkMissing, checkNames } from './name-rules.ts';
import type { Run } from './runs.ts';
import { checkFigure } from './figure-rules.ts';
import { checkCut, checkPlaces } from './place-rules.ts';
import { checkTable } from './table-rules.ts';
import { checkTimeline } from './timeline-rules.ts';
import { checkAcross, checkDates, checkTicks } from './tick-rules.ts';

/** Finds values that are not drawn, or not where they belong, and labels that do not say what is drawn. */
export function checkRows(given: Drawing, block: HTMLElement, runs: readonly Run[]): Fault[] {
  const svg = block.querySelector<SVGSVGElement>('svg');
  if (!svg) return given.kind === 'spark' ? checkFigure(given, block) : [];
  if (TIMELINES.includes(given.kind)) return checkTimeline(given, block);
  if (given.kind === 'spark')
    return [...checkFigure(given, block), ...checkSpark(given, block, svg)];
  const whole = listExpected(given);
  const drawing = keepShown(given, whole, { block, svg });
  const expected = given.kind === 'facets' ? leaveOutRest(whole, svg) : listExpected(drawing);
  const axes = readAxes(drawing, expected, svg);
  const [own, across] = axes.map(fitAxis);
  return [
    ...axes.flatMap(checkAxis),
    ...checkNames(drawing, expected, runs),
    ...checkMissing(drawing, expected, svg),
    ...checkPlaces(drawing, expected, block),
    ...checkCut(given, block),
    ...checkTable(given, whole, block),
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

/** The least height of a row. */
const MIN_ROW = 22;

/** Leaves out the rows that a last line counts and `check` reports, where those that are drawn are as low as they can be. */
function keepShown(drawing: Drawing, { places }: Expected, { block, svg }: Drawn): Drawing {
  const rest = listLeftOut(block).find(({ things }) => things === 'rows');
  const texts = [...svg.querySelectorAll('text')].filter((one) =>
    markOf(one).key.startsWith('row '),
  );
  const heights = texts.map((text) => numberOf(text, 'y')).sort((a, b) => a - b);
  // With the line that counts the rest, rows fill the drawing; one more has no room.
  const row = ((heights.at(-1) ?? 0) - (heights[0] ?? 0)) / Math.max(1, heights.length - 1);
  const isLow = row * (heights.length + 1) < MIN_ROW * (heights.length + 2);
  if (rest?.all !== places.length || rest.shown !== texts.length || !isLow) return drawing;
  const keys = new Set(texts.map((text) => markOf(text).key));
  const { along } = columnsOf(drawing);
  return { ...drawing, rows: drawing.rows.filter((row) => keys.has(`row ${String(row[along])}`)) };
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
  const count = kind === 'line' ? readLines(svg).length : listBars(svg).length;
  const shown = { places: [], series: [{ name: '', values: values.slice(-count) }] };
  const [axis] = readAxes({ ...drawing, kind }, shown, svg);
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
    ...checkAxis(axis),
    ...checkTable(drawing, newest, block),
    ...checkLabels(drawing, expected, svg),
  ];
}
