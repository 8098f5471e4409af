import { unknownTalk } from '../project/lost-talks.ts';

/** Lists the named talks, each once; all talks when none was named. */
export function chooseTalks(
  wanted: readonly string[],
  names: readonly string[],
  root?: string,
): string[] {
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw unknownTalk(unknown, names, { words: wanted, ...(root === undefined ? {} : { root }) });
  return [...new Set(wanted.length > 0 ? wanted : names)];
}
