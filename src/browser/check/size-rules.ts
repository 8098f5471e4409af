import type { Finding } from '../../talk/problems/finding.ts';
import { reportText, type Sight } from './rule-context.ts';

/** Minimum text size in pixels of a 1280 by 720 slide, and that of its head and foot. */
export const MIN_SIZES = { text: 18, foot: 14, paper: 10 };

/** Parts of code that print shows below each other: paper is read from near. */
const PAPER = '.print .camera:not(.stepped) .code';
const FOOT = '.slide-foot, .slide-band, .sources';
const ROUNDING = 0.05;

/** Finds text that is too small for the last row. */
export function checkSize(sight: Sight): Finding[] {
  return sight.content.runs.flatMap((run) => {
    const least = chooseLeast(run.element);
    if (run.size >= least - ROUNDING) return [];
    const code = run.element.closest('.diagram') ? 'small-diagram' : 'small-text';
    const fault = { code, pixels: run.size, least } as const;
    return [reportText(sight, run, { fault, cause: String(least), badness: least - run.size })];
  });
}

function chooseLeast(element: Element): number {
  if (element.closest(PAPER)) return MIN_SIZES.paper;
  return element.closest(FOOT) ? MIN_SIZES.foot : MIN_SIZES.text;
}
