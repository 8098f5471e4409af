import { listTags } from '../../../talk/compose/talk-meta.ts';
import { isPartialDate, printDate } from '../../../talk/data/date.ts';
import { readTalkSpec } from '../../../talk/markdown/markdown.ts';
import type { TalkMeta } from '../../../talk/model/talk.ts';
import type { TalkSpec } from '../../../talk/model/talk-spec.ts';
import type { Project } from '../project.ts';
import { readProjectFile, stampFile } from '../read-folder.ts';

/** A talk as its front matter says it. */
export interface TalkEntry {
  name: string;
  title: string;
  speaker: string;
  event: string;
  place: string;
  date: string | null;
  /** The date as the index writes it; empty for none. */
  day: string;
  /** Absent for none. */
  tags?: readonly string[];
}

/** Lists talks, the newest first. */
export type ListNewest = () => TalkEntry[];

interface KeptEntry {
  stamp: string;
  entry: TalkEntry;
}

/** Returns a function that orders the talks of a project as its index does, without compiling them; each file is read once a change. */
export function openNewestTalks(project: Pick<Project, 'root' | 'listing'>): ListNewest {
  const kept = new Map<string, KeptEntry>();
  const read = (name: string, path: string): KeptEntry => {
    const stamp = stampFile(project.root, path) ?? '';
    const last = kept.get(path);
    if (last?.stamp === stamp) return last;
    const text = readProjectFile(project.root, path)?.text ?? '';
    const next = { stamp, entry: toEntry(name, readTalkSpec({ path, text })) };
    kept.set(path, next);
    return next;
  };
  return () =>
    [...project.listing.talks].map(([name, path]) => read(name, path).entry).sort(newestFirst);
}

/** Describes a talk by its front matter, or by what was made of it. */
export function toEntry(name: string, meta: TalkSpec | TalkMeta): TalkEntry {
  const { title, speaker, event, place, date } = meta;
  return {
    name,
    title: title ?? name,
    speaker: [speaker ?? []].flat().join(', '),
    event: event ?? '',
    place: place ?? '',
    date: date ?? null,
    day: isPartialDate(date) ? printDate(date) : (date ?? ''),
    ...listTags(meta),
  };
}

/** Orders talks as the index does. */
export function newestFirst(a: TalkEntry, b: TalkEntry): number {
  return printSortKey(a.date, a.name) < printSortKey(b.date, b.name) ? 1 : -1;
}

/** Writes the date and name of a talk as a text by which talks are ordered; one without a date is still to come. */
export function printSortKey(date: string | null, name: string): string {
  return `${date ?? '9999'} ${name}`;
}
