const VERSION = /^\d+(\.\d+)*$/;

/** Reports whether a text is a plain version number: `6.11`, `1.78.0`. */
export function isVersion(text: unknown): text is string {
  return typeof text === 'string' && VERSION.test(text);
}

/** Orders version numbers: 6.9, 6.10, 7.0; an omitted part counts as zero. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = Number(left[i] ?? 0) - Number(right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
