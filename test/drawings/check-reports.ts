import type { Problem } from '../../src/talk/model/problem.ts';
import type { Drawing } from './drawing.ts';
import { hasDuplicate } from './duplicates.ts';
import { listExpected } from './expected.ts';
import { fault, type Fault } from './fault.ts';

/** Lists what the compiler reports of a drawing. */
type Compile = (drawing: Drawing) => Problem[];

const MIN_HEIGHT = /"height" (?:of|has to be) at least (\d+)/;
const MAX_ROWS = /"limit: (\d+)"/;
const SHARED = ['ambiguous-rows', 'duplicate-row'];
const TOO_MUCH = 'too-much-to-show';
const EMPTY = ['no-numbers', 'nothing-to-show'];
/** So long that the precision of dates is of no importance: two years. */
const YEAR_AND_MORE = 2 * 366 * 86_400_000;

/** Finds reports that the rows do not justify, and rows that should be reported. */
export function checkReports(drawing: Drawing, problems: Problem[], compile: Compile): Fault[] {
  const codes = problems.map(({ code }) => code);
  const isShared = codes.some((code) => SHARED.includes(code));
  const faults: Fault[] = [];
  // Without any number, nothing else is computed.
  if (hasDuplicate(drawing) !== isShared && !codes.includes('no-numbers')) {
    faults.push(
      fault('refused', isShared ? 'No two rows share a place' : 'Two rows share a place'),
    );
  }
  for (const problem of problems) faults.push(...checkReport(drawing, problem, compile));
  return faults;
}

function checkReport(
  drawing: Drawing,
  { code, message, hint }: Problem,
  compile: Compile,
): Fault[] {
  const unjustified = [fault('refused', `${code} is not justified: ${message} ${hint}`)];
  switch (code) {
    case 'no-numbers':
    case 'nothing-to-show':
      return isEmpty(drawing) || hasEndless(drawing) ? [] : unjustified;
    case 'only-one-date':
      return new Set(drawing.rows.map((row) => row['asOf'] ?? row['name'])).size < 2
        ? []
        : unjustified;
    case 'no-row-ago':
      return hasYearAgo(drawing) ? unjustified : [];
    case 'flat-facets':
      return hasFlat(drawing) ? [] : unjustified;
    case TOO_MUCH:
      return checkLimit(drawing, `${hint}`, compile) ? [] : unjustified;
    default:
      return [];
  }
}

/** Reports whether a drawing has nothing to show: no value, at an end of a slope or beside its other axis. */
function isEmpty(drawing: Drawing): boolean {
  const { kind, rows, spec } = drawing;
  if (kind === 'scatter') {
    const columns = [String(spec.x), String(spec.y)];
    return !rows.some((row) => columns.every((column) => typeof row[column] === 'number'));
  }
  // A figure is its newest value.
  if (kind === 'spark') return typeof rows.at(-1)?.['value'] !== 'number';
  const lists = listExpected(drawing).series.map(({ values }) => values);
  const shown = kind === 'slope' ? lists.map((values) => [values[0], values.at(-1)]) : lists;
  return shown.flat().every((value) => typeof value !== 'number');
}

/** Reports whether a figure has a value that is at least a year older than its newest. */
function hasYearAgo({ rows }: Drawing): boolean {
  const newest = Date.parse(String(rows.at(-1)?.['asOf']));
  return rows.some(
    ({ asOf, value }) =>
      typeof value === 'number' && newest - Date.parse(String(asOf)) > YEAR_AND_MORE,
  );
}

/** Reports whether the values of a small chart differ by less than a fortieth of an axis that holds those of all. */
function hasFlat(drawing: Drawing): boolean {
  const { series } = listExpected(drawing);
  const lists = [...new Set(series.map(({ name }) => name))].map((facet) =>
    series
      .filter(({ name }) => name === facet)
      .flatMap(({ values }) => values.filter((value) => typeof value === 'number')),
  );
  const spanOf = (values: number[]): number => Math.max(...values) - Math.min(...values);
  const whole = spanOf([0, ...lists.flat()]);
  return lists.some((values) => values.length > 1 && spanOf(values) < whole / 40);
}

/** Reports whether a line of a slope has a value at neither end. */
function hasEndless(drawing: Drawing): boolean {
  if (drawing.kind !== 'slope') return false;
  return listExpected(drawing).series.some(
    ({ values }) => typeof values[0] !== 'number' && typeof values.at(-1) !== 'number',
  );
}

/** Reports whether a limit that a hint names is one: with it the drawing is accepted, with one more it is not. */
function checkLimit(drawing: Drawing, hint: string, compile: Compile): boolean {
  const accepts = (key: string, value: number): boolean | null => {
    const spec = { ...drawing.spec, [key]: value };
    const problems = compile({ ...drawing, spec });
    // Without a value among the first rows, their number is not judged; a warning is about some lines.
    const isEmpty = problems.some((one) => EMPTY.includes(one.code) && one.severity === 'error');
    if (isEmpty) return null;
    return !problems.some(
      (problem) => problem.code === TOO_MUCH && namesKey(`${problem.hint}`, key),
    );
  };
  const height = Number(MIN_HEIGHT.exec(hint)?.[1]);
  if (height > 0)
    return accepts('height', height) !== false && accepts('height', height - 1) !== true;
  const rows = Number(MAX_ROWS.exec(hint)?.[1]);
  if (rows > 0) return accepts('limit', rows) !== false && accepts('limit', rows + 1) !== true;
  return true;
}

function namesKey(hint: string, key: string): boolean {
  return (key === 'height' ? MIN_HEIGHT : MAX_ROWS).test(hint);
}
