import { compareDates, printDate } from '../data/date.ts';
import type { DataUse, IsoDate, Source } from '../model/dataset.ts';
import { markEnglish } from '../html/direction.ts';
import type { Html } from '../html/html.ts';
import { html } from '../html/html.ts';

/** The site that a name of a source begins with: rust-for-linux.com, Sponsors. */
const SITE = /^[^\s,]+\.[^\s,]+, /;
const WEB = /^https?:\/\//i;
/** Maximum letters of a name in a source line. */
const LONG = 80;
/** Maximum dates that figures of a slide look back to, the newest. */
const MAX_EARLIER = 2;

/** Removes repeated data uses. */
export function distinctUses(uses: readonly DataUse[]): DataUse[] {
  const seen = new Map(uses.map((use) => [JSON.stringify(use), use]));
  return [...seen.values()];
}

/** Returns what a slide with several days says of the one that it shows. */
export function printShownDay(day: IsoDate): string {
  return `As of ${printDate(day)}`;
}

/** Renders which day of several a slide shows, and for readers the others; nothing for a slide of one day. */
export function renderDays(days: readonly IsoDate[], language: string): Html[] {
  const last = days.at(-1);
  if (last === undefined) return [];
  const english = markEnglish(language);
  const others = days.slice(0, -1).map((day) => printDate(day));
  const list = [others.slice(0, -1).join(', '), others.at(-1)].filter(Boolean).join(' and ');
  return [
    html`<p class="day-shown"${english}>${printShownDay(last)}</p>`,
    html`<p class="days-before"${english}>In the talk, this slide also shows its data as of ${list}.</p>`,
  ];
}

/** Renders the line with sources and dates of a slide's figures; null for none. */
export function renderSources(uses: readonly DataUse[], language: string): Html | null {
  const sources = collectSources(uses);
  if (sources.length === 0) return null;
  const keys = [...new Set(sources.map(({ asOf, compared }) => asOf + compared))];
  const groups = keys.map((key) => sources.filter(({ asOf, compared }) => asOf + compared === key));
  const texts = groups.sort(undatedLast).map(renderGroup);
  const word = sources.length === 1 ? 'Source' : 'Sources';
  return html`<p class="sources"${markEnglish(language)}>${word}: ${join(texts)}</p>`;
}

/** A source of a slide, and what is said about the date of its newest figure and of those it is compared with. */
interface SlideSource {
  source: Source;
  /** Empty without a date. */
  asOf: string;
  compared: string;
}

/** Collects the sources of data uses, each once, in the order of their first use. */
function collectSources(uses: readonly DataUse[]): SlideSource[] {
  const bySource = new Map<string, [DataUse, ...DataUse[]]>();
  for (const use of uses) {
    if (!use.source) continue;
    const key = `${use.source.name} ${use.source.url ?? ''}`;
    const others = bySource.get(key);
    if (others) others.push(use);
    else bySource.set(key, [use]);
  }
  return [...bySource.values()].flatMap((all) => {
    const { source } = all[0];
    return source ? [{ source, ...printDates(all) }] : [];
  });
}

/** Writes the date of the newest use, and the dates of those that it is compared with. */
function printDates(uses: readonly [DataUse, ...DataUse[]]): Omit<SlideSource, 'source'> {
  const shown = uses.filter(({ isEarlier }) => !isEarlier);
  const { asOf } = (shown.length > 0 ? shown : uses).reduce((a, b) => (isNewer(b, a) ? b : a));
  if (asOf === null) return { asOf: '', compared: '' };
  const earlier = uses.flatMap(({ isEarlier, asOf: date }) =>
    isEarlier && date !== null && date !== asOf ? [date] : [],
  );
  const dates = [...new Set(earlier)].sort(compareDates);
  const named = dates.slice(-MAX_EARLIER).map((date) => printDate(date));
  const rest = dates.length - named.length;
  const compared = rest > 0 ? `${named.join(', ')} and ${rest} earlier` : named.join(' and ');
  return { asOf: `as of ${printDate(asOf)}`, compared: compared && `, compared with ${compared}` };
}

/** Names contain commas themselves, so "both" and "all" show to which of them a date belongs. */
function renderGroup(group: readonly SlideSource[]): Html {
  const names = join(bySite(group).map(renderName));
  const { asOf = '', compared = '' } = group[0] ?? {};
  if (asOf === '') return html`${names}`;
  const extent = group.length === 1 ? '' : group.length === 2 ? 'both ' : 'all ';
  return html`${names}, <span class="as-of">${extent}${asOf}</span>${compared}`;
}

/** Puts the pages of a site together, and names the site once. */
function bySite(group: readonly SlideSource[]): Source[] {
  const siteOf = ({ source }: SlideSource): string => SITE.exec(source.name)?.[0] ?? source.name;
  return [...new Set(group.map(siteOf))].flatMap((site) => {
    const [first, ...others] = group
      .filter((one) => siteOf(one) === site)
      .map(({ source }) => source);
    const rest = others.map((source) => ({ ...source, name: source.name.slice(site.length) }));
    return first ? [first, ...rest] : [];
  });
}

function renderName({ name, url }: Source): Html {
  const link = url && WEB.test(url) ? url : null;
  if (!link) return html`${name}`;
  const isLong = name.length > LONG;
  return html`<a ${isLong && html`class="long" `}href="${link}" target="_blank" rel="noopener">${name}</a>`;
}

function join(parts: readonly Html[]): (Html | string)[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : ['; ', part]));
}

function undatedLast([a]: readonly SlideSource[], [b]: readonly SlideSource[]): number {
  return Number(!a?.asOf) - Number(!b?.asOf);
}

function isNewer({ asOf }: DataUse, { asOf: before }: DataUse): boolean {
  if (asOf === null || before === null) return asOf !== null;
  return compareDates(asOf, before) > 0;
}
