import type { Problem, Span } from '../../model/problem.ts';

/** Reports a column of objects, of which a table has no text to show. */
export function objectCells(
  { column, dataset, keys }: { column: string; dataset: string; keys: readonly string[] },
  span: Span,
): Problem {
  const [first = 'key'] = keys;
  return {
    code: 'wrong-cell',
    severity: 'error',
    message: `Column "${column}" of "${dataset}" has objects in it, which have no text to show.`,
    hint: `Name a part of them, such as "${column}.${first}". In a list, write texts, or objects with a "text".`,
    span,
  };
}
