import type { Drawing } from '../drawing.ts';
import { listExpected, type Expected } from '../expected.ts';
import { fault, type Fault } from '../fault.ts';
import { checkAxis, fitAxis } from './fit.ts';
import { readAxes } from './marks.ts';
import { checkBins, checkCells, checkFacets } from './count-rules.ts';
import { checkLabels } from './label-rules.ts';
import { checkNames } from './name-rules.ts';
import type { Run } from './runs.ts';
import { checkTable } from './table-rules.ts';
import { checkAcross, checkDates, checkTicks } from './tick-rules.ts';

/** Finds values that are not drawn, or not where they belong, and labels that do not say what is drawn. */
export function checkRows(drawing: Drawing, block: HTMLElement, runs: readonly Run[]): Fault[] {
  const svg = block.querySelector<SVGSVGElement>('svg');
  if (!svg || drawing.kind === 'timeline') return [];
  if (drawing.kind === 'spark') return checkSpark(drawing, svg);
  const expected = listExpected(drawing);
  const axes = readAxes(drawing, expected, svg);
  const [own, across] = axes.map(fitAxis);
  return [
    ...axes.flatMap(checkAxis),
    ...checkNames(drawing, expected, runs),
    ...checkTable(drawing, expected, block),
    ...checkLabels(drawing, expected, svg),
    ...checkCounts(drawing, expected, { block, svg }),
    ...checkTicks(drawing, svg, own),
    ...checkAcross(svg, across),
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

/** Checks the series of a figure, which shows its newest values. */
function checkSpark(drawing: Drawing, svg: SVGSVGElement): Fault[] {
  const kind = drawing.spec['chart'] === 'line' ? 'line' : 'column';
  const values = drawing.rows
    .map((row) => row['value'])
    .filter((value) => typeof value === 'number');
  const [axis] = readAxes({ ...drawing, kind }, { places: [], series: [] }, svg);
  const count = axis?.positions.length ?? 0;
  if (!axis || count < 2) return [fault('rows', `${count} values of the series are drawn`)];
  return checkAxis({ ...axis, values: values.slice(-count) });
}
