import { checkReports } from './check-reports.ts';
import { compileDrawing } from './compile-drawing.ts';
import type { Drawing } from './drawing.ts';
import { fault, type Fault } from './fault.ts';
import type { PageDrawing } from './page/page.ts';

/** What the compiler may report of drawings that are written as they should be. */
const REPORTS: readonly string[] = [
  'ambiguous-rows',
  'duplicate-row',
  'flat-facets',
  'no-numbers',
  'no-row-ago',
  'nothing-to-show',
  'only-one-date',
  'too-much-to-show',
];

/** Reports whether a report follows from another: a dataset with equal rows is not read. */
function isFollowing(code: string, reported: readonly string[]): boolean {
  return code === 'unknown-dataset' && reported.includes('duplicate-row');
}

/** A drawing as its page gets it, and what the compiler reports. */
export interface Item {
  /** Null where an error takes its place. */
  item: PageDrawing | null;
  reported: string[];
  /** What the compiler reports although the drawing is written as it should be. */
  refused: Fault[];
}

/** Compiles a drawing; its dataset is named by a number. */
export function toItem(drawing: Drawing, index: number): Item {
  const { html, view, problems } = compileDrawing(drawing, `drawing${index}`);
  const reported = [...new Set(problems.map(({ code }) => code))];
  const refused = problems
    .filter(({ code }) => !REPORTS.includes(code) && !isFollowing(code, reported))
    .map(({ code, message }) => fault('refused', `${code}: ${message}`));
  refused.push(
    ...checkReports(drawing, problems, (other) => compileDrawing(other, 'limit').problems),
  );
  const isBroken = problems.some(({ severity }) => severity === 'error');
  return { reported, refused, item: view && !isBroken ? { drawing, html, view } : null };
}
