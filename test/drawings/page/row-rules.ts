import type { Drawing } from '../drawing.ts';
import { listExpected } from '../expected.ts';
import { fault, type Fault } from '../fault.ts';
import { checkAxis, fitAxis } from './fit.ts';
import { readAxes } from './marks.ts';
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
    ...checkTicks(drawing, svg, own),
    ...checkAcross(svg, across),
    ...checkDates(svg),
  ];
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
