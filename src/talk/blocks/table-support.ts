import type { BlockContext } from '../model/block.ts';
import { wrongValue } from '../model/problems/blocks.ts';
import type { DataUse, Row } from '../model/dataset.ts';
import { computeValue } from './fill.ts';
import { cellAt, textAt } from './rows.ts';
import type { SupportSpec } from './table-spec.ts';
import { compareVersions, isVersion } from './version.ts';

/** Whether a version is new enough, and why. */
export interface Verdict {
  verdict: 'yes' | 'no' | 'unknown';
  why: string;
}

/** Versions that rows are compared with. */
export interface Bar {
  minimum: string;
  newest: string | null;
  uses: DataUse[];
}

/** Computes the versions that a column compares with; null after it reported why it cannot. */
export function findBar(
  { minimum, newest }: SupportSpec,
  index: number,
  context: BlockContext,
): Bar | null {
  const least = findVersion(minimum, ['columns', index, 'minimum'], context);
  const latest =
    newest === undefined ? undefined : findVersion(newest, ['columns', index, 'newest'], context);
  if (!least || latest === null) return null;
  return {
    minimum: least.text,
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

/** Judges a row's version: its own, or the newest where the row follows that. */
export function judge(row: Row, spec: SupportSpec, { minimum, newest }: Bar): Verdict {
  const own = textAt(row, spec.column);
  if (isVersion(own)) return compare(own, minimum, '');
  const isRecent = spec.recent !== undefined && cellAt(row, spec.recent) === true;
  if (isRecent && newest !== null) return compare(newest, minimum, 'newest: ');
  return { verdict: 'unknown', why: 'not known' };
}

function compare(version: string, minimum: string, prefix: string): Verdict {
  const isEnough = compareVersions(version, minimum) >= 0;
  const why = `${prefix}${version} ${isEnough ? '≥' : '<'} ${minimum}`;
  return { verdict: isEnough ? 'yes' : 'no', why };
}
