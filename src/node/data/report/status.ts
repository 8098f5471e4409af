import { ageOf } from '../../../talk/data/date.ts';
import type { DatasetRecipe } from '../../../talk/data/dataset/recipe.ts';
import { toZone } from '../../../talk/data/zone.ts';
import type { Dataset, IsoDate, PartialDate } from '../../../talk/model/dataset.ts';
import type { DatasetFacts } from '../../project/cache/dataset-facts.ts';
import { listDatasets } from '../../project/index-summary.ts';
import { outlineTalks } from '../../project/outlines.ts';
import type { Project } from '../../project/project.ts';
import { readSourceStates, type SourceStates } from '../refresh/source-state.ts';
import { listDifferences } from './differences.ts';
import { chooseState, computeDue, type DatasetState } from './dataset-state.ts';

const DAY = 86_400_000;

/** What is known about a dataset and its source. */
export interface DatasetStatus {
  name: string;
  title: string;
  rows: number;
  /** When the newest row was true, or known in a list without dates; null when nothing says. */
  asOf: PartialDate | null;
  /** Days since then, with a fraction where it has a time; null when it has no date. */
  age: number | null;
  /** The day, or the time, from which the source may have changed; null for what is kept by hand. */
  due: PartialDate | null;
  source: string;
  state: DatasetState;
  /** Why the last refresh gave nothing; null when it did. */
  failure: string | null;
  /** What to do about it; null when nothing is wrong. */
  advice: string | null;
  /** Where sources disagree, with each other or with what is settled by hand. */
  differences: string[];
  talks: string[];
}

/** A talk and the datasets it reads. */
export interface TalkReads {
  name: string;
  datasets: string[];
}

/** What the status of datasets is made from. */
export interface StatusSources {
  names: readonly string[];
  /** Returns what is said of a dataset; undefined for one that cannot be read. */
  facts(name: string): DatasetFacts | undefined;
  /** Returns its rows, where sources are compared. */
  dataset(name: string): Dataset | undefined;
  recipes: ReadonlyMap<string, DatasetRecipe>;
  /** Why recipes cannot be used. */
  faults: ReadonlyMap<string, string>;
  hasFile(name: string): boolean;
  /** Whether a dataset has a recipe that did not run; defaults to no. */
  isUnread?: (name: string) => boolean;
  talks: readonly TalkReads[];
  states: SourceStates;
  today: IsoDate;
  /** Milliseconds since 1970. */
  now: number;
  /** The time zone by whose clock dates are said. */
  timezone: string;
}

/** Reports how each dataset stands. */
export function listStatus({ names, ...sources }: StatusSources): DatasetStatus[] {
  return names.map((name) => {
    const facts = sources.facts(name);
    const recipe = sources.recipes.get(name);
    const fault = sources.faults.get(name);
    const sourceState = sources.states[name] ?? {};
    const newest = facts?.newest ?? null;
    const asOf = newest?.asOf ?? null;
    const due = recipe?.refresh
      ? computeDue(newest, sourceState, recipe.refresh.updatePeriod, sources)
      : null;
    return {
      name,
      title: facts?.title ?? recipe?.title ?? name,
      rows: facts?.rows ?? 0,
      asOf,
      age: asOf === null ? null : Math.max(0, ageOf(asOf, sources) / DAY),
      due,
      source: recipe?.refresh?.source.name ?? facts?.sourceName ?? '',
      state:
        fault === undefined
          ? chooseState({
              ...sources,
              name,
              isRead: facts !== undefined,
              recipe,
              sourceState,
              newest,
              due,
            })
          : 'broken',
      failure: fault ?? sourceState.failed?.message ?? null,
      advice: fault === undefined ? (sourceState.failed?.advice ?? null) : null,
      differences: mayDiffer(facts)
        ? listDifferences(sources.dataset(name), sourceState, sources.today)
        : [],
      talks: sources.talks
        .filter(({ datasets }) => datasets.includes(name))
        .map((talk) => talk.name),
    };
  });
}

/** Reports how each dataset of a project stands. */
export async function readStatus(project: Project): Promise<DatasetStatus[]> {
  const outlines = await outlineTalks(project);
  const { listing, book, library, isSafe, timezone } = project;
  return listStatus({
    names: [
      ...new Set([...listing.datasets.keys(), ...listing.recipes.keys(), ...book.recipes.keys()]),
    ].sort(),
    facts: (name) => project.facts(name),
    dataset: (name) => {
      const dataset = library.dataset(name);
      return dataset && toZone(dataset, timezone, dataset.key);
    },
    recipes: book.recipes,
    faults: book.faults,
    hasFile: (name) => listing.datasets.has(name),
    isUnread: (name) => isSafe && listing.recipes.has(name),
    talks: outlines.map(({ value }) => ({ name: value.name, datasets: listDatasets(value) })),
    states: readSourceStates(project.root),
    today: project.today(),
    now: Date.now(),
    timezone,
  });
}

/** Reports whether a dataset has rows that another source, or the one that is asked, may contradict. */
function mayDiffer(facts: DatasetFacts | undefined): boolean {
  return facts !== undefined && (facts.isCompared || facts.isSettled);
}
