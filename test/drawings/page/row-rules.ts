import { select } from 'd3-selection';
import type { Mark } from '../../../src/browser/charts/scene.ts';
import type { Drawing } from '../drawing.ts';
import { listExpected, type Expected } from '../expected.ts';
import { fault, type Fault } from '../fault.ts';
import { judgeNumber, readNumber } from '../numbers.ts';
import type { Run } from './runs.ts';
import { readPath } from './shapes.ts';

/** The line on which values of an axis are: position = from + value * factor. */
interface Fit {
  from: number;
  factor: number;
  /** The position from which it is known, and for how many pixels. */
  start: number;
  span: number;
}

/** Positions are written with two decimals. */
const ROUNDING = 0.01;
/** An inexact bar is smaller on each side, as its outline reaches beyond it. */
const INSET = 1.5;
/** How far a mark may be from where its value belongs, in pixels; an outline is inside the edge of what it shows. */
const MAX_OFF = 1;
const MAX_OFF_INEXACT = 1.6;

/** Finds values that are not drawn, or not where they belong, and labels that do not say what is drawn. */
export function checkRows(drawing: Drawing, block: HTMLElement, runs: readonly Run[]): Fault[] {
  const svg = block.querySelector<SVGSVGElement>('svg');
  if (!svg) return [];
  if (drawing.kind === 'timeline') return [];
  if (drawing.kind === 'spark') return checkSpark(drawing, svg);
  const expected = listExpected(drawing);
  const positions = readPositions(drawing.spec.type ?? '', svg);
  const values = valuesOf(drawing, expected);
  const isSideways = SIDEWAYS.includes(drawing.kind);
  return [
    ...checkPositions(positions, values, { isSideways, svg }),
    ...checkNames(drawing, expected, runs),
    ...checkTable(drawing, expected, block),
    ...checkTicks(drawing, svg, fitOf(positions, values, isSideways)),
  ];
}

/** Lists the values whose marks are on the axis; the parts of a stack are where their sums are. */
function valuesOf({ kind }: Drawing, { places, series }: Expected): number[] {
  if (kind === 'stacked') return places.flatMap((_, place) => sumParts(series, place));
  const all =
    kind === 'slope'
      ? series.flatMap(({ values }) => [values[0], values.at(-1)])
      : series.flatMap(({ values }) => values);
  return all.filter((value) => value !== null && value !== undefined);
}

function sumParts(series: Expected['series'], place: number): number[] {
  let sum = 0;
  return series.flatMap(({ values }) => {
    const value = values[place] ?? 0;
    sum += value;
    return value > 0 ? [sum] : [];
  });
}

function markOf(element: Element): Mark {
  return select<Element, Mark>(element).datum();
}

const numberOf = (element: Element, name: string): number => Number(element.getAttribute(name));

/** Reads where the values of a chart are drawn, along the axis of its values. */
function readPositions(type: string, svg: SVGSVGElement): number[] {
  const bars = [...svg.querySelectorAll('rect.bar')].filter(
    (bar) => !markOf(bar).key.startsWith('swatch'),
  );
  const isSideways = type === 'bar';
  const [start, length] = isSideways ? ['x', 'width'] : ['y', 'height'];
  switch (type) {
    case 'bar':
    case 'column': {
      const axis = [...svg.querySelectorAll('line.axis')].find((line) =>
        ['zero', 'baseline'].includes(markOf(line).key),
      );
      const zero = axis ? numberOf(axis, isSideways ? 'x1' : 'y1') : 0;
      return bars.map((bar) => {
        const from = numberOf(bar, start);
        const to = from + numberOf(bar, length);
        const inset = bar.matches('.inexact') ? INSET : 0;
        return Math.abs(from - zero) > Math.abs(to - zero) ? from - inset : to + inset;
      });
    }
    case 'stacked':
      return bars.map((bar) => numberOf(bar, start) - (bar.matches('.inexact') ? INSET : 0));
    case 'line':
    case 'area':
      return [...svg.querySelectorAll('path.line')].flatMap((path) => readLine(path, svg));
    case 'dot':
      return [...svg.querySelectorAll('circle.dot')].map((dot) => numberOf(dot, 'cx'));
    case 'slope':
      return [...svg.querySelectorAll('circle.dot')].map((dot) => numberOf(dot, 'cy'));
    default:
      return [];
  }
}

