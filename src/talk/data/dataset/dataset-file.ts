import { badDate, badUrl } from '../../problems/data-problems.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { isPartialDate } from '../date.ts';
import type { JsonPath, JsonText } from '../json-place.ts';
import type { DatasetRecipe } from './recipe.ts';
import { printShort } from '../../text/value/value-text.ts';

/** A dataset file during checks. */
export interface DatasetFile {
  json: JsonText;
  recipe: DatasetRecipe | null;
  problems: Problem[];
  at(path: JsonPath): Span;
  keyAt(path: JsonPath): Span;
  /** Adds a problem; of those with the same `kind`, such as a column of all rows, the first counts the others. */
  report(problem: Problem, kind?: string): void;
  reportBadUrl(url: unknown, path: JsonPath): void;
}

/** Opens a parsed file for checks; problems are added to the given list. */
export function openFile(
  json: JsonText,
  problems: Problem[],
  recipe: DatasetRecipe | null,
): DatasetFile {
  const first = new Map<string, { problem: Problem; hint: string; more: number }>();
  const report = (problem: Problem, kind?: string): void => {
    const like = kind === undefined ? undefined : first.get(kind);
    if (!like) {
      problems.push(problem);
      if (kind !== undefined) first.set(kind, { problem, hint: problem.hint ?? '', more: 0 });
      return;
    }
    like.more++;
    const others = like.more === 1 ? 'Another row has' : `${like.more} more rows have`;
    like.problem.hint = `${like.hint} ${others} the same.`.trimStart();
  };
  return {
    json,
    recipe,
    problems,
    at: (path) => json.spanOf(path),
    keyAt: (path) => json.keySpanOf(path),
    report,
    reportBadUrl: (url, path) => report(badUrl(printShort(url), json.spanOf(path))),
  };
}

/** Checks that a value, if present, is a date. */
export function checkDate(file: DatasetFile, value: unknown, path: JsonPath): void {
  if (value !== undefined && !isPartialDate(value)) {
    file.report(badDate(printShort(value), file.at(path)), `date ${path.at(-1)}`);
  }
}

/** Formats a path for authors: `rows[3].subscribers`. */
export function printPath(path: JsonPath): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}
