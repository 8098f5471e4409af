import { ASPECTS } from '../model/slide/aspect.ts';
import { isIsoDate, isPartialDate, isTimed, startOf } from '../data/date.ts';
import { placeTime } from '../data/zone.ts';
import type { IsoDate, PartialDate } from '../model/dataset.ts';
import type { TalkDefaults, TalkSpec } from '../model/slide-file.ts';
import { isExternal, resolvePath } from '../text/path.ts';
import { findVenueTimezone } from './venue/venue-timezone.ts';
import type { TalkMeta } from '../model/talk.ts';
import { THEMES } from '../model/slide/themes.ts';

const TALK_NAME = '{talk}';
const FILE_NAME = /([^/]+?)(?:\.md)?$/;

/** Returns the name of a talk: its file name without `.md`. */
export function nameTalk(path: string): string {
  return FILE_NAME.exec(path)?.[1] ?? path;
}

/** Completes a talk's front matter with the defaults. */
export function composeMeta(spec: TalkSpec, path: string): TalkMeta {
  return {
    title: spec.title ?? nameTalk(path),
    subtitle: spec.subtitle ?? null,
    speaker: joinTexts(spec.speaker),
    email: joinTexts(spec.email),
    affiliation: joinTexts(spec.affiliation),
    ...listSpeakers(spec),
    event: spec.event ?? null,
    place: spec.place ?? null,
    date: placeStart(spec),
    timezone: spec.timezone ?? null,
    duration: spec.duration ?? null,
    language: spec.language ?? 'en',
    description: spec.description ?? null,
    ...listTags(spec),
    css: toStylePath(spec.css, path),
    theme: spec.theme ?? THEMES[0],
    footer: spec.footer !== false,
    dark: spec.dark ?? false,
    placeholders: spec.placeholders ?? false,
    aspect: spec.aspect ?? ASPECTS[0],
    tabSize: spec.tabSize ?? null,
    macros: spec.macros ?? {},
    follow: fillName(spec.follow, path) ?? null,
    ...(spec.link !== undefined && { link: fillName(spec.link, path) }),
  };
}

function fillName<Text extends string | undefined>(text: Text, path: string): Text | string {
  return text?.replaceAll(TALK_NAME, encodeURIComponent(nameTalk(path))) ?? text;
}

type Texts = string | readonly string[] | undefined;

function joinTexts(texts: Texts): string | null {
  return texts === undefined ? null : [texts].flat().join(', ');
}

/** Lists the tags of a talk, each once; in one text commas part them. */
export function listTags({ tags }: Pick<TalkSpec | TalkMeta, 'tags'>): Pick<TalkMeta, 'tags'> {
  const words = [tags ?? []].flat().flatMap((text) => text.split(','));
  const named = [...new Set(words.map((word) => word.trim()))].filter((word) => word !== '');
  return named.length === 0 ? {} : { tags: named };
}

/** Lists who gives a talk where they are several; as many affiliations as speakers are one each. */
function listSpeakers({ speaker, affiliation }: TalkSpec): Pick<TalkMeta, 'speakers'> {
  const names = [speaker ?? []].flat();
  if (names.length < 2) return {};
  const known = [affiliation ?? []].flat();
  const isEach = known.length === names.length;
  return {
    speakers: names.map((name, at) => ({ name, affiliation: isEach ? (known[at] ?? null) : null })),
  };
}

/** Returns a talk's time zone: its own, else that of its venue, else the project's; undefined for none. */
export function chooseTimezone(head: TalkSpec, defaults: TalkDefaults = {}): string | undefined {
  const ofVenue = head.place === undefined ? null : findVenueTimezone(head.place);
  return head.timezone ?? ofVenue ?? defaults.timezone;
}

/** Returns the day of a talk's data: its `asOf`, else its date if that is past, else today. */
export function chooseAsOf(spec: TalkSpec, today: IsoDate): IsoDate {
  if (isIsoDate(spec.asOf)) return spec.asOf;
  const day = dayOf(spec);
  return day !== null && day <= today ? day : today;
}

/** Returns the last day of new facts for a talk: its date, null for no end, undefined when that is past. */
export function chooseUntil(spec: TalkSpec, today: IsoDate): IsoDate | null | undefined {
  const end = isIsoDate(spec.asOf) ? spec.asOf : dayOf(spec);
  return end === null || end >= today ? end : undefined;
}

/** Returns the day of a talk in its time zone. */
function dayOf(spec: TalkSpec): IsoDate | null {
  const start = placeStart(spec);
  return start === null ? null : startOf(start);
}

/** Returns when a talk is given, by the clock of its time zone where it has a time. */
function placeStart({ date, timezone }: TalkSpec): PartialDate | null {
  const isStart = isIsoDate(date) || (isPartialDate(date) && isTimed(date));
  return isStart ? placeTime(date, timezone ?? null) : null;
}

function toStylePath(css: string | undefined, path: string): string | null {
  if (css === undefined) return null;
  return isExternal(css) ? css : resolvePath(path, css);
}
