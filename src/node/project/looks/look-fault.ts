import { nearestHint } from '../../../talk/problems/hints.ts';

/** Something wrong with a theme or a layout: where within it, and what; it follows the name of the theme. */
export interface LookFault {
  path: (string | number)[];
  what: string;
  hint: string;
}

const NAME = /^[a-z][a-z0-9-]*$/;

/** Reports whether a text can be the name of a theme, a layout or an area. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && NAME.test(value);
}

/** Returns what is wrong with a name; null for one that can be used. */
export function findNameFault(name: unknown, taken: ReadonlySet<string>): string | null {
  if (!isName(name)) return 'needs a "name" of small letters, digits and "-"';
  return taken.has(name) ? `is called "${name}", and there is one of that name` : null;
}

/** Lists the keys that are unknown. */
export function findUnknownKeys(
  value: Record<string, unknown>,
  {
    names,
    path = [],
    words,
  }: { names: readonly string[]; path?: LookFault['path']; words: string },
): LookFault[] {
  const unknown = Object.keys(value).filter((key) => !names.includes(key));
  return unknown.map((key) => ({
    path: [...path, key],
    what: `has no key "${writePath([...path, key])}"`,
    hint: nearestHint(key, names, `${words} ${names.join(', ')}`),
  }));
}

/** Reports that the sentence about it is missing. */
export function findAboutFault({ about }: Record<string, unknown>, what: string): LookFault[] {
  if (isText(about)) return [];
  return [{ path: ['about'], what: 'needs an "about"', hint: `Say in one sentence ${what}.` }];
}

/** Writes a path as code: `fonts[0].file`. */
export function writePath(path: LookFault['path']): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1);
}

/** Reports whether a value is a text with letters. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
