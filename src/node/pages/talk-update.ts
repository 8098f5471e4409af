import type { DatasetView, IsoDate } from '../../talk/model/dataset.ts';
import { splitNumber } from '../../talk/model/slide/slide-number.ts';
import type { Slide, Talk } from '../../talk/model/talk.ts';
import type { PageLive } from '../../talk/model/live-shape.ts';
import type { PageRoom } from '../../talk/model/room/room-place.ts';
import type { PageTime } from '../../talk/model/time/time-shape.ts';
import type { SectionUpdate, TalkUpdate } from '../../talk/model/wire.ts';
import { placeAssets, placeNotes, type ToUrl } from './assets.ts';
import { toPageRoom } from './page-data/page-room.ts';
import { toPageTime } from './page-data/page-time.ts';
import { writePolicy } from './policy.ts';
import { pairRenamed } from './renamed-slides.ts';
import { collectPolicy, pageTitle } from './talk-page.ts';

/** A talk as the pages that show it have it. */
export interface ShownTalk {
  talk: string;
  title: string;
  asOf: IsoDate;
  /** Sections by id, in order. */
  sections: ReadonlyMap<string, SectionUpdate>;
  datasets: Record<string, DatasetView>;
  live?: PageLive | null;
  time?: PageTime | null;
  room?: PageRoom | null;
  /** Planned minutes; null or absent for none. */
  duration?: number | null;
  /** What its pages may load and run, as Content Security Policy. */
  policy: string;
  /** Names the look of the talk; pages load again where it changes. */
  look: string;
}

/** Sections by the slides they were made of. */
export type SectionCache = WeakMap<Slide, CachedSection>;

/** A section, and the addresses of the files it shows: they change with the files. */
interface CachedSection {
  section: SectionUpdate;
  urls: ReadonlyMap<string, string> | null;
}

/** What a talk is shown with, in addition to its slides. */
export interface ShowOptions {
  toUrl: ToUrl;
  /** How its pages stay live; defaults to not at all. */
  live?: PageLive | null;
  /** The rules of looks that are the project's own; defaults to none. */
  rules?: string;
  /** Keeps sections for the next time; defaults to forgetting them. */
  kept?: SectionCache;
}

/** Reduces a talk to what its pages show. */
export function toShown(
  talk: Talk,
  { toUrl, live = null, rules = '', kept = new WeakMap() }: ShowOptions,
): ShownTalk {
  const place = placeSections(talk, toUrl);
  const sections = talk.slides.map((slide): [string, SectionUpdate] => {
    const last = kept.get(slide);
    const placed = place(slide, last);
    if (placed !== last) kept.set(slide, placed);
    return [slide.id, placed.section];
  });
  const { name, meta, asOf, datasets } = talk;
  const policy = writePolicy(collectPolicy(talk, { isDev: true, hasNotes: true }));
  const { duration } = meta;
  const { theme, css, dark, aspect } = meta;
  const look = JSON.stringify([theme, css, dark, aspect, rules]);
  const head = { talk: name, title: pageTitle(meta), asOf, duration, policy, look };
  return {
    ...head,
    sections: new Map(sections),
    datasets,
    live,
    time: toPageTime(talk),
    room: toPageRoom(talk),
  };
}

/** Renders the sections of a talk, and reuses a section while the URLs of its files are the same. */
function placeSections(
  talk: Talk,
  toUrl: ToUrl,
): (slide: Slide, last: CachedSection | undefined) => CachedSection {
  const urls = new Map<string, string>();
  const findUrl: ToUrl = (path) => {
    const url = urls.get(path) ?? toUrl(path);
    urls.set(path, url);
    return url;
  };
  return (slide, last) => {
    if (last && isCurrent(last, findUrl)) return last;
    const used = new Map<string, string>();
    const noteUrl: ToUrl = (path) => {
      used.set(path, findUrl(path));
      return findUrl(path);
    };
    const html = placeAssets(slide, talk, noteUrl);
    const section = { html, notes: placeNotes(slide, talk, noteUrl) };
    return { section, urls: used.size > 0 ? used : null };
  };
}

