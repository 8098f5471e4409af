import { select } from 'd3-selection';
import { area, line } from 'd3-shape';
import type { Motion } from './motion.ts';
import type { Mark, PathPoint, Scene } from './scene.ts';
import { writeText } from './write-text.ts';

type Numbers = Record<string, number>;

/** The current state of an element, from which its next animation starts. */
interface Shown {
  mark: Mark;
  numbers: Numbers;
}

interface Movement extends Shown {
  element: SVGElement;
  from: Numbers;
  isLeaving: boolean;
}

const SVG = 'http://www.w3.org/2000/svg';
const shownBy = new WeakMap<SVGElement, Shown>();
const requests = new WeakMap<SVGSVGElement, number>();

/** Renders a scene: existing marks move to their new place, others enter and leave. */
export function drawScene(svg: SVGSVGElement, scene: Scene, motion: Motion): void {
  cancelAnimationFrame(requests.get(svg) ?? 0);
  select(svg).attr('viewBox', `0 0 ${scene.width} ${scene.height}`);
  const movements = joinMarks(svg, scene.marks);
  if (motion.milliseconds === 0) {
    finish(movements);
    return;
  }
  show(movements, 0);
  const start = performance.now();
  const advance = (now: number): void => {
    const time = Math.max(0, now - start) / motion.milliseconds;
    if (time >= 1) {
      finish(movements);
      return;
    }
    show(movements, 1 - (1 - time) ** 3);
    requests.set(svg, requestAnimationFrame(advance));
  };
  requests.set(svg, requestAnimationFrame(advance));
}

function joinMarks(svg: SVGSVGElement, marks: readonly Mark[]): Movement[] {
  const movements: Movement[] = [];
  const identify = (mark: Mark): string => `${mark.kind} ${mark.key}`;
  select(svg)
    .selectAll<SVGElement, Mark>(':scope > *')
    .data(marks, identify)
    .join(
      (enter) => enter.append((mark) => document.createElementNS(SVG, mark.kind)),
      (update) => update,
      (exit) =>
        exit.each(function leave() {
          const shown = shownBy.get(this);
          if (!shown) return;
          const from = shown.numbers;
          movements.push({
            ...shown,
            element: this,
            from,
            numbers: { ...from, opacity: 0 },
            isLeaving: true,
          });
        }),
    )
    .order()
    .each(function move(mark) {
      const numbers = toNumbers(mark);
      const from = shownBy.get(this)?.numbers ?? { ...numbers, opacity: 0, ...mark.enter };
      movements.push({ element: this, mark, from, numbers, isLeaving: false });
    });
  return movements;
}

function show(movements: readonly Movement[], time: number): void {
  for (const { element, mark, from, numbers } of movements) {
    const between: Numbers = {};
    for (const [name, value] of Object.entries(numbers)) {
      const start = from[name] ?? value;
      between[name] = start + (value - start) * time;
    }
    apply(element, mark, between);
  }
}

function finish(movements: readonly Movement[]): void {
  for (const { element, mark, numbers, isLeaving } of movements) {
    if (isLeaving) element.remove();
    else apply(element, mark, numbers);
  }
}

function toNumbers(mark: Mark): Numbers {
  const numbers: Numbers = { opacity: 1 };
  for (const [name, value] of Object.entries(mark)) {
    if (typeof value === 'number') numbers[name] = value;
  }
  if (mark.kind !== 'path') return numbers;
  for (const point of mark.points) {
    if (!point) continue;
    numbers[`x ${point.key}`] = point.x;
    numbers[`y ${point.key}`] = point.y;
  }
  return numbers;
}

function apply(element: SVGElement, mark: Mark, numbers: Numbers): void {
  shownBy.set(element, { mark, numbers });
  setAttribute(element, 'class', mark.look);
  const { opacity = 1, size, radius, base, turn, ...rest } = numbers;
  setAttribute(element, 'opacity', opacity < 1 ? round(opacity) : null);
  if (mark.kind === 'path') {
    setAttribute(element, 'd', writePath(mark.points, base, numbers));
    return;
  }
  for (const [name, value] of Object.entries(rest)) setAttribute(element, name, round(value));
  if (radius !== undefined) setAttribute(element, 'rx', round(radius));
  if (mark.kind !== 'text') return;
  const { x = 0, y = 0 } = rest;
  const turned = turn === undefined ? null : `rotate(${turn} ${round(x)} ${round(y)})`;
  setAttribute(element, 'transform', turned);
  setAttribute(element, 'font-size', round(size ?? mark.size));
  setAttribute(element, 'text-anchor', mark.anchor);
  writeText(element, mark.text);
}

function writePath(
  points: readonly (PathPoint | null)[],
  base: number | undefined,
  numbers: Numbers,
): string {
  const x = (point: PathPoint | null): number => numbers[`x ${point?.key}`] ?? 0;
  const y = (point: PathPoint | null): number => numbers[`y ${point?.key}`] ?? 0;
  const isPoint = (point: PathPoint | null): boolean => point !== null;
  const path =
    base === undefined
      ? line<PathPoint | null>().defined(isPoint).x(x).y(y)
      : area<PathPoint | null>().defined(isPoint).x(x).y0(base).y1(y);
  return path.digits(2)(points) ?? '';
}

function setAttribute(element: SVGElement, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
