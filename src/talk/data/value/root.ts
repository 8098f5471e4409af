import type { BlockText } from '../../model/time/talk-time.ts';

const ROOT = /^\s*([\p{L}\p{N}_][\p{L}\p{N}_-]*)/u;

/** Returns the dataset that a value's expression reads; null for none. */
export function rootOf(expression: string): string | null {
  return ROOT.exec(expression)?.[1] ?? null;
}

/** Lists the datasets of the values in texts of a block. */
export function listRoots(texts: readonly BlockText[]): string[] {
  const roots = texts.flatMap(({ parts }) =>
    parts.flatMap((part) => (typeof part === 'string' ? [] : (rootOf(part.expression) ?? []))),
  );
  return [...new Set(roots)];
}
