import { compareDates, printDate } from '../../talk/data/date.ts';
import type { PartialDate } from '../../talk/model/dataset.ts';
import type { Slide, Talk } from '../../talk/model/talk.ts';

/** A source of a talk, and the figures that come from it. */
export interface SourceEntry {
  name: string;
  /** An address on the web; null for none. */
  url: string | null;
  licence: string | null;
  /** The datasets with rows of it, and when the newest of those was true. */
  data: { title: string; asOf: PartialDate | null }[];
}

/** What of a talk its sources depend on. */
export type SourcedTalk = Pick<Talk, 'datasets'> & { slides: readonly Pick<Slide, 'uses'>[] };

const WEB = /^https?:\/\//i;

/** Lists the sources of all figures of a talk, in the order in which the talk comes to them. */
export function listSources({ slides, datasets }: SourcedTalk): SourceEntry[] {
  const entries = new Map<string, SourceEntry & { dates: Map<string, PartialDate | null> }>();
  for (const { source, dataset, asOf } of slides.flatMap(({ uses }) => uses)) {
    if (!source) continue;
    const { name, url = null, licence = null } = source;
    const key = `${name}\n${url}`;
    const entry = entries.get(key) ?? {
      name,
      url: url !== null && WEB.test(url) ? url : null,
      licence,
      data: [],
      dates: new Map(),
    };
    entry.dates.set(dataset, newer(entry.dates.get(dataset) ?? null, asOf));
    entries.set(key, entry);
  }
  // Of some datasets, slides show only parts.
  const titles = new Map(Object.values(datasets).map(({ name, title }) => [name, title]));
  return [...entries.values()].map(({ dates, ...entry }) => {
    const data = [...dates].map(([name, asOf]) => ({ title: titles.get(name) ?? name, asOf }));
    return { ...entry, data };
  });
}

/** Describes the figures from a source: "Subscribers of the list (September 2024), Zulip users (2023)". */
export function describeSource({ data }: SourceEntry): string {
  const parts = data.map(({ title, asOf }) =>
    asOf === null ? title : `${title} (${printDate(asOf)})`,
  );
  return parts.join(', ');
}

/** Writes the list of sources as Markdown; empty when there is none. */
export function writeSources(talk: SourcedTalk): string {
  const lines = listSources(talk).map((entry) => {
    const name = entry.url === null ? entry.name : `[${entry.name}](${entry.url})`;
    const licence = entry.licence === null ? '' : ` Licence: ${entry.licence}.`;
    return `- ${name}: ${describeSource(entry)}.${licence}`;
  });
  return lines.length === 0 ? '' : `## Sources\n\n${lines.join('\n')}\n`;
}

function newer(a: PartialDate | null, b: PartialDate | null): PartialDate | null {
  if (a === null || b === null) return a ?? b;
  return compareDates(a, b) > 0 ? a : b;
}
