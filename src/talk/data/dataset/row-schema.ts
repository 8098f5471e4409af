import type { BaseIssue } from 'valibot';
import { safeParse } from 'valibot';
import { schemaMismatch } from '../../problems/problems.ts';
import type { Row } from '../../model/dataset.ts';
import { reasonOf } from '../../text/error-text.ts';
import type { DatasetFile } from './dataset-file.ts';
import { printPath } from './dataset-file.ts';
import type { JsonPath } from '../json-place.ts';
import type { DatasetRecipe } from './recipe.ts';

/** Checks rows against the recipe: their shape, and the ranges of their figures. */
export function checkSchema(file: DatasetFile, rows: readonly Row[], path: JsonPath): void {
  const { recipe } = file;
  if (!recipe) return;
  const found = rows.flatMap((row, index) =>
    [...schemaIssues(row, recipe.schema), ...rangeIssues(row, recipe.ranges ?? {})].map(
      (issue) => ({ ...issue, path: [...path, index, ...issue.path] }),
    ),
  );
  for (const { what, path: at, kind } of found) {
    const column = at.filter((part) => typeof part === 'string').join('.');
    file.report(schemaMismatch(printPath(at), what, file.at(at)), `schema ${column} ${kind}`);
  }
}

interface Mismatch {
  path: JsonPath;
  what: string;
  /** What rows with the same mistake have in common. */
  kind: string;
}

/** A schema can contain functions of its author, which can throw. */
function schemaIssues(row: Row, schema: DatasetRecipe['schema']): Mismatch[] {
  try {
    return findIssues(row, schema);
  } catch (error) {
    const what = `cannot be checked: the recipe failed with "${reasonOf(error)}"`;
    return [{ path: [], what, kind: what }];
  }
}

function findIssues(row: Row, schema: DatasetRecipe['schema']): Mismatch[] {
  const result = safeParse(schema, row);
  return (result.issues ?? []).map((issue) => ({
    path: issuePath(issue),
    what: describeIssue(issue),
    kind: `${issue.type} ${issue.expected}`,
  }));
}

/** Returns the path of an issue within a value. */
export function issuePath(issue: BaseIssue<unknown>): JsonPath {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

/** Describes what is wrong with a value. */
export function describeIssue({ expected, received, kind, message }: BaseIssue<unknown>): string {
  if (received === 'undefined') return 'is missing';
  if (expected === 'never') return 'is a column that the recipe does not have';
  if (kind === 'validation' || expected === null) return `does not fit: ${message}`;
  return `should be ${expected}, and is ${received}`;
}

function rangeIssues(row: Row, ranges: Record<string, readonly [number, number]>): Mismatch[] {
  return Object.entries(ranges).flatMap(([column, [least, greatest]]) => {
    const cell = row[column];
    if (typeof cell !== 'number' || (cell >= least && cell <= greatest)) return [];
    const what = `should be from ${least} to ${greatest}, and is ${cell}`;
    return [{ path: [column], what, kind: 'range' }];
  });
}
