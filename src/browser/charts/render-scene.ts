import { isAtRest, joinMarks, type DrawnElement, type Joined } from './join-marks.ts';
import type { Motion } from './motion.ts';
import type { Mark, PathMark, Scene } from './scene.ts';
import { round, writePath } from './write-path.ts';
import { writeText } from './write-text.ts';

type Numbers = Record<string, number>;

/** An element between two states. */
interface Movement {
  element: DrawnElement;
  mark: Mark;
  from: Numbers;
  to: Numbers;
}

const requests = new WeakMap<SVGSVGElement, number>();

/** Renders a scene: existing marks move to their new place, others enter and leave. */
export function drawScene(svg: SVGSVGElement, scene: Scene, motion: Motion): void {
  cancelAnimationFrame(requests.get(svg) ?? 0);
  setAttribute(svg, 'viewBox', `0 0 ${scene.width} ${scene.height}`);
  const joined = joinMarks(svg, scene.marks);
  if (motion.milliseconds === 0) {
    finish(joined);
    return;
  }
  const movements = planMovements(joined);
  show(movements, 0);
  const start = performance.now();
  const advance = (now: number): void => {
    const time = Math.max(0, now - start) / motion.milliseconds;
    if (time >= 1) {
      finish(joined);
      return;
    }
    show(movements, 1 - (1 - time) ** 3);
    requests.set(svg, requestAnimationFrame(advance));
  };
  requests.set(svg, requestAnimationFrame(advance));
}

function planMovements({ staying, leaving }: Joined): Movement[] {
  return [
    ...leaving.flatMap((element): Movement[] => {
      const from = readNumbers(element);
      const { mark } = element.shown ?? {};
      return from && mark ? [{ element, mark, from, to: { ...from, opacity: 0 } }] : [];
    }),
    ...staying.flatMap(({ element, mark }): Movement[] => {
      if (isAtRest(element.shown, mark)) return [];
      const to = toNumbers(mark);
      const from = readNumbers(element) ?? { ...to, opacity: 0, ...mark.enter };
      return [{ element, mark, from, to }];
    }),
  ];
}

/** Returns the numbers that an element shows; undefined for a new element. */
function readNumbers({ shown }: DrawnElement): Numbers | undefined {
  return shown && (shown.numbers ?? toNumbers(shown.mark));
}

function show(movements: readonly Movement[], time: number): void {
  for (const { element, mark, from, to } of movements) {
    const between: Numbers = {};
    for (const [name, value] of Object.entries(to)) {
      const start = from[name] ?? value;
      between[name] = start + (value - start) * time;
    }
    apply(element, mark, between);
  }
}

function finish({ staying, leaving }: Joined): void {
  for (const element of leaving) element.remove();
  for (const { element, mark } of staying) {
    if (!isAtRest(element.shown, mark)) apply(element, mark, null);
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

/** Shows a mark with numbers between two states, or at rest with its own. */
function apply(element: DrawnElement, mark: Mark, numbers: Numbers | null): void {
  element.shown = { mark, numbers };
  setAttribute(element, 'class', mark.look);
  // The numbers of a path are many, and not attributes: only its outline is written.
  if (mark.kind === 'path') applyOutline(element, mark, numbers);
  else applyNumbers(element, mark, numbers ?? toNumbers(mark));
}

function applyOutline(
  element: DrawnElement,
  { points, base }: PathMark,
  numbers: Numbers | null,
): void {
  applyOpacity(element, numbers?.['opacity']);
  const moved = numbers
    ? points.map((point) => {
        if (!point) return null;
        const { key } = point;
        return { key, x: numbers[`x ${key}`] ?? point.x, y: numbers[`y ${key}`] ?? point.y };
      })
    : points;
  setAttribute(element, 'd', writePath(moved, numbers?.['base'] ?? base));
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
