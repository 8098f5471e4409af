import type { Problem, Span } from '../../model/problem.ts';
import { nearestHint } from '../hints.ts';

const DATASET =
  'It looks like { "title": "...", "sources": { "list": { "name": "..." } }, "rows": [{ "asOf": "2024-09", "members": 536 }] }.';

/** Reports a data file without the structure of a dataset. */
export function badDataset(what: string, span: Span, hint?: string): Problem {
  return {
    code: 'bad-dataset',
    severity: 'error',
    message: `${what}.`,
    hint: hint ?? DATASET,
    span,
  };
}

/** Reports an unknown key of a dataset file. */
export function unknownDatasetKey(key: string, keys: readonly string[], span: Span): Problem {
  const where = 'Keys inside rows are free; the keys around them are fixed';
  const meant = DATASET_WORDS[key.toLowerCase()];
  return {
    code: 'unknown-data-key',
    severity: 'error',
    message: `No key of a dataset is called "${key}".`,
    hint:
      meant !== undefined && keys.includes(meant)
        ? `Write "${meant}"${meant === 'sources' ? ': {"id": {"name": "...", "url": "https://..."}}' : ''}. ${where}.`
        : nearestHint(key, keys, where),
    span,
  };
}

/** Other words for the keys of a dataset. */
export const DATASET_WORDS: Readonly<Record<string, string>> = {
  data: 'rows',
  values: 'rows',
  items: 'rows',
  records: 'rows',
  entries: 'rows',
  series: 'rows',
  points: 'rows',
  row: 'rows',
  source: 'sources',
  name: 'title',
  label: 'title',
  units: 'unit',
  id: 'key',
  keys: 'key',
  primarykey: 'key',
  note: 'notes',
  description: 'notes',
  comment: 'notes',
  license: 'licence',
  link: 'url',
  href: 'url',
};

/** Rows with the same fact as another. */
export interface RepeatedRows {
  /** Of the first of them. */
  name: string;
  count: number;
  /** The column that names rows; null for none. */
  key: string | null;
  /** Columns by which all rows of the dataset would be different facts. */
  columns: readonly string[];
  /** Whether the dataset has a column that differs between the first two of the same fact. */
  differs: boolean;
}

/** Reports rows with the same fact, all of a dataset at once. */
export function duplicateRow(
  { name, count, key, columns, differs }: RepeatedRows,
  span: Span,
): Problem {
  const more = count > 1 ? `, and ${count - 1} more rows tell a fact again` : '';
  return {
    code: 'duplicate-row',
    severity: 'error',
    message: `There is already a row for ${name}${more}.`,
    hint: hintOfRepeated({ key, columns, differs }),
    span,
  };
}

const CORRECTED =
  'a corrected fact gets a "since": the day from which it replaces the other. For the same fact of two sources, "prefer" orders the sources.';

function hintOfRepeated({ key, columns, differs }: Omit<RepeatedRows, 'name' | 'count'>): string {
  const keys = columns.map((column) => `"key": "${column}"`).join(' or ');
  if (keys !== '') {
    const change = key === null ? 'add' : `"key": "${key}" does not tell them apart; write`;
    return `If the rows tell of different things, ${change} ${keys} beside "rows": the column that names what a row is about. Else ${CORRECTED}`;
  }
  if (!differs) return `A${CORRECTED.slice(1)}`;
  return `If the rows are about different things, no single column tells them apart: add one to each row, such as "name": "…", and "key": "name" beside "rows". Else ${CORRECTED}`;
}

/** Reports a key that is the column of no row. */
export function unknownKeyColumn(key: string, columns: readonly string[], span: Span): Problem {
  return {
    code: 'bad-dataset',
    severity: 'error',
    message: `No row has the column "${key}", which "key" names.`,
    hint: nearestHint(key, columns, 'It is the column that names what a row is about'),
    span,
  };
}
