import { EVERY, type Every, QUANTILES, TAKES } from '../../../data/periods/period-words.ts';
import { nameView, type Plan } from '../../../data/periods/plan.ts';
import { parseTake, TAKE_FORMS, type Taken } from '../../../data/periods/take.ts';
import { isWindow, WINDOW_FORMS } from '../../../data/periods/window.ts';
import type { Where } from '../../../data/row-cells.ts';
import type { Block, BlockPath, ColumnUse } from '../../../model/block.ts';
import type { DatasetView } from '../../../model/dataset.ts';
import type { Problem, Span } from '../../../model/problem.ts';
import { missingBlockKey, noNumbers, wrongValue } from '../../../problems/problems.ts';
import { suggestName } from '../../../text/nearest.ts';
import { checkColumn, checkNumbers, findDate, isNumeric, type Report } from './part-columns.ts';

/** The keys by which a block shows a part of its dataset. */
interface PartSpec {
  data: string;
  where?: Where;
  every?: Every;
  take?: string | Record<string, string>;
  last?: string;
}

/** What a plan is made with. */
export interface PartContext {
  /** Returns the dataset that the block names; undefined for none. */
  view(): DatasetView | undefined;
  spanOf(path: BlockPath): Span;
  report(problem: Problem): void;
}

/** Own columns of periods, which no row has. */
const OWN = ['asOf', 'date', 'period'];
const QUARTERS = { low: 'p25', middle: 'median', high: 'p75' };

/**
 * Returns a block's body with the part of its dataset that it shows in the place of the keys that say so. A body without
 * such keys stays as it is; null after reporting an error.
 */
export function planPart(spec: unknown, block: Block, context: PartContext): unknown {
  if (!block.columnsOf) return spec;
  const written = spec as PartSpec;
  const { every, take, last, where = {}, ...rest } = written;
  if (every === undefined && take === undefined && last === undefined) return spec;
  let isGood = true;
  const report = (path: BlockPath, problem: (span: Span) => Problem): void => {
    isGood = false;
    context.report(problem(context.spanOf(path)));
  };
  if (last !== undefined && !isWindow(last))
    report(['last'], (span) => wrongValue('last', WINDOW_FORMS, span));
  if (every === undefined && take !== undefined) {
    const hint = `Add "every: month", or another of ${EVERY.join(', ')}.`;
    report(['take'], (span) => wrongValue('take', 'beside "every"', span, hint));
  }
  if (every !== undefined && take === undefined)
    report(['every'], (span) => missingTake(block.name, span));
  const view = isGood ? context.view() : undefined;
  if (!view) return null;
  const uses = block.columnsOf(spec);
  const date = findDate(view, uses);
  const plan: Plan = { of: view.name, date, ...(last === undefined ? {} : { last }) };
  if (every === undefined || take === undefined)
    return { ...rest, ...('where' in written ? { where } : {}), data: nameView(plan) };
  for (const column of Object.keys(where)) checkColumn(column, ['where', column], view, report);
  const taken = readTake(take, view, uses, report);
  const by = listParts(view, uses, { date, taken, take, report });
  if (!isGood) return null;
  const sums = { every, take: taken, by, where };
  const own = Object.entries(rest).filter(([key, value]) => key !== 'x' || value !== date);
  return { ...Object.fromEntries(own), data: nameView({ ...plan, sums }) };
}

/** Reads what is taken of which column. */
function readTake(
  take: string | Record<string, string>,
  view: DatasetView,
  uses: readonly ColumnUse[],
  report: Report,
): Record<string, Taken> {
  if (typeof take === 'string') return readOne(take, view, uses, report);
  const entries = Object.entries(take).flatMap(([column, text]): [string, Taken][] => {
    const taken = parseTake(text, column);
    const path = ['take', column];
    if (!taken) {
      const [word = ''] = text.split(' ');
      const nearest = suggestName(word, TAKES);
      const hint = nearest && `Did you mean "${nearest}"?`;
      report(path, (span) =>
        wrongValue(`take.${column}`, `${TAKE_FORMS}, and a column`, span, hint),
      );
      return [];
    }
    checkNumbers(taken.of, path, view, report);
    return [[column, taken]];
  });
  return Object.fromEntries(entries);
}

/** Reads a word that stands for all columns of numbers that the block names, or else for all there are. */
function readOne(
  take: string,
  view: DatasetView,
  uses: readonly ColumnUse[],
  report: Report,
): Record<string, Taken> {
  if (take === 'count') return { count: { by: take, of: null } };
  const named = uses.filter(
    ({ column, role }) => (role === 'value' || role === 'any') && isNumeric(view, column),
  );
  const others = view.columns.filter((column) => column !== view.key && isNumeric(view, column));
  const columns = named.length > 0 ? named.map(({ column }) => column) : others;
  const [first] = columns;
  if (first === undefined) report(['take'], (span) => noNumbers(view.name, span));
  if (take !== QUANTILES || first === undefined)
    return Object.fromEntries(columns.map((of) => [of, { by: take, of }]));
  const { low, middle, high } = QUARTERS;
  return {
    low: { by: low, of: first },
    [first]: { by: middle, of: first },
    high: { by: high, of: first },
  };
}

interface Parts {
  date: string | null;
  taken: Record<string, Taken>;
  take: string | Record<string, string>;
  report: Report;
}

/** Lists the columns that part the rows: those that the block names, and of which nothing is taken. */
function listParts(
  view: DatasetView,
  uses: readonly ColumnUse[],
  { date, taken, take, report }: Parts,
): string[] {
  const parts = uses.flatMap(({ column, path, role }) => {
    if (Object.hasOwn(taken, column) || column === date || OWN.includes(column)) return [];
    if (!checkColumn(column, path, view, report, Object.keys(taken))) return [];
    if (role === 'value') {
      const key = String(path[0]);
      const expected = `a column of which something is taken: ${Object.keys(taken).join(', ')}`;
      const hint = typeof take === 'string' ? undefined : `Or add "${column}: sum" to "take".`;
      report(path, (span) => wrongValue(key, expected, span, hint));
    }
    return [column];
  });
  return [...new Set(parts)];
}

function missingTake(block: string, span: Span): Problem {
  const hint = `Say what a period shows of its rows: "take: sum", or ${TAKES.slice(1).join(', ')}, ${QUANTILES}.`;
  return { ...missingBlockKey('take', `${block} block with "every"`, span), hint };
}
