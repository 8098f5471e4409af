import type { DataUse } from '../../model/dataset.ts';
import { parsePeriod, printDate } from '../date.ts';
import { PERIOD_FORMS, replaceOldUnit } from '../../text/duration.ts';
import type { Expression, FilterPart, Part } from './expression.ts';
import { parseExpression } from './expression.ts';
import { countValue, findValue } from './find.ts';
import { isPercentage, roundChange, roundGrowth, roundPoints } from './growth.ts';
import type { Found, Step, ValueContext, ValueProblem } from './found.ts';
import { faultAt } from './found.ts';
import {
  describe,
  FILTERS,
  printFound,
  type FilterName,
  type PrintedValue,
} from './print-value.ts';

export { FILTERS, VALUE_FORMATS, type FilterName, type ValueFormat } from './print-value.ts';
export type { ValueContext, ValueProblem } from './found.ts';

/** A formatted value, or the problem of its expression. */
export type ValueResult =
  | (PrintedValue & {
      ok: true;
      /** The dates of a value that looks back, such as "as of 31 January 2026"; null for others. */
      title: string | null;
      /** Names of the datasets it reads. */
      datasets: string[];
      /** Warnings about how it is written. */
      problems: ValueProblem[];
    })
  | { ok: false; problems: ValueProblem[]; datasets: string[] };

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

function compute(expression: Expression, context: ValueContext): Step<PrintedValue> {
  const [first, ...rest] = expression.filters;
  const filter = FILTERS.find((name) => name === first?.name.text);
  const found = filter && first ? applyFilter(filter, first, expression, context) : null;
  if (found && !found.ok) return found;
  const plain = found ?? findValue(expression, context, null);
  if (!plain.ok) return plain;
  return printFound(plain.value, found ? rest : expression.filters, expression);
}

function applyFilter(
  name: FilterName,
  filter: FilterPart,
  expression: Expression,
  context: ValueContext,
): Step<Found> {
  const [word, next] = filter.words;
  const extra = name === 'count' ? word : next;
  const fault = extra && faultAt(extra, (span, say) => say.badValue('"|" before a format', span));
  if (name === 'count') return fault ?? countValue(expression, context);
  const period = word ? parsePeriod(word.text) : null;
  if (!period) {
    return faultAt(word ?? filter.name, (span, say) => say.badValue(PERIOD_FORMS, span));
  }
  if (fault) return fault;
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
  const growth = { before: a, now: b, exact, isOfPoints: isPercentage(now.unit) };
  if (isGrowth && growth.isOfPoints) {
    return {
      ok: true,
      value: { ...found, cell: roundPoints(b - a, exact), isOfPoints: true, growth },
    };
  }
  const raw = isGrowth ? ((b - a) / a) * 100 : b - a;
  if (!Number.isFinite(raw) || (isGrowth && a < 0))
    return faultAt(part, (span, say) => say.noGrowthFromZero(span));
  return {
    ok: true,
    value: {
      ...found,
      cell: roundDerived(raw, name, exact),
      isOfPoints: !isGrowth,
      ...(isGrowth ? { growth } : {}),
    },
  };
}

/** A result of an inexact figure has at most two significant digits. */
function roundDerived(raw: number, name: 'growth' | 'change', exact: boolean): number {
  return name === 'growth' ? roundGrowth(raw, exact) : roundChange(raw, exact);
}
