import type { Problem, Span } from '../../model/problem.ts';

/** Reports a CSV file in `data/` that is no table, or has a cell that does not fit. */
export function badCsv(message: string, hint: string, span: Span): Problem {
  return { code: 'bad-csv', severity: 'error', message, hint, span };
}

/** Reports a CSV file of a dataset whose rows come from elsewhere. */
export function unreadCsv(file: string, other: string, span: Span): Problem {
  return {
    code: 'unread-csv',
    severity: 'warning',
    message: `"${file}" is not read: the rows of the dataset come from ${other}.`,
    hint: 'Keep one of them. A file that a recipe asks for lies in a folder of its own, such as data/raw/.',
    span,
  };
}
