import type { Problem, Span } from '../../model/problem.ts';

/** A cell of a row for which its table has no column. */
interface DroppedCell {
  text: string;
  columns: number;
  /** Whether a pipe in code ended the cell before. */
  isCode: boolean;
}

/** Reports a cell for which a table has no column, so that Markdown leaves it out. */
export function droppedCell({ text, columns, isCode }: DroppedCell, span: Span): Problem {
  return {
    code: 'dropped-cell',
    severity: 'warning',
    message: `The head of this table has ${columns} ${columns === 1 ? 'cell' : 'cells'}, so "${text}" is left out.`,
    hint: isCode
      ? 'In a table "|" ends a cell, in code too: write "\\|".'
      : 'Give the head one more cell, or write "\\|" for a sign that ends no cell.',
    span,
  };
}
