import type { DrawnElement } from '../../../src/browser/charts/join-marks.ts';
import type { Mark } from '../../../src/browser/charts/scene.ts';
import { readPath } from './shapes.ts';

/** The least length of a bar, in pixels, with what writing it in two decimals adds. */
const MIN_LENGTH = 1.81;
/** An inexact bar is smaller on each side, as its outline reaches beyond it. */
export const INSET = 1.5;

/** Returns the mark that an element shows. */
export function markOf(element: Element): Mark {
  const { shown } = element as DrawnElement;
  if (!shown) throw new Error('This element shows no mark.');
  return shown.mark;
}

/** Returns a number among the attributes of an element. */
export function numberOf(element: Element, name: string): number {
  return Number(element.getAttribute(name));
}

/** Lists the bars of a drawing, without those of its legend. */
export function listBars(svg: SVGSVGElement): Element[] {
  const bars = [...svg.querySelectorAll('rect.bar')];
  return bars.filter((bar) => !markOf(bar).key.startsWith('swatch'));
}

function insetOf(bar: Element): number {
  return bar.matches('.inexact') ? INSET : 0;
}

/**
 * Reads the far ends of bars and the values they show. Bars of the least length say only that their values are near
 * zero; the axis that they start from takes their place.
 */
export function readBars(
  svg: SVGSVGElement,
  [start, length]: readonly [string, string],
  values: readonly number[],
): [positions: number[], values: number[]] {
  const axis = [...svg.querySelectorAll('line.axis')].find((line) =>
    ['zero', 'baseline'].includes(markOf(line).key),
  );
  const zero = axis ? numberOf(axis, `${start}1`) : 0;
  const bars = listBars(svg);
  const long = bars.filter((bar) => numberOf(bar, length) > MIN_LENGTH);
  const ends = long.map((bar) => {
    const from = numberOf(bar, start);
    const to = from + numberOf(bar, length);
    return Math.abs(from - zero) > Math.abs(to - zero) ? from - insetOf(bar) : to + insetOf(bar);
  });
  const isZero = bars.filter((bar) => numberOf(bar, length) === 0).length;
  const known = values.filter((value) => value === 0).length;
  if (bars.length !== values.length || isZero !== known) return [[], [...values]];
  const sizes = values.map(Math.abs).sort((a, b) => b - a);
  const [least = Infinity, largest = 0] = [sizes[long.length - 1], sizes[0]];
  const kept = values.filter((value) => Math.abs(value) >= least);
  const far = Math.max(0, ...ends.map((end) => Math.abs(end - zero)));
  const next = sizes[long.length] ?? 0;
  // Equal values have bars of one length, and a value with a longer bar than this has that bar.
  if (kept.length !== long.length || (far > 0 && (next / largest) * far > MIN_LENGTH + 0.01))
    return [ends, [...values]];
  return [
    [...ends, zero],
    [...kept, 0],
  ];
}

/** Reads the upper ends of bars. */
export function readTops(svg: SVGSVGElement): number[] {
  return listBars(svg).map((bar) => numberOf(bar, 'y') - insetOf(bar));
}

/** Reads where dots are, and the shapes that groups have instead. */
export function readDots(svg: SVGSVGElement, name: string): number[] {
  const dots = [...svg.querySelectorAll('.dot')].filter(
    (dot) => !markOf(dot).key.startsWith('swatch'),
  );
  return dots.map((dot) =>
    dot instanceof SVGCircleElement ? numberOf(dot, name) : middleOf(dot, name),
  );
}

/** Returns the middle of the corners of a shape. */
function middleOf(shape: Element, name: string): number {
  const corners = readPath(shape.getAttribute('d') ?? '').flatMap((points) => points.slice(1));
  const along = corners.map((corner) => corner[name === 'cx' ? 0 : 1]);
  return along.reduce((sum, value) => sum + value, 0) / along.length;
}

/** Reads the points of lines; one that is alone counts only where it has a dot. */
export function readLines(svg: SVGSVGElement): number[] {
  const dots = new Set(
    [...svg.querySelectorAll('circle.dot')].map((dot) =>
      ['cx', 'cy'].map((name) => dot.getAttribute(name)).join(),
    ),
  );
  const paths = [...svg.querySelectorAll('path.line')];
  return paths.flatMap((path) =>
    readPath(path.getAttribute('d') ?? '').flatMap((points) => {
      const [first] = points;
      const isAlone = points.every(([x, y]) => x === first?.[0] && y === first[1]);
      if (isAlone && first) return dots.has(first.join()) ? [first[1]] : [];
      return points.map(([, y]) => y);
    }),
  );
}
