import type { Problem, Span } from '../../model/problem.ts';

/** Reports a column of objects without a text that a table could show. */
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
