import type { FilterPart } from '../data/value/expression.ts';
import { parseExpression } from '../data/value/expression.ts';
import { parsePeriod } from '../data/date.ts';
import { printPeriod } from '../text/duration.ts';

const CAPITAL = /\p{Lu}/u;

/**
 * Returns the label of a value expression: `minimum-rust.rust` is "minimum Rust", with capitals from dataset titles.
 */
export function labelValue(expression: string, titleOf: (dataset: string) => string): string {
  const parsed = parseExpression(expression);
  if (!parsed.ok) return expression;
  const { root, key, path, filters } = parsed.expression;
  const columns = path.map(({ text }) => text).filter((text) => text !== 'last');
  const name = root.text.split('-');
  // In "zulip-users.users" the column repeats the dataset's name.
  if (columns[0] === name.at(-1)) columns.shift();
  const subject = [...name, ...columns.flatMap((column) => splitName(column))];
  const words = withCapitals(subject, titleOf(root.text));
  if (key) words.splice(name.length, 0, key.text);
  return [words.join(' '), ...filters.flatMap(labelFilter)].join(', ');
}

function labelFilter({ name, words }: FilterPart): string[] {
  const period = parsePeriod(words[0]?.text ?? '');
  if (!period) return name.text === 'count' ? ['number of rows'] : [];
  return name.text === 'ago'
    ? [`${printPeriod(period)} before`]
    : [`${name.text} in ${printPeriod(period)}`];
}

/** Splits `mergeWindow` and `merge_window` into words. */
function splitName(column: string): string[] {
  return column
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[-_ ]+/);
}

function withCapitals(words: readonly string[], title: string): string[] {
  const [, ...rest] = title.split(/[^\p{L}\p{N}]+/u);
  const names = rest.filter((word) => CAPITAL.test(word));
  return words.map((word) => names.find((name) => name.toLowerCase() === word) ?? word);
}
