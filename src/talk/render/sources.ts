import { compareDates, printDate } from '../data/date.ts';
import type { DataUse } from '../model/dataset.ts';
import type { Html } from '../model/html.ts';
import { html } from '../model/html.ts';

const WEB = /^https?:\/\//i;

/** Leaves each use of data once. */
export function distinctUses(uses: readonly DataUse[]): DataUse[] {
  const seen = new Map(uses.map((use) => [JSON.stringify(use), use]));
  return [...seen.values()];
}

/** Renders the line that says where a slide's figures come from and when they were true; null for none. */
export function renderSources(uses: readonly DataUse[]): Html | null {
  const newest = new Map<string, DataUse>();
  for (const use of uses) {
    if (!use.source) continue;
    const key = `${use.source.name} ${use.source.url ?? ''}`;
    const before = newest.get(key);
    if (!before || isNewer(use, before)) newest.set(key, use);
  }
  const sources = [...newest.values()].map(renderSource);
  if (sources.length === 0) return null;
  const joined = sources.flatMap((source, index) => (index === 0 ? [source] : ['; ', source]));
  return html`<p class="sources">${sources.length === 1 ? 'Source' : 'Sources'}: ${joined}</p>`;
}

function renderSource({ source, asOf }: DataUse): Html {
  const name = source?.name ?? '';
  const link = source?.url && WEB.test(source.url) ? source.url : null;
  const shown = link
    ? html`<a href="${link}" target="_blank" rel="noopener">${name}</a>`
    : html`${name}`;
  return asOf === null ? shown : html`${shown}, as of ${printDate(asOf)}`;
}

function isNewer({ asOf }: DataUse, { asOf: before }: DataUse): boolean {
  if (asOf === null || before === null) return asOf !== null;
  return compareDates(asOf, before) > 0;
}