/** Reads the points of a line; one that is alone counts only where it has a dot. */
function readLine(path: Element, svg: SVGSVGElement): number[] {
  const dots = new Set(
    [...svg.querySelectorAll('circle.dot')].map(
      (dot) => `${dot.getAttribute('cx')},${dot.getAttribute('cy')}`,
    ),
  );
  return readPath(path.getAttribute('d') ?? '').flatMap((points) => {
    const [first] = points;
    const isAlone = points.every(([x, y]) => x === first?.[0] && y === first[1]);
    if (isAlone && first) return dots.has(first.join()) ? [first[1]] : [];
    return points.map(([, y]) => y);
  });
}

function checkPositions(
  positions: readonly number[],
  values: readonly number[],
  { isSideways, svg }: { isSideways: boolean; svg: SVGSVGElement },
): Fault[] {
  const maxOff = svg.querySelector('.bar.inexact') ? MAX_OFF_INEXACT : MAX_OFF;
  if (positions.length !== values.length) {
    return [fault('rows', `${positions.length} of ${values.length} values are drawn`)];
  }
  const fit = fitOf(positions, values, isSideways);
  if (!fit) return [];
  const order = values.toSorted((a, b) => a - b);
  const places = positions.toSorted((a, b) => Math.sign(fit.factor) * (a - b));
  const far = order.flatMap((value, index) => {
    const off = Math.abs((places[index] ?? 0) - (fit.from + fit.factor * value));
    return off > maxOff ? [`${value} by ${off.toFixed(1)} px`] : [];
  });
  return far
    .slice(0, 1)
    .map((text) => fault('rows', `A mark is not where its value belongs: ${text}`));
}

/** Types whose values go from left to right; those of others go up, where positions fall. */
const SIDEWAYS: readonly string[] = ['bar', 'dot'];

/** Fits an axis to marks and values that belong together; undefined when all values are equal. */
function fitOf(
  positions: readonly number[],
  values: readonly number[],
  isSideways: boolean,
): Fit | undefined {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (positions.length !== values.length || high === low || values.length === 0) return undefined;
  const [near, far] = [Math.min(...positions), Math.max(...positions)];
  const factor = (isSideways ? far - near : near - far) / (high - low);
  const start = isSideways ? near : far;
  return { factor, from: start - factor * low, start, span: far - near };
}

/** Finds series and rows whose names are not written, or cut so that two are the same. */
function checkNames(
  { kind }: Drawing,
  { places, series }: Expected,
  runs: readonly Run[],
): Fault[] {
  const texts = runs.filter(({ element }) => element instanceof SVGElement).map(({ text }) => text);
  const isNamed = kind === 'bar' || kind === 'dot';
  const drawn = series.filter(({ values }) => values.some((value) => value !== null));
  const names = [
    ...(series.length > 1 ? drawn.map(({ name }) => name) : []),
    ...(isNamed ? places : []),
  ];
  const written = names.map((name) => ({ name, text: findName(name, texts) }));
  const missing = written.filter(({ text }) => text === undefined);
  const cut = written.filter(({ name, text }) => text !== undefined && !sameName(text, name));
  const same = cut.filter(
    ({ text }, index) => cut.findIndex((other) => other.text === text) < index,
  );
  return [
    ...missing.map(({ name }) => fault('name', `"${name}" is drawn and not named`)),
    ...same.map(({ name, text }) =>
      fault('name', `"${name}" is written "${text}", and so is another`),
    ),
  ];
}

const MAX_LINES = 6;
const plain = (text: string): string => text.replaceAll(/[\s\u200b\u00ad]/g, '');
const sameName = (text: string, name: string): boolean => plain(text).startsWith(plain(name));

