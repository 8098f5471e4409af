import type { Drawing } from '../drawing.ts';
import type { Expected } from '../expected.ts';
import { fault, type Fault } from '../fault.ts';
import { judgeNumber } from '../numbers.ts';
import { readBins } from './bins.ts';

import { markOf, readLines } from './positions.ts';

/** Finds bins of a histogram whose counts are not those of the values in them. */
export function checkBins({ rows, spec }: Drawing, block: HTMLElement): Fault[] {
  const values = rows.map((row) => row[String(spec.x)]).filter((cell) => typeof cell === 'number');
  const bins = readBins(block);
  const sum = bins.reduce((total, { count }) => total + count, 0);
  if (sum !== values.length)
    return [fault('rows', `${sum} of ${values.length} values are in bins`)];
  const first = bins[0]?.from.value ?? 0;
  const below = values.filter((value) => value < first - (bins[0]?.from.half ?? 0)).length;
  if (below > 0) return [fault('rows', `${below} values are below the first bin`)];
  const wrong = bins.flatMap(({ from, count }, index) => {
    const next = bins[index + 1]?.from ?? { value: Infinity, half: 0 };
    // The edges are known to their last digit.
    const most = values.filter(
      (one) => one >= from.value - from.half && one < next.value + next.half,
    );
    const least = values.filter(
      (one) => one >= from.value + from.half && one < next.value - next.half,
    );
    if (count >= least.length && count <= most.length) return [];
    return [`The bin from ${from.value} has ${count} of ${most.length} values`];
  });
  return wrong.slice(0, 1).map((text) => fault('rows', text));
}

/** Finds cells of a heatmap that are missing, or do not say their value. */
export function checkCells({ unit }: Drawing, { series }: Expected, svg: SVGSVGElement): Fault[] {
  const known = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const cells = [...svg.querySelectorAll('rect.heat')].filter((cell) => !isKey(cell));
  if (cells.length !== known.length)
    return [fault('rows', `${cells.length} of ${known.length} cells are drawn`)];
  const texts = [...svg.querySelectorAll('text')].filter((text) => /on-heat/.test(classOf(text)));
  const wrong = texts.filter(
    ({ textContent }) =>
      !known.some((value) => judgeNumber(textContent, value, unit) === undefined),
  );
  return wrong.slice(0, 1).map(({ textContent }) => fault('number', `No cell is ${textContent}`));
}

const classOf = (element: Element): string => element.getAttribute('class') ?? '';
const isKey = (element: Element): boolean => /(?:^|: )swatch /.test(markOf(element).key);

/** Finds small charts that lack marks of their values. */
export function checkFacets({ spec }: Drawing, { series }: Expected, svg: SVGSVGElement): Fault[] {
  const known = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const wanted = spec.type === 'stacked' ? known.filter((value) => value > 0) : known;
  const isBars = spec.type === 'column' || spec.type === 'stacked';
  const bars = [...svg.querySelectorAll('rect.bar')].filter((bar) => !isKey(bar));
  const count = isBars ? bars.length : readLines(svg).length;
  return count === wanted.length
    ? []
    : [fault('rows', `${count} of ${wanted.length} values are drawn`)];
}
