import type { Cell, DataUse } from '../../model/dataset.ts';
import { parsePeriod, printDate } from '../date.ts';
import { PERIOD_FORMS, replaceOldUnit } from '../../text/duration.ts';
import type { Expression, FilterPart, Part } from './expression.ts';
import { parseExpression } from './expression.ts';
import { countValue, findValue } from './find.ts';
import type { Format } from './format.ts';
import { FORMATS, formatCell, isFormat } from './format.ts';
import { formatPoints, isPercentage, roundChange, roundGrowth, roundPoints } from './growth.ts';
import type { Found, Step, ValueContext, ValueProblem } from './found.ts';
import { faultAt } from './found.ts';

export type { ValueContext, ValueProblem } from './found.ts';

/** A formatted value, or the problem of its expression. */
export type ValueResult =
  | {
      ok: true;
      /** The text with its "~" and sign; not HTML. */
      text: string;
      exact: boolean;
      uses: DataUse[];
      /** The dates of a value that looks back, such as "as of 31 January 2026"; null for others. */
      title: string | null;
      /** The figure itself; null when it is not a number. */
      number: number | null;
      /** Names of the datasets it reads. */
      datasets: string[];
      /** Warnings about how it is written. */
      problems: ValueProblem[];
    }
  | { ok: false; problems: ValueProblem[]; datasets: string[] };

interface Style {
  format?: Format;
  signed: boolean;
}

/** The filters of values. */
export const FILTERS = ['ago', 'growth', 'change', 'count'] as const;

/** One of `FILTERS`. */
export type FilterName = (typeof FILTERS)[number];

/** Evaluates `dataset.column | filter | format` on the talk's date; never prints null or undefined. */
export function evaluateValue(text: string, context: ValueContext): ValueResult {
  const parsed = parseExpression(text);
  if (!parsed.ok) {
    const { expected } = parsed.fault;
    const { problem } = faultAt(parsed.fault, (span, say) => say.badValue(expected, span));
    return { ok: false, problems: [problem], datasets: [] };
  }
  const { expression } = parsed;
  const datasets = expression.root.text === 'talk' ? [] : [expression.root.text];
  const result = compute(expression, context);
  if (!result.ok) return { ok: false, problems: [result.problem], datasets };
  const { value } = result;
  const title = printTitle(value.uses);
  return { ok: true, ...value, title, datasets, problems: findOldUnits(expression) };
}

/** States which rows were taken where a value looks back. */
function printTitle(uses: readonly DataUse[]): string | null {
  const then = uses.find(({ isEarlier }) => isEarlier)?.asOf;
  if (!then) return null;
  const now = uses.find(({ isEarlier }) => !isEarlier)?.asOf;
  return now ? `from ${printDate(then)} to ${printDate(now)}` : `as of ${printDate(then)}`;
}

function findOldUnits({ filters }: Expression): ValueProblem[] {
  return filters.slice(0, 1).flatMap(({ words: [word] }) => {
    const renewed = word ? replaceOldUnit(word.text, 'mo') : null;
    if (!word || renewed === null) return [];
    return [faultAt(word, (span, say) => say.oldUnit(renewed, 'months', span)).problem];
  });
}

type Fault = ReturnType<typeof faultAt>;
type Printed = Omit<Extract<ValueResult, { ok: true }>, 'ok' | 'title' | 'datasets' | 'problems'>;

function compute(expression: Expression, context: ValueContext): Step<Printed> {
  const [first, ...rest] = expression.filters;
  const filter = FILTERS.find((name) => name === first?.name.text);
  const found = filter && first ? applyFilter(filter, first, expression, context) : null;
  if (found && !found.ok) return found;
  const plain = found ?? findValue(expression, context, null);
  if (!plain.ok) return plain;
  const isGrowth = filter === 'growth';
  const style: Style = { signed: false, ...(isGrowth ? { format: 'percent' } : {}) };
  return print(plain.value, style, found ? rest : expression.filters, expression);
}

