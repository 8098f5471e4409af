import { stringify } from 'yaml';

/** Writes keys as the lines of front matter; a key without a value is left out. */
export function writeMatter(keys: Readonly<Record<string, unknown>>): string {
  const written = Object.entries(keys).filter(([, value]) => value !== undefined);
  if (written.length === 0) return '';
  return stringify(Object.fromEntries(written), { lineWidth: 0 });
}
