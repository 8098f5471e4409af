import { isIsoDate } from '../../talk/data/date.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { DAY_PATH, type DayAnswer } from '../../talk/model/wire.ts';
import type { Project } from '../project/project.ts';
import type { ToUrl } from './assets.ts';
import { compareShown, toShown, updateWhole } from './update/talk-update.ts';

/** The parameter of a page's address that names another day. */
export const DAY_PARAMETER = 'as-of';

/** Compiles a talk for the day in a URL; for its own day when the URL names none. */
export async function compileForAddress(
  name: string,
  { searchParams }: URL,
  project: Project,
): Promise<Talk | undefined> {
  return compileFor(name, searchParams.get(DAY_PARAMETER), project);
}

/**
 * Answers a page that requests the data of another day; null for any other address. `to` is that day, `from` the day
 * that the page shows. Without `from` the page gets every slide. What is not a day means the talk's own.
 */
export async function answerOtherDay(
  { pathname, searchParams }: URL,
  project: Project,
  toUrl: ToUrl,
): Promise<DayAnswer | null> {
  if (!pathname.startsWith(DAY_PATH)) return null;
  const name = decodePart(pathname.slice(DAY_PATH.length));
  if (name === null) return null;
  const own = await compileFor(name, null, project);
  const wanted = await compileFor(name, searchParams.get('to'), project);
  if (!own || !wanted) return null;
  const from = searchParams.get('from');
  const shown = from === null ? null : await compileFor(name, from, project);
  const after = toShown(wanted, { toUrl });
  const update = shown ? compareShown(toShown(shown, { toUrl }), after) : updateWhole(after);
  return { own: own.asOf, update };
}

/** Decodes a part of a URL; null when it is malformed. */
export function decodePart(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

async function compileFor(
  name: string,
  day: string | null,
  project: Project,
): Promise<Talk | undefined> {
  return (await project.compile(name, isIsoDate(day) ? day : undefined))?.value;
}
