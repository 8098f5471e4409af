const ROOT = /^\s*([\p{L}\p{N}_][\p{L}\p{N}_-]*)/u;

/** Returns the dataset that a value's expression reads; null for none. */
export function rootOf(expression: string): string | null {
  return ROOT.exec(expression)?.[1] ?? null;
}
