import { compareDates, printDate } from '../data/date.ts';
import type { DataUse, IsoDate } from '../model/dataset.ts';
import { markEnglish } from '../html/direction.ts';
import type { Html } from '../html/html.ts';
import { html } from '../html/html.ts';

const WEB = /^https?:\/\//i;
/** Maximum letters of a name in a source line. */
const LONG = 80;

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
  const newest = new Map<string, DataUse>();
  for (const use of uses) {
    if (!use.source) continue;
    const key = `${use.source.name} ${use.source.url ?? ''}`;
    const before = newest.get(key);
    if (!before || isNewer(use, before)) newest.set(key, use);
  }
  const sources = [...newest.values()];
  if (sources.length === 0) return null;
  const dates = [...new Set(sources.map(({ asOf }) => asOf))].sort(undatedLast);
  const groups = dates.map((date) => renderGroup(sources.filter(({ asOf }) => asOf === date)));
  const word = sources.length === 1 ? 'Source' : 'Sources';
  return html`<p class="sources"${markEnglish(language)}>${word}: ${join(groups)}</p>`;
}

/** Names contain commas themselves, so "both" and "all" show to which of them a date belongs. */
function renderGroup(uses: readonly DataUse[]): Html {
  const names = join(uses.map(renderName));
  const asOf = uses[0]?.asOf ?? null;
  if (asOf === null) return html`${names}`;
  const extent = uses.length === 1 ? '' : uses.length === 2 ? 'both ' : 'all ';
  return html`${names}, <span class="as-of">${extent}as of ${printDate(asOf)}</span>`;
}

function renderName({ source }: DataUse): Html {
  const name = source?.name ?? '';
  const link = source?.url && WEB.test(source.url) ? source.url : null;
  if (!link) return html`${name}`;
  const isLong = name.length > LONG;
  return html`<a ${isLong && html`class="long" `}href="${link}" target="_blank" rel="noopener">${name}</a>`;
}

function join(parts: readonly Html[]): (Html | string)[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : ['; ', part]));
}

function undatedLast(a: string | null, b: string | null): number {
  return Number(a === null) - Number(b === null);
}

function isNewer({ asOf }: DataUse, { asOf: before }: DataUse): boolean {
  if (asOf === null || before === null) return asOf !== null;
  return compareDates(asOf, before) > 0;
}
