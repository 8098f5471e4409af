import { findNearest } from '../nearest.ts';

/** How paths are written. */
export const PATHS_HINT =
  'A path is relative to the file that names it, and begins with "/" at the root of the project.';

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