/** Finds a name among texts: whole, in lines that follow each other, with words after it, or cut. */
function findName(name: string, texts: readonly string[]): string | undefined {
  const wanted = plain(name);
  for (let at = 0; at < texts.length; at++) {
    let joined = '';
    for (let line = at; line < Math.min(texts.length, at + MAX_LINES); line++) {
      joined += plain(texts[line] ?? '');
      const isCut = joined.endsWith('\u2026') && joined.length > 1;
      if (joined === wanted || (line === at && joined.startsWith(wanted))) return texts[at];
      if (isCut && wanted.startsWith(joined.slice(0, -1)))
        return texts.slice(at, line + 1).join(' ');
      if (!wanted.startsWith(joined)) break;
    }
  }
  return undefined;
}

/** Finds cells of the table whose text is not their value. */
function checkTable({ kind, unit }: Drawing, { series }: Expected, block: HTMLElement): Fault[] {
  const rows = [
    ...(block.querySelector<HTMLTableElement>('table.chart-data')?.tBodies[0]?.rows ?? []),
  ];
  const cells = rows.map((row) =>
    [...row.cells].slice(1).map(({ textContent }) => textContent.trim()),
  );
  // Rows may be sorted, so that cells of a series are compared in the order of their values.
  return series.flatMap(({ values: all }, index) => {
    const values = kind === 'slope' ? [all[0] ?? null, all.at(-1) ?? null] : all;
    const known = values.filter((value) => value !== null);
    const labels = cells.map((row) => row[index] ?? '').filter((label) => label !== 'no data');
    if (labels.length !== known.length && rows.length === values.length) {
      return [fault('rows', `The table has ${labels.length} of ${known.length} values`)];
    }
    const read = labels.map((label) => ({ label, value: readNumber(label, unit)?.value ?? NaN }));
    const ordered = read.toSorted((a, b) => a.value - b.value);
    const wrong = known
      .toSorted((a, b) => a - b)
      .flatMap((value, place) => judgeNumber(ordered[place]?.label ?? '', value, unit) ?? []);
    return wrong.slice(0, 1).map((text) => fault('number', text));
  });
}

/** Finds ticks that repeat, or do not say where they are. */
function checkTicks({ unit }: Drawing, svg: SVGSVGElement, fit: Fit | undefined): Fault[] {
  const ticks = [...svg.querySelectorAll('text')].filter((text) =>
    markOf(text).key.startsWith('tick'),
  );
  const labels = ticks.map(({ textContent }) => textContent);
  const repeated = labels.filter((label, index) => labels.indexOf(label) < index);
  const lines = new Map([...svg.querySelectorAll('line')].map((line) => [markOf(line).key, line]));
  const wrong = ticks.flatMap((tick) => {
    const label = tick.textContent;
    const read = readNumber(label, unit);
    if (!read) return [fault('tick', `"${label}" is no number`)];
    const line = lines.get(markOf(tick).key);
    if (!fit || !line) return [];
    const value = (numberOf(line, 'y1') - fit.from) / fit.factor;
    const far = Math.abs(numberOf(line, 'y1') - fit.start) / fit.span;
    const slack = Math.abs(((1 + 2 * far) * ROUNDING) / fit.factor);
    if (Math.abs(read.value - value) <= read.half + slack) return [];
    return [fault('tick', `"${label}" is at ${value.toPrecision(6)}`)];
  });
  return [
    ...repeated.slice(0, 1).map((label) => fault('tick', `"${label}" is written more than once`)),
    ...wrong.slice(0, 1),
  ];
}

function checkSpark({ spec, rows }: Drawing, svg: SVGSVGElement): Fault[] {
  const all = rows.map((row) => row['value']).filter((value) => typeof value === 'number');
  const type = spec['chart'] === 'line' ? 'line' : 'column';
  const positions = readPositions(type, svg);
  if (positions.length < 2)
    return [fault('rows', `${positions.length} values of the series are drawn`)];
  return checkPositions(positions, all.slice(-positions.length), { isSideways: false, svg });
}
