import { findNearest } from '../../talk/text/nearest.ts';
import { UsageError } from '../errors.ts';

/** Lists the named talks, each once; all talks when none was named. */
export function chooseTalks(wanted: readonly string[], names: readonly string[]): string[] {
  for (const name of wanted) {
    if (names.includes(name)) continue;
    const list = `The talks are ${names.join(', ')}.`;
    const nearest = findNearest(name, names);
    const hint = nearest ? `Did you mean "${nearest}"? ${list}` : list;
    throw new UsageError(`No talk is called "${name}".`, hint);
  }
  return [...new Set(wanted.length > 0 ? wanted : names)];
}
