import type { Problem, Span } from '../../model/problem.ts';
import { tooMuchToShow } from '../../problems/block-problems.ts';
import type { Fit } from './fit.ts';

const CROWDED = {
  what: 'all of its charts',
  hint: 'Give each a slide of its own, put them side by side in "::: columns", or show fewer rows with "limit" or "where".',
};

/** Reports a slide whose charts need more height than there is. */
export function findCrowded({ isCrowded }: Fit, span: Span): Problem[] {
  return isCrowded ? [tooMuchToShow('slide', CROWDED, span)] : [];
}
