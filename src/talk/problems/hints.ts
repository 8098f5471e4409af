import { suggestName } from '../text/nearest.ts';
import type { Problem } from '../model/problem.ts';

/** How to write paths. */
export const PATHS_HINT =
  'A path is relative to the file that names it, and begins with "/" at the root of the project.';

/** Names that hide a slide in other programs; ignoring them would publish the slide. */
const HIDES = /hid|visibility|display\s*:\s*none|draft|private|exclude|disabled|skip|unlisted/i;

/** Reports whether an unknown name or comment is about hiding content. */
export function isAboutHiding(text: string): boolean {
  return HIDES.test(text);
}

/**
 * Returns the severity of an unknown name: an error when it is near a known name. Any other name most likely belongs
 * to another program and has no effect.
 */
export function severityOf(nearest: string | null | undefined): Problem['severity'] {
  return nearest ? 'error' : 'warning';
}

/** Builds the hint for an unknown name: the nearest one, and where such names are defined. */
export function nearestHint(wanted: string, names: readonly string[], where: string): string {
  const nearest = suggestName(wanted, names);
  const list = names.length > 0 && names.length <= 12 ? ` (${names.join(', ')})` : '';
  return nearest ? `Did you mean "${nearest}"? ${where}.` : `${where}${list}.`;
}

/** Builds the hint for an unknown name: the nearest one, and all valid ones. */
export function namesHint(wanted: string, names: readonly string[], what: string): string {
  const nearest = suggestName(wanted, names);
  const all = `${what} are ${names.join(', ')}.`;
  return nearest ? `Did you mean "${nearest}"? ${all}` : all;
}
