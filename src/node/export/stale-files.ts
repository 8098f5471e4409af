import { readdirSync } from 'node:fs';

/** How an export names a picture: its place, its slide, its step. */
const PICTURE = /^x?\d{2,}-.+\.png$/;
const MAX_NAMES = 3;

/**
 * Says which pictures lie in a folder that this export did not write: of slides that the talk has no more. They are left
 * alone, because they may be the author's own, or belong to a part that was exported before.
 */
export function reportStaleFiles(folder: string, written: readonly string[]): string | null {
  const own = new Set(written);
  const others = readdirSync(folder).filter((name) => PICTURE.test(name) && !own.has(name));
  if (others.length === 0) return null;
  const [first, ...more] = others.sort();
  if (more.length === 0) return `${first} lies there too; it is not of this export.`;
  const names = [first, ...more].slice(0, MAX_NAMES).join(', ');
  const rest = others.length - MAX_NAMES;
  const list = rest > 0 ? `${names} and ${rest} more` : names;
  return `${others.length} other pictures lie there too and are not of this export: ${list}.`;
}
