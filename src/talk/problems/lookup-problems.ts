import { identify, type Problem, type Span } from '../model/problem.ts';
import { nearestHint } from './hints.ts';

/** Reports a block with an unknown dataset. */
export function unknownDataset(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-dataset',
    severity: 'error',
    message: `No dataset is called "${name}".`,
    hint: nearestHint(name, names, 'Datasets are the files in data/'),
    span,
  };
}

/** Reports a value or block whose dataset cannot be read; `why` is the first problem of its file. */
export function brokenDataset(name: string, why: Problem | undefined, span: Span): Problem {
  const { span: at } = why ?? {};
  const place = at ? `${at.file}:${at.line}:${at.column} ` : '';
  return {
    code: 'broken-dataset',
    severity: 'error',
    ...(why ? { cause: identify(why) } : {}),
    message: `The dataset "${name}" could not be read.`,
    hint: why
      ? `${place}${why.code}: ${why.message}`
      : `The figures come back once data/${name}.json is right.`,
    span,
  };
}

/** Reports a path with an unknown column. */
export function unknownColumn(
  name: string,
  dataset: string,
  columns: readonly string[],
  span: Span,
): Problem {
  return {
    code: 'unknown-column',
    severity: 'error',
    message: `"${dataset}" has no column "${name}".`,
    hint:
      hintOfNames(name, columns) ??
      nearestHint(
        name,
        columns,
        dataset === 'talk'
          ? "It holds the keys of the talk's front matter"
          : `Columns are the keys of the rows of "${dataset}"`,
      ),
    span,
  };
}

/** Returns what to write for a name that holds more than one; null for any other. */
function hintOfNames(name: string, columns: readonly string[]): string | null {
  const parts = name.split(/\s*[,;]\s*|\s+(?:and\s+)?/).filter(Boolean);
  if (parts.length > 1 && parts.some((part) => columns.includes(part))) {
    return `Write several columns as a list: [${parts.join(', ')}].`;
  }
  if (name.startsWith('-') && columns.includes(name.slice(1))) {
    return `Write "${name.slice(1)}", and "order: desc" for the largest first.`;
  }
  return /^[\d.,~%-]+$/.test(name) ? 'Write the name of a column here, without braces.' : null;
}

/** Reports a path with a row that the dataset lacks on the talk's date. */
export function unknownRow(
  key: string,
  dataset: string,
  keys: readonly string[],
  span: Span,
): Problem {
  const where =
    keys.length > 0
      ? `Rows of "${dataset}" are named by its "key" column`
      : `"${dataset}" names no "key" column, so its rows have no names`;
  return {
    code: 'unknown-row',
    severity: 'error',
    message: `"${dataset}" has no row "${key}" on the talk's date.`,
    hint: nearestHint(key, keys, where),
    span,
  };
}

/** Reports a value that reads a table of several rows without selecting one. */
export function noRowKey(
  dataset: string,
  count: number,
  keys: readonly string[],
  span: Span,
): Problem {
  const example = keys[0] === undefined ? `${dataset}.last` : `${dataset}["${keys[0]}"]`;
  return {
    code: 'no-row-key',
    severity: 'error',
    message: `"${dataset}" has ${count} rows on the talk's date, and the value does not say which.`,
    hint: `Write for instance ${example} before the column, or "| count" for their number.`,
    span,
  };
}

/** Reports a dataset without facts known on the talk's date. */
export function noRowBefore(dataset: string, asOf: string, earliest: string, span: Span): Problem {
  return {
    code: 'no-row-before',
    severity: 'error',
    message: `"${dataset}" has no row on or before ${asOf}; its earliest is of ${earliest}.`,
    hint: "Give the talk a later asOf, or add what was known then to the dataset's file.",
    span,
  };
}

/** Reports a value that goes back further than the dataset's rows. */
export function noRowAgo(
  about: { dataset: string; period: string; target: string; dates: readonly string[] },
  span: Span,
): Problem {
  const dates = about.dates.slice(-6).join(', ');
  return {
    code: 'no-row-ago',
    severity: 'error',
    message: `"${about.dataset}" has no row near ${about.target}, ${about.period} before its newest.`,
    hint: `Its rows are of ${dates}; a row counts when it is older by at most half the period, or newer by a quarter.`,
    span,
  };
}

/** Reports a value that needs the history of something without dates. */
export function noHistory(name: string, filter: string, span: Span): Problem {
  return {
    code: 'no-history',
    severity: 'error',
    message: `"${filter}" looks for an earlier row, and "${name}" has no dates.`,
    hint: 'Rows with "asOf", or dated editions, have a history.',
    span,
  };
}

/** Reports a value with a null cell. */
export function noData(name: string, span: Span): Problem {
  return {
    code: 'no-data',
    severity: 'error',
    message: `There is no data for "${name}" on the talk's date.`,
    hint: 'The cell is null or left out; fill it in, or remove the value from the slide.',
    span,
  };
}
