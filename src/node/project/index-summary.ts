import { nameSources } from '../../talk/compose/slide-id.ts';
import { daysBetween, endOf } from '../../talk/data/date.ts';
import type { SlideFile } from '../../talk/model/slide-file.ts';
import type { TalkOutline } from '../../talk/where.ts';
import type { SlideDefinition } from '../../talk/where.ts';
import type { PartialDate } from '../../talk/model/dataset.ts';
import type { Slide, Talk } from '../../talk/model/talk.ts';
import type { DatasetFacts } from './cache/dataset-facts.ts';

/** What the index says about a dataset. */
export interface DatasetSummary {
  name: string;
  file: string;
  title: string;
  rows: number;
  /** When the newest row was true; null for a list without dates and for a broken file. */
  asOf: PartialDate | null;
  isBroken: boolean;
}

/** A talk whose slides or notes read a dataset, and those slides. */
export interface DatasetUsers {
  talk: { name: string };
  slides: SlideName[];
}

/** What a slide is named by; its number is null when none is printed on it. */
export type SlideName = Pick<Slide, 'id' | 'title' | 'number'>;

/** The slides of a talk that read datasets, by the dataset's name. */
export type DatasetSlides = Record<string, SlideName[]>;

/** The dataset that lies furthest behind a talk. */
export interface Freshness {
  dataset: string;
  /** When the newest of its rows that the talk shows was true. */
  asOf: PartialDate;
  /** Days from then to the day the talk is computed for. */
  age: number;
}

/** Sums up datasets by their names and files; a broken one keeps its place in the list. */
export function summarizeDatasets(
  files: ReadonlyMap<string, string>,
  factsOf: (name: string) => DatasetFacts | undefined,
): DatasetSummary[] {
  return [...files].map(([name, file]) => summarizeDataset(name, file, factsOf(name)));
}

function summarizeDataset(
  name: string,
  file: string,
  facts: DatasetFacts | undefined,
): DatasetSummary {
  if (!facts) return { name, file, title: name, rows: 0, asOf: null, isBroken: true };
  const { title, rows, isDated, newest } = facts;
  return { name, file, title, rows, asOf: isDated ? newest.asOf : null, isBroken: false };
}

/** Names the datasets that a talk's slides and notes read, found or not. */
export function listDatasets({ slides }: Pick<TalkOutline, 'slides'>): string[] {
  const uses = slides.flatMap(({ blocks, values }) => [...blocks, ...values]);
  return [...new Set(uses.flatMap(({ datasets }) => datasets))].sort();
}

/** Finds the talks that read each dataset, and on which slides, by the dataset's name. */
export function findUsers(
  talks: readonly { name: string; users: DatasetSlides }[],
): Map<string, DatasetUsers[]> {
  const users = new Map<string, DatasetUsers[]>();
  for (const talk of talks) {
    for (const [dataset, slides] of Object.entries(talk.users)) {
      const ofDataset = users.get(dataset) ?? [];
      users.set(dataset, ofDataset);
      ofDataset.push({ talk, slides });
    }
  }
  return users;
}

/** Lists the slides of a talk that read each dataset. */
export function listUses({ slides }: Talk): DatasetSlides {
  const users = new Map<string, SlideName[]>();
  for (const { id, title, number, values, blocks } of slides) {
    for (const dataset of new Set([...values, ...blocks].flatMap(({ datasets }) => datasets))) {
      const ofDataset = users.get(dataset) ?? [];
      users.set(dataset, ofDataset);
      ofDataset.push({ id, title, number });
    }
  }
  return Object.fromEntries(users);
}

/** Finds the oldest data of a talk, by the newest row of each dataset; null when no row has a date. */
export function findOldest({ slides, asOf: day }: Talk): Freshness | null {
  const newest = new Map<string, PartialDate>();
  for (const { dataset, asOf } of slides.flatMap(({ uses }) => uses)) {
    if (asOf !== null && asOf > (newest.get(dataset) ?? '')) newest.set(dataset, asOf);
  }
  const [oldest] = [...newest].sort(([, a], [, b]) => (endOf(a) < endOf(b) ? -1 : 1));
  if (!oldest) return null;
  const [dataset, asOf] = oldest;
  return { dataset, asOf, age: Math.max(0, daysBetween(endOf(asOf), day)) };
}

/** Lists the requested ids of the slides in a file, without those it takes from other files. */
export function listDefinitions(file: SlideFile | undefined): SlideDefinition[] {
  const own = (file?.slides ?? []).filter(({ spec }) => spec.src === undefined);
  const ids = nameSources(own);
  return own.map(({ span }, index) => ({ id: ids[index] ?? '', place: span }));
}
