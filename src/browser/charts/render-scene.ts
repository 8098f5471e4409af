import { joinMarks, type DrawnElement, type Shown } from './join-marks.ts';
import type { Motion } from './motion.ts';
import type { Mark, PathMark, Scene } from './scene.ts';
import { round, writePath } from './write-path.ts';
import { writeText } from './write-text.ts';

type Numbers = Record<string, number>;

interface Movement extends Shown {
  element: DrawnElement;
  from: Numbers;
  isLeaving: boolean;
}

const requests = new WeakMap<SVGSVGElement, number>();

/** Renders a scene: existing marks move to their new place, others enter and leave. */
export function drawScene(svg: SVGSVGElement, scene: Scene, motion: Motion): void {
  cancelAnimationFrame(requests.get(svg) ?? 0);
  setAttribute(svg, 'viewBox', `0 0 ${scene.width} ${scene.height}`);
  const movements = planMovements(svg, scene.marks);
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

function planMovements(svg: SVGSVGElement, marks: readonly Mark[]): Movement[] {
  const { staying, leaving } = joinMarks(svg, marks);
  return [
    ...leaving.flatMap((element): Movement[] => {
      const { shown } = element;
      if (!shown) return [];
      const numbers = { ...shown.numbers, opacity: 0 };
      return [{ element, mark: shown.mark, from: shown.numbers, numbers, isLeaving: true }];
    }),
    ...marks.flatMap((mark, index): Movement[] => {
      const element = staying[index];
      if (!element) return [];
      const numbers = toNumbers(mark);
      const from = element.shown?.numbers ?? { ...numbers, opacity: 0, ...mark.enter };
      return [{ element, mark, from, numbers, isLeaving: false }];
    }),
  ];
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

function apply(element: DrawnElement, mark: Mark, numbers: Numbers): void {
  element.shown = { mark, numbers };
  setAttribute(element, 'class', mark.look);
  // The numbers of a path are many, and not attributes: only its outline is written.
  if (mark.kind === 'path') applyOutline(element, mark, numbers);
  else applyNumbers(element, mark, numbers);
}

function applyOutline(element: DrawnElement, { points }: PathMark, numbers: Numbers): void {
  applyOpacity(element, numbers['opacity']);
  const moved = points.map((point) => {
    if (!point) return null;
    const { key } = point;
    return { key, x: numbers[`x ${key}`] ?? point.x, y: numbers[`y ${key}`] ?? point.y };
  });
  setAttribute(element, 'd', writePath(moved, numbers['base'] ?? null));
}

function applyNumbers(
  element: DrawnElement,
  mark: Exclude<Mark, PathMark>,
  { opacity, size, radius, turn, ...rest }: Numbers,
): void {
  applyOpacity(element, opacity);
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

function applyOpacity(element: DrawnElement, opacity = 1): void {
  setAttribute(element, 'opacity', opacity < 1 ? round(opacity) : null);
}

function setAttribute(element: SVGElement, name: string, value: string | number | null): void {
  const text = value === null ? null : String(value);
  if (element.getAttribute(name) === text) return;
  if (text === null) element.removeAttribute(name);
  else element.setAttribute(name, text);
}
