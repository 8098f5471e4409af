import { findNearest } from './nearest.ts';
import type { Problem, Span } from './problem.ts';

/*
 * Every message of the program: one function per code, nobody writes message text elsewhere.
 * A message is one whole sentence from the author's side; the place is added by the printer.
 */

/** Makes the hint for an unknown name: the nearest one, and where such names live. */
function nearestHint(wanted: string, names: readonly string[], where: string): string {
  const nearest = findNearest(wanted, names);
  const list = names.length > 0 && names.length <= 12 ? ` (${names.join(', ')})` : '';
  return nearest ? `Did you mean "${nearest}"? ${where}.` : `${where}${list}.`;
}

/** A block names a dataset that does not exist. */
export function unknownDataset(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-dataset',
    severity: 'error',
    message: `No dataset is called "${name}".`,
    hint: nearestHint(name, names, 'Datasets are the files in data/'),
    span,
  };
}
