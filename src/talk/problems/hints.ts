import { findNearest } from '../text/nearest.ts';
import type { Problem } from '../model/problem.ts';

/** How paths are written. */
export const PATHS_HINT =
  'A path is relative to the file that names it, and begins with "/" at the root of the project.';

/** What keeps a slide from being shown in other programs: to pass over it would publish the slide. */
const HIDES = /hid|visibility|display\s*:\s*none|draft|private|exclude|disabled|skip|unlisted/i;

/** Reports whether an unknown name or comment is about hiding something. */
export function isAboutHiding(text: string): boolean {
  return HIDES.test(text);
}

/**
 * Returns how severe an unknown name is: one near a known name is a mistake, and any other is most likely a name of another
 * program, which changes nothing here.
 */
export function severityOf(nearest: string | null | undefined): Problem['severity'] {
  return nearest ? 'error' : 'warning';
}

/** Makes the hint for an unknown name: the nearest one, and where such names live. */
export function nearestHint(wanted: string, names: readonly string[], where: string): string {
  const nearest = findNearest(wanted, names);
  const list = names.length > 0 && names.length <= 12 ? ` (${names.join(', ')})` : '';
  return nearest ? `Did you mean "${nearest}"? ${where}.` : `${where}${list}.`;
}

/** Makes the hint for an unknown name: the nearest one, and all that there are. */
export function namesHint(wanted: string, names: readonly string[], what: string): string {
  const nearest = findNearest(wanted, names);
  const all = `${what} are ${names.join(', ')}.`;
  return nearest ? `Did you mean "${nearest}"? ${all}` : all;
}
