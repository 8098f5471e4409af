import { findNearest } from '../../text/nearest.ts';

const FORM =
  'A value looks like {{ dataset.column | ago 1y | compact }} or {{ dataset["row"].column }}.';
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:y|yr|yrs|years?)$/i, 'y'],
  [/^(?:mo|mon|months?)$/i, 'mo'],
  [/^(?:w|wk|weeks?)$/i, 'w'],
  [/^(?:d|days?)$/i, 'd'],
];
const PERIOD = /\b(ago|growth|change)\s*[(\s]\s*["']?(\d+)[\s_-]*([a-z]+)["']?\s*\)?/i;
const INDEX = /^([\p{L}\p{N}_-]+)(?:\.rows)?\[(-?\d+)\](.*)$/u;
const SIGN = /^([\w.-]+?)\s*(,|->|=>|::)\s*([a-z][\w-]*)$/i;
const CALL = /([a-z]+)\s*\(/i;

/** Returns what to write in the place of an expression that cannot be read. */
export function hintOfExpression(written: string): string {
  const straight = written.replaceAll(/[“”„«»]/g, '"').replaceAll(/[‘’]/g, "'");
  if (straight !== written) return `Its quotes are straight ones: {{ ${straight} }}.`;
  const [, own = '', sign = '', behind = ''] = SIGN.exec(written) ?? [];
  if (sign !== '') {
    const next = sign === ',' ? `${own} | ${behind}` : `${own}.${behind}`;
    return `Write {{ ${next} }}. ${FORM}`;
  }
  const [, quoted = '', column = ''] = /^["']([\w-]+)["'](\.[\w-]+.*)$/.exec(written) ?? [];
  if (quoted !== '') return `The name of a dataset has no quotes: {{ ${quoted}${column} }}.`;
  if (/\bago\s+(?:last|one|a|the)\b/i.test(written)) return `Write "| ago 1y". ${FORM}`;
  const [, format = ''] = /\|\s*(\w+)\s*:/.exec(written) ?? [];
  if (format !== '') return `Formats have no options: write "| ${format}". ${FORM}`;
  if (/[\w\]]\s*%\s*$/.test(written)) return `Write "| percent". ${FORM}`;
  const [, filter = '', count = '', word = ''] = PERIOD.exec(written) ?? [];
  const unit = UNITS.find(([form]) => form.test(word))?.[1];
  if (unit !== undefined) return `Write "| ${filter.toLowerCase()} ${count}${unit}". ${FORM}`;
  const [, name, , rest = ''] = INDEX.exec(written) ?? [];
  if (name !== undefined) {
    return `Rows are named and not counted: write ${name}["NAME"]${rest} for a row by its "key", ${name}.last${rest} for the last, or ${name}${rest} for the newest of a series.`;
  }
  if (/^[\w-]+[\\/]/.test(written)) {
    const name = /([\w-]+)(?:\.(?:json|csv|ts))?(\.[\w-]+)?[^\\/]*$/.exec(written);
    return `Write the name of the dataset without folder and ending, then a dot and a column: {{ ${name?.[1] ?? 'members'}${name?.[2] ?? '.count'} }}.`;
  }
  if (/[-+*/%]\s*[\d({]|\s[-+*/%]\s/.test(written)) {
    return 'Values do no sums, other than "| growth 1y" and "| change 1y". Write the result into the dataset, as a column of its own.';
  }
  if (CALL.test(written))
    return `Values call no functions: filters and formats follow after "|". ${FORM}`;
  return FORM;
}

const PAGES = ['page', 'pages', 'slide', 'slides', 'pageNumber', 'total'];
const DAYS = ['today', 'now', 'date'];

/** Returns what to write for a word that is no dataset and that other programs fill in; null for other words. */
export function hintOfRoot(word: string, key: string | undefined): string | null {
  if (PAGES.includes(word)) {
    return 'Slides have their number at the foot by themselves; "pagination: n/N" in the front matter of the talk adds how many there are.';
  }
  if (DAYS.includes(word.toLowerCase())) {
    return 'Write "talk.date" for the day of the talk, or "talk.asOf" for the day of its data.';
  }
  return key === undefined
    ? null
    : `Write "talk.${key}" for what the front matter of the talk says.`;
}

/** Returns how rows get dates or names; null where nothing is known of either. */
export function hintOfNoRows({
  name,
  dated,
  names,
}: {
  name: string;
  /** A column of dates of rows without "asOf". */
  dated: string | undefined;
  /** Columns that could name rows. */
  names: readonly string[];
}): string | null {
  if (dated !== undefined) {
    return `Its rows have dates in "${dated}": call that column "asOf" in data/${name}.json, and the newest row on the talk's date is taken.`;
  }
  const [first] = names;
  if (first === undefined) return null;
  const column = findNearest('name', names) ?? first;
  return `Rows have names where data/${name}.json names their column, such as "key": "${column}".`;
}