function isCurrent({ urls }: CachedSection, findUrl: ToUrl): boolean {
  return urls === null || [...urls].every(([path, url]) => findUrl(path) === url);
}

/** Computes the update from one state of a talk to another; null when they are equal. */
export function compareShown(before: ShownTalk, after: ShownTalk): TalkUpdate | null {
  const { talk, title, asOf, live, time, room, duration = null } = after;
  const isSameDuration = (before.duration ?? null) === duration;
  const { sections, numbers } = compareSections(before, after);
  const datasets = changedDatasets(before.datasets, after.datasets);
  const isInOrder = isOrderKept(before, after);
  const isSame =
    title === before.title &&
    asOf === before.asOf &&
    isInOrder &&
    isSameDuration &&
    JSON.stringify(before.time ?? null) === JSON.stringify(time ?? null) &&
    before.policy === after.policy &&
    before.look === after.look &&
    [sections, numbers, datasets].every((changed) => Object.keys(changed).length === 0);
  if (isSame) return null;
  const order = [...after.sections.keys()];
  const renamed = isInOrder ? {} : pairRenamed([...before.sections.keys()], order);
  const more = {
    ...(live ? { live } : {}),
    ...(time ? { time } : {}),
    ...(room ? { room } : {}),
    ...(isSameDuration ? {} : { duration }),
    ...(before.policy === after.policy ? {} : { policy: after.policy }),
    ...(before.look === after.look ? {} : { hasOtherLook: true as const }),
  };
  return { talk, title, asOf, order, sections, numbers, datasets, renamed, ...more };
}

/** Says the same to pages that are known to show the state before: they have the order of slides where it was kept. */
export function compareFollowed(before: ShownTalk, after: ShownTalk): TalkUpdate | null {
  const update = compareShown(before, after);
  if (!update || !isOrderKept(before, after)) return update;
  const { order: _order, ...rest } = update;
  return rest;
}

function isOrderKept(before: ShownTalk, after: ShownTalk): boolean {
  if (before.sections.size !== after.sections.size) return false;
  const ids = before.sections.keys();
  for (const id of after.sections.keys()) if (id !== ids.next().value) return false;
  return true;
}

/** Builds the update with all of a talk, for a page whose slides may be out of date. */
export function updateWhole(talk: ShownTalk): TalkUpdate | null {
  const sections = [...talk.sections.keys()].map((id) => [id, { html: '', notes: '' }] as const);
  return compareShown({ ...talk, sections: new Map(sections), datasets: {}, policy: '' }, talk);
}

type ChangedSections = Required<Pick<TalkUpdate, 'sections' | 'numbers'>>;

function compareSections(before: ShownTalk, after: ShownTalk): ChangedSections {
  const changed: ChangedSections = { sections: Object.create(null), numbers: Object.create(null) };
  for (const [id, section] of after.sections) {
    const last = before.sections.get(id);
    if (last === section) continue;
    if (last?.html === section.html && last.notes === section.notes) continue;
    const number = last ? findNumber(last, section) : null;
    if (number === null) changed.sections[id] = section;
    else changed.numbers[id] = number;
  }
  return changed;
}

/** Returns the number of a slide when nothing else in it changed; null otherwise. */
function findNumber(before: SectionUpdate, after: SectionUpdate): string | null {
  if (before.notes !== after.notes) return null;
  const [last, next] = [splitNumber(before.html), splitNumber(after.html)];
  return last && next && last.bare === next.bare ? next.number : null;
}

function changedDatasets(
  before: Record<string, DatasetView>,
  after: Record<string, DatasetView>,
): Record<string, DatasetView> {
  const changed = Object.entries(after).filter(([name, view]) => {
    const last = before[name];
    return last !== view && JSON.stringify(last) !== JSON.stringify(view);
  });
  return Object.fromEntries(changed);
}
