import { fault, type Fault } from '../fault.ts';
import { depthOf, meet, type Box } from './geometry.ts';
import type { Run } from './runs.ts';

/** Slides are laid out in fractions of pixels, so that a size is known to a tenth. */
const MIN_SIZE = 17.95;
/** Footers of slides may be smaller. */
const FOOT = '.slide-foot';
/** How far the rectangles of two texts may lie in each other, in pixels. */
const TOUCH = 1;
/** Numbers that are nearer than this share of their size read as one: 3 and 9 as 39. */
const APART = 0.12;
const ENDS_IN_DIGIT = /\d$/;
const BEGINS_WITH_DIGIT = /^\d/;

/** Finds texts of a slide that lie over each other. */
export function findOverlaps(runs: readonly Run[]): Fault[] {
  const sorted = [...runs].sort((a, b) => a.box.left - b.box.left);
  return sorted.flatMap((run, index) => {
    const faults: Fault[] = [];
    for (let at = index + 1; at < sorted.length; at++) {
      const other = sorted[at];
      if (!other || other.box.left > run.box.right + run.size * APART) break;
      if (other.element === run.element) continue;
      if (readAsOne(run, other)) faults.push(fault('overlap', `"${run.text}${other.text}"`));
      if (!meet(run.box, other.box)) continue;
      const depth = depthOf(run.corners, other.corners);
      if (depth <= TOUCH) continue;
      faults.push(fault('overlap', `"${run.text}" and "${other.text}" by ${depth.toFixed(1)} px`));
    }
    return faults;
  });
}

function readAsOne(before: Run, after: Run): boolean {
  if (!ENDS_IN_DIGIT.test(before.text) || !BEGINS_WITH_DIGIT.test(after.text)) return false;
  const [one, two] = [before.box, after.box];
  const shared = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
  const height = Math.min(one.bottom - one.top, two.bottom - two.top);
  return shared > height / 2 && two.left >= one.right && two.left - one.right < before.size * APART;
}

/** Finds texts that are too small to be read. */
export function findSmall(runs: readonly Run[]): Fault[] {
  return runs
    .filter(({ size, element }) => size < MIN_SIZE && !element.closest(FOOT))
    .map(({ text, size }) => fault('small-text', `"${text}" has ${size.toFixed(1)} px`));
}

/** Returns how far a rectangle reaches beyond another, in pixels. */
export function excessOf(box: Box, bounds: Box): number {
  return Math.max(
    bounds.left - box.left,
    bounds.top - box.top,
    box.right - bounds.right,
    box.bottom - bounds.bottom,
  );
}

/** Finds texts of a drawing that reach beyond its box; a letter may overhang, as it does in a paragraph. */
export function findOutside(runs: readonly Run[], bounds: Box): Fault[] {
  return runs.flatMap((run) => {
    const excess = excessOf(run.body, bounds);
    return excess > TOUCH ? [fault('outside', `"${run.text}" by ${excess.toFixed(1)} px`)] : [];
  });
}
