import { checkSlide } from '../../../src/browser/check/slide-rules.ts';
import { TIMELINES, type Drawing } from '../drawing.ts';
import { fault, type Fault } from '../fault.ts';
import { findFaint, findGrounds, type Grounds } from './contrast.ts';
import type { Box } from './geometry.ts';
import { checkRows } from './row-rules.ts';
import type { Mode } from './looks.ts';
import { listRuns } from './runs.ts';
import { listShapes } from './shapes.ts';
import { excessOf, findOutside, findOverlaps, findSmall } from './text-rules.ts';

/** What was measured on one slide: its faults, and what its letters are painted on. */
export interface Judged {
  faults: Fault[];
  grounds: Grounds[];
  /** How many labels it has. */
  labels: number;
}

/** Measures a slide with a drawing, in one mode; contrast follows in each mode. */
export function judgeSlide(slide: HTMLElement, drawing: Drawing): Judged {
  const problems = [...slide.querySelectorAll('.problem')].map(({ textContent }) =>
    fault('not-drawn', textContent.trim().replaceAll(/\s+/g, ' ')),
  );
  if (problems.length > 0) return { faults: problems, grounds: [], labels: 0 };
  const runs = listRuns(slide);
  const faults = [...findOverlaps(runs), ...findSmall(runs)];
  const grounds: Grounds[] = [];
  const blocks = [...slide.querySelectorAll<HTMLElement>('.block')];
  const origin = slide.getBoundingClientRect();
  for (const block of blocks) {
    const svg = block.querySelector('svg');
    if (!svg) {
      if (!isEmptySpark(drawing)) faults.push(fault('not-drawn', 'There is no drawing'));
      continue;
    }
    const own = runs.filter(({ element }) => svg.contains(element));
    const bounds = boxIn(svg, origin);
    const shapes = listShapes(svg);
    faults.push(...findOutside(own, bounds));
    const local = {
      left: 0,
      top: 0,
      right: bounds.right - bounds.left,
      bottom: bounds.bottom - bounds.top,
    };
    for (const { own: box, element } of shapes) {
      const excess = excessOf(box, local);
      const look = `${element.localName}.${element.getAttribute('class')}`;
      if (excess > 1) faults.push(fault('outside', `${look} by ${excess.toFixed(1)} px`));
    }
    faults.push(...findEscape(bounds, slide, block));
    grounds.push(...findGrounds(own, shapes, [bounds.left, bounds.top]));
  }
  const [first] = blocks;
  if (first)
    faults.push(
      ...checkRows(
        drawing,
        first,
        runs.filter(({ element }) => first.contains(element)),
      ),
    );
  const written = runs.filter(
    ({ element }) => !(element instanceof SVGElement) && element.closest('.block'),
  );
  grounds.push(...written.map((run) => ({ run, stacks: [[]] })));
  const isReported = TIMELINES.includes(drawing.kind) && overflows(slide);
  const own = isReported ? faults.filter(({ kind }) => !ROOM.includes(kind)) : faults;
  return { faults: own, grounds, labels: runs.length };
}

/** What follows from a block that is higher than its room. */
const ROOM: readonly string[] = ['overlap', 'outside'];

/** Finds out whether `rostrum check` reports that a block has too little room; a timeline has the height of its list. */
function overflows(slide: HTMLElement): boolean {
  const findings = checkSlide(slide, { view: 'print', mode: 'light', step: 0 });
  return findings.some(({ fault: { code } }) => code === 'content-overflow');
}

/** Finds a drawing that reaches beyond the room of its slide; above it is the margin of the slide. */
function findEscape(bounds: Box, slide: HTMLElement, block: HTMLElement): Fault[] {
  const origin = slide.getBoundingClientRect();
  const main = block.closest<HTMLElement>('.slide-main') ?? slide;
  const excess = excessOf(bounds, { ...boxIn(main, origin), top: 0 });
  return excess > 1
    ? [fault('outside', `The drawing leaves the slide by ${excess.toFixed(1)} px`)]
    : [];
}

/** A figure with a single value has no series. */
function isEmptySpark({ kind, rows }: Drawing): boolean {
  return kind === 'spark' && rows.filter(({ value }) => typeof value === 'number').length < 2;
}

/** Measures the contrast of slides in the current mode of the page. */
export function judgeContrast({ grounds }: Judged, mode: Mode): Fault[] {
  return findFaint(grounds, mode);
}

function boxIn(element: Element, origin: DOMRect): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return {
    left: left - origin.left,
    right: right - origin.left,
    top: top - origin.top,
    bottom: bottom - origin.top,
  };
}
