import type { Drawing } from '../drawing.ts';
import { sumParts, type Expected } from '../expected.ts';
import type { AxisMarks } from './fit.ts';
import { readBins } from './bins.ts';
import {
  INSET,
  listBars,
  markOf,
  numberOf,
  readBars,
  readDots,
  readTops,
  readLines,
} from './positions.ts';

/** Positions are written with two decimals. */
const ROUNDING = 0.01;
const MAX_OFF = 1;
/** A bar with an outline cannot be shorter than its outline. */
const MAX_OFF_INEXACT = 3;
/** The least length of a range that is drawn as a bar. */
const MIN_BAND = 4;

/** Reads where the values of a chart are drawn along its axes; the axis of its values is the first. */
export function readAxes(drawing: Drawing, expected: Expected, svg: SVGSVGElement): AxisMarks[] {
  const { kind, spec, rows } = drawing;
  const hasInset = svg.querySelector('.bar.inexact') !== null;
  const axis = (positions: number[], values: number[], isSideways = false): AxisMarks => ({
    positions,
    values,
    isSideways,
    isLog: spec['scale'] === 'log',
    isOrdered: isInOrder(drawing),
    maxOff: hasInset ? MAX_OFF_INEXACT : MAX_OFF,
    precision: hasInset ? INSET : ROUNDING,
  });
  const known = expected.series.flatMap(({ values }) => values.filter((value) => value !== null));
  switch (kind) {
    case 'bar':
      return [axis(...readBars(svg, ['x', 'width'], known), true)];
    case 'column':
      return [axis(...readBars(svg, ['y', 'height'], known))];
    case 'stacked':
    case 'percent':
      return [axis(readTops(svg), sumParts(expected, kind))];
    case 'line':
    case 'area':
      return [readLineAxis(svg, known, axis)];
    case 'dot':
      return [axis(readDots(svg, 'cx'), listByRow(expected), true)];
    case 'slope':
      return [axis(readDots(svg, 'cy'), listEnds(expected))];
    case 'scatter': {
      const [x, y] = [String(spec.x), String(spec.y)];
      const whole = rows.filter((row) => isNumber(row[x]) && isNumber(row[y]));
      return [
        axis(
          readDots(svg, 'cy'),
          whole.map((row) => Number(row[y])),
        ),
        {
          ...axis(
            readDots(svg, 'cx'),
            whole.map((row) => Number(row[x])),
            true,
          ),
          isLog: false,
        },
      ];
    }
    case 'histogram': {
      const counts = readBins(svg.closest<HTMLElement>('.block')).map(({ count }) => count);
      return [
        axis(
          readTops(svg),
          counts.filter((count) => count > 0),
        ),
      ];
    }
    case 'range':
      return [readRanges(drawing, svg, axis)];
    default:
      return [];
  }
}

/** Kinds whose marks are in the order of rows, where the author has set no other. */
const IN_ORDER: readonly Drawing['kind'][] = ['bar', 'column', 'dot', 'line', 'area'];

function isInOrder({ kind, spec }: Drawing): boolean {
  return IN_ORDER.includes(kind) && spec['sort'] === undefined;
}

const isNumber = (cell: unknown): cell is number => typeof cell === 'number';

function readLineAxis(svg: SVGSVGElement, known: number[], axis: MakeAxis): AxisMarks {
  const positions = readLines(svg);
  const own = axis(...thin(positions, known, svg), false);
  return { ...own, isOrdered: own.values.length === known.length };
}

/** Compares only the ends where a line has more points than pixels, of which not all are drawn. */
function thin(
  positions: number[],
  values: number[],
  svg: SVGSVGElement,
): [positions: number[], values: number[]] {
  const lines = [...svg.querySelectorAll<SVGPathElement>('path.line')];
  const width = lines.reduce((sum, line) => sum + line.getBBox().width, 0);
  const isThin = positions.length < values.length && values.length > width;
  if (!isThin) return [positions, values];
  const ends = (all: number[]): number[] => [Math.min(...all), Math.max(...all)];
  return [ends(positions), ends(values)];
}

/** Lists the values of rows of dots, each from left to right. */
function listByRow({ places, series }: Expected): number[] {
  return places.flatMap((_, place) =>
    series.flatMap(({ values }) => values[place] ?? []).sort((a, b) => a - b),
  );
}

function listEnds({ series }: Expected): number[] {
  const ends = series.flatMap(({ values }) => [values[0], values.at(-1)]);
  return ends.filter((value) => value !== null && value !== undefined);
}

type MakeAxis = (positions: number[], values: number[], isSideways: boolean) => AxisMarks;

/** Reads the ends of ranges, and the dots between them. */
function readRanges({ spec, rows }: Drawing, svg: SVGSVGElement, axis: MakeAxis): AxisMarks {
  const isSideways = spec.x !== 'date';
  const [low, high, middle] = [spec['low'], spec['high'], spec.y].map(String);
  const [from, to, start, length] = isSideways
    ? ['x1', 'x2', 'x', 'width']
    : ['y2', 'y1', 'y', 'height'];
  const positions: number[] = readDots(svg, isSideways ? 'cx' : 'cy');
  const values: number[] = rows.flatMap((row) =>
    isNumber(row[middle ?? '']) ? [Number(row[middle ?? ''])] : [],
  );
  const lines = [...svg.querySelectorAll('line.whisker')].filter((line) =>
    markOf(line).key.startsWith('range '),
  );
  for (const line of lines) positions.push(numberOf(line, from), numberOf(line, to));
  const bars = listBars(svg);
  for (const bar of bars) {
    const [near, far] = [numberOf(bar, start), numberOf(bar, start) + numberOf(bar, length)];
    const isLeast = numberOf(bar, length) <= MIN_BAND;
    positions.push(...(isLeast ? [isSideways ? near : near, near] : [near, far]));
  }
  for (const row of rows) {
    const ends = [row[low ?? ''], row[high ?? '']];
    const isAlone = spec.y !== undefined && !isNumber(row[middle ?? '']);
    const isBand = spec.y === undefined || isAlone;
    if (ends.every(isNumber) && (isBand || isNumber(row[middle ?? '']))) values.push(...ends);
  }
  // A range that is shorter than its least length begins where it belongs.
  const own = axis(positions, values, isSideways);
  if (bars.length === 0) return { ...own, maxOff: MAX_OFF };
  return { ...own, maxOff: MIN_BAND + 1, precision: MIN_BAND };
}