function applyFilter(
  name: FilterName,
  filter: FilterPart,
  expression: Expression,
  context: ValueContext,
): Step<Found> {
  if (name === 'count') return countValue(expression, context);
  const word = filter.words[0];
  const period = word ? parsePeriod(word.text) : null;
  if (!period) {
    return faultAt(word ?? filter.name, (span, say) => say.badValue(PERIOD_FORMS, span));
  }
  const before = findValue(expression, context, { period, part: filter.name });
  if (name === 'ago' || !before.ok) return before;
  const now = findValue(expression, context, null);
  return now.ok ? compare(name, before.value, now.value, filter.name) : now;
}

function compare(name: 'growth' | 'change', before: Found, now: Found, part: Part): Step<Found> {
  const [a, b] = [before.cell, now.cell];
  if (a === null || b === null) return faultAt(part, (span, say) => say.noData(part.text, span));
  if (typeof a !== 'number' || typeof b !== 'number') {
    return faultAt(part, (span, say) => say.notANumber(part.text, describe(b), span));
  }
  const exact = before.exact && now.exact;
  const found = { exact, uses: [...now.uses, ...before.uses] };
  const isGrowth = name === 'growth';
  if (isGrowth && isPercentage(now.unit)) {
    return { ok: true, value: { ...found, cell: roundPoints(b - a, exact), isOfPoints: true } };
  }
  const raw = isGrowth ? ((b - a) / a) * 100 : b - a;
  if (!Number.isFinite(raw) || (isGrowth && a < 0))
    return faultAt(part, (span, say) => say.noGrowthFromZero(span));
  return {
    ok: true,
    value: { ...found, cell: roundDerived(raw, name, exact), isOfPoints: !isGrowth },
  };
}

/** A result of an inexact figure has at most two significant digits. */
function roundDerived(raw: number, name: 'growth' | 'change', exact: boolean): number {
  return name === 'growth' ? roundGrowth(raw, exact) : roundChange(raw, exact);
}

function print(
  { cell, exact, uses, isOfPoints }: Found,
  style: Style,
  filters: readonly FilterPart[],
  { root, path }: Expression,
): Step<Printed> {
  const place = path.at(-1) ?? root;
  if (cell === null) return faultAt(place, (span, say) => say.noData(place.text, span));
  for (const filter of filters) {
    const fault = applyFormat(filter, cell, style);
    if (fault) return fault;
  }
  const { signed, format } = style;
  const text =
    isOfPoints && format === 'percent' && typeof cell === 'number'
      ? formatPoints(cell, { signed, exact })
      : formatCell(cell, { ...style, exact });
  if (text === null)
    return faultAt(place, (span, say) => say.notAValue(place.text, columnsOf(cell), span));
  const number = typeof cell === 'number' ? cell : null;
  return { ok: true, value: { text, exact, uses, number } };
}

function applyFormat({ name, words }: FilterPart, cell: Cell, style: Style): Fault | null {
  if (isFilter(name.text)) {
    return faultAt(name, (span, say) =>
      say.badValue('a format, as only one filter stands before the formats', span),
    );
  }
  if (!isFormat(name.text)) {
    if (words.length > 0) {
      return faultAt(name, (span, say) => say.unknownFilter(name.text, FILTERS, span));
    }
    const names = [...FORMATS, ...FILTERS];
    return faultAt(name, (span, say) => say.unknownFormat(name.text, names, span));
  }
  if (words[0]) return faultAt(words[0], (span, say) => say.badValue('nothing more', span));
  if (formatCell(cell, { format: name.text }) === null) {
    return faultAt(name, (span, say) => say.wrongFormat(name.text, describe(cell), span));
  }
  if (name.text === 'signed') style.signed = true;
  else style.format = name.text;
  return null;
}

function isFilter(name: string): name is FilterName {
  return (FILTERS as readonly string[]).includes(name);
}

function describe(cell: Cell): string {
  if (typeof cell === 'number') return 'a number';
  if (typeof cell === 'string') return `"${cell}"`;
  return typeof cell === 'boolean' ? 'yes or no' : 'a list';
}

function columnsOf(cell: Cell): string[] {
  return cell !== null && typeof cell === 'object' && !Array.isArray(cell) ? Object.keys(cell) : [];
}
