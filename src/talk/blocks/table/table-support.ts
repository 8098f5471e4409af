import type { BlockContext } from '../../model/block.ts';
import { wrongValue } from '../../problems/block-problems.ts';
import type { DataUse, Row } from '../../model/dataset.ts';
import { computeValue, isExactKind } from '../fill.ts';
import { cellAt, textAt } from '../../data/row-cells.ts';
import type { SupportSpec } from './table-spec.ts';
import { compareVersions, isVersion } from '../version.ts';

/** Whether a version is new enough, and why. */
export interface Verdict {
  verdict: 'yes' | 'no' | 'unknown';
  why: string;
}

/** Versions that rows are compared with. */
export interface Bar {
  minimum: string;
  /** Whether only this exact version is accepted. */
  isExact: boolean;
  newest: string | null;
  uses: DataUse[];
}

/** Computes the versions that a column compares with; returns null after reporting an error. */
export function findBar(
  { minimum, newest }: SupportSpec,
  index: number,
  context: BlockContext,
): Bar | null {
  const path = ['columns', index, 'minimum'];
  const least = findVersion(minimum, path, context);
  const latest =
    newest === undefined ? undefined : findVersion(newest, ['columns', index, 'newest'], context);
  if (!least || latest === null) return null;
  return {
    minimum: least.text,
    isExact: isExactKind(minimum, path, context),
    newest: latest?.text ?? null,
    uses: [...least.uses, ...(latest?.uses ?? [])],
  };
}

function findVersion(
  expression: string,
  path: (string | number)[],
  context: BlockContext,
): ReturnType<typeof computeValue> {
  const found = computeValue(expression, path, context);
  if (!found || isVersion(found.text)) return found;
  const key = String(path.at(-1));
  context.report(wrongValue(key, 'the value of a version such as 1.78.0', context.spanOf(path)));
  return null;
}

/** Compares a row's version with the minimum: its own, or the newest if the row follows it. */
export function toVerdict(row: Row, spec: SupportSpec, bar: Bar): Verdict {
  const { newest } = bar;
  const own = textAt(row, spec.column);
  if (isVersion(own)) return compare(own, bar, '');
  const isRecent = spec.recent !== undefined && cellAt(row, spec.recent) === true;
  if (isRecent && newest !== null) return compare(newest, bar, 'newest: ');
  return { verdict: 'unknown', why: 'not known' };
}

function compare(version: string, { minimum, isExact }: Bar, prefix: string): Verdict {
  const difference = compareVersions(version, minimum);
  const isEnough = isExact ? difference === 0 : difference >= 0;
  const [yes, no] = isExact ? ['=', '≠'] : ['≥', '<'];
  const why = `${prefix}${version} ${isEnough ? yes : no} ${minimum}`;
  return { verdict: isEnough ? 'yes' : 'no', why };
}
