import type { DatasetView, IsoDate } from '../../../talk/model/dataset.ts';
import { printNumber } from '../../../talk/model/slide/slide-number.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import type { PageLive } from '../../../talk/model/live-shape.ts';
import type { PageRoom } from '../../../talk/model/room/room-place.ts';
import type { PageTime } from '../../../talk/model/time/time-shape.ts';
import type { TalkUpdate } from '../../../talk/model/wire.ts';
import type { ToUrl } from '../assets.ts';
import { toPageRoom } from '../page-data/page-room.ts';
import { toPageTime } from '../page-data/page-time.ts';
import { writePolicy } from '../policy.ts';
import { placeSections, type ShownSection } from './shown-sections.ts';
import { pairRenamed } from './renamed-slides.ts';
import { collectPolicy, pageTitle } from '../talk-page.ts';

/** A talk as the pages that show it have it. */
export interface ShownTalk {
  talk: string;
  title: string;
  asOf: IsoDate;
  /** Sections by id, in order. */
  sections: ReadonlyMap<string, ShownSection>;
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

/** What a talk is shown with, in addition to its slides. */
export interface ShowOptions {
  toUrl: ToUrl;
  /** How its pages stay live; defaults to not at all. */
  live?: PageLive | null;
  /** The rules of looks that are the project's own; defaults to none. */
  rules?: string;
  /** The state before, whose sections are used again; defaults to none. */
  before?: ShownTalk | undefined;
}

/** Reduces a talk to what its pages show. */
export function toShown(
  talk: Talk,
  { toUrl, live = null, rules = '', before }: ShowOptions,
): ShownTalk {
  const place = placeSections(talk, toUrl);
  const sections = new Map(
    talk.slides.map((slide) => [slide.id, place(slide, before?.sections.get(slide.id))]),
  );
  const needs = [...sections.values()].map(({ made }) => made.needs);
  const { name, meta, asOf, datasets } = talk;
  const policy = writePolicy(collectPolicy(talk, { isDev: true, hasNotes: true }, needs));
  const { duration } = meta;
  const { theme, css, dark, aspect } = meta;
  const look = JSON.stringify([theme, css, dark, aspect, rules]);
  const head = { talk: name, title: pageTitle(meta), asOf, duration, policy, look };
  return { ...head, sections, datasets, live, time: toPageTime(talk), room: toPageRoom(talk) };
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
    const { html, notes, printedNumber } = section;
    if (last?.html !== html || last.notes !== notes) {
      changed.sections[id] = { html: printNumber(html, section), notes };
    } else if (printedNumber !== undefined && last.printedNumber !== printedNumber)
      changed.numbers[id] = printedNumber;
  }
  return changed;
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
