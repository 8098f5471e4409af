import { compileTalk, type CompileOptions } from '../../../talk/compile.ts';
import { createCompileCache } from '../../../talk/compile-cache.ts';
import { placeData } from '../../../talk/data/placed-data.ts';
import { cutDataset, keepKnown } from '../../../talk/data/view.ts';
import { parseDataset } from '../../../talk/data/dataset/dataset.ts';
import type { PlacedDatasets } from '../../../talk/model/dataset.ts';
import type { TalkProject } from '../../../talk/model/project.ts';
import type { Slide, Talk } from '../../../talk/model/talk.ts';
import { listDatasets } from '../../project/index-summary.ts';
import type { Project } from '../../project/project.ts';
import { compareTalks, type Change } from './compare-figures.ts';

/** Texts of dataset files before and after, by name; null when there was none. */
export type DataTexts = ReadonlyMap<string, { before: string | null; after: string }>;

/** What other data mean for the talks. */
export interface Impact {
  changes: Change[];
  /** Datasets that no slide shows. */
  unseen: string[];
}

type Side = 'before' | 'after';

/** Compiles what shows the data, with the old data and the new, and lists what talks show differently. */
export async function compareData(
  texts: DataTexts,
  project: Project,
  { defaults }: Pick<CompileOptions, 'defaults'> = {},
): Promise<Impact> {
  if (texts.size === 0) return { changes: [], unseen: [] };
  const readers = (await project.talks()).filter(({ name }) =>
    readsAny(project.readsOf(name), texts),
  );
  const mayChange = compareKnown(project, texts);
  const talks = readers.filter(mayChange);
  const compileSide = (side: Side): readonly Talk[] => {
    if (isOnDisk(texts, side, project)) return talks;
    const other = withTexts(project, texts, side);
    // Slides that several talks show are rendered once.
    const cache = createCompileCache();
    return talks.map((talk) => {
      const source = project.library.slideFile(talk.file);
      const only = listTouched(talk, texts);
      const options = { today: project.today, only, cache, ...(defaults ? { defaults } : {}) };
      return source ? compileTalk(source, other, options).value : talk;
    });
  };
  const [before, after] = [compileSide('before'), compileSide('after')];
  const seen = new Set([...readers, ...before, ...after].flatMap(listDatasets));
  return {
    changes: before.flatMap((old, at) => compareTalks(old, after[at] ?? old)),
    unseen: [...texts.keys()].filter((name) => !seen.has(name)),
  };
}

function readsAny(reads: ReadonlySet<string>, texts: DataTexts): boolean {
  return [...texts.keys()].some((name) => reads.has(toFile(name)));
}

function toFile(name: string): string {
  return `data/${name}.json`;
}

/**
 * Returns whether a talk may show other data: what was not known on its day, it does not show. In doubt it may, as where
 * something is wrong on a slide, which other names of datasets may put right.
 */
function compareKnown(project: Project, texts: DataTexts): (talk: Talk) => boolean {
  const [before, after] = [
    openKnown(withTexts(project, texts, 'before')),
    openKnown(withTexts(project, texts, 'after')),
  ];
  return (talk) =>
    talk.time !== undefined ||
    talk.slides.some(({ problems }) => problems.length > 0) ||
    [...texts.keys()].some((name) => before(name, talk) !== after(name, talk));
}

/** Writes what talks of a day know of a dataset, once for each day and time zone. */
function openKnown(project: TalkProject): (name: string, talk: Talk) => string {
  const placed: PlacedDatasets = new WeakMap();
  const known = new Map<string, string>();
  return (name, { asOf, meta: { timezone } }) => {
    const key = JSON.stringify([name, asOf, timezone]);
    const dataset = known.has(key) ? null : placeData(project, timezone, placed).dataset(name);
    const parts = dataset && [keepKnown(dataset, asOf), cutDataset(dataset, asOf)];
    const text = known.get(key) ?? JSON.stringify(parts ?? null);
    known.set(key, text);
    return text;
  };
}

/** Returns whether the files are now as they are on one side. */
function isOnDisk(texts: DataTexts, side: Side, { readText }: Project): boolean {
  return [...texts].every(([name, pair]) => (readText(toFile(name)) ?? null) === pair[side]);
}

/** Lists the slides that other data can change: those that show them, that have values in their notes, or something wrong. */
function listTouched({ slides }: Talk, texts: DataTexts): ReadonlySet<string> {
  const shows = ({ blocks, values }: Slide): boolean =>
    [...blocks, ...values].some(({ datasets }) => datasets.some((name) => texts.has(name)));
  const touched = slides.filter(
    (slide) => shows(slide) || slide.problems.length > 0 || slide.notes.includes('<rostrum-value'),
  );
  return new Set(touched.map(({ id }) => id));
}

function withTexts({ library, book }: Project, texts: DataTexts, side: Side): TalkProject {
  const datasets = new Map(
    [...texts].map(([name, pair]) => {
      const source = { path: toFile(name), text: pair[side] ?? '' };
      return [name, parseDataset(source, name, book.recipes.get(name)).value ?? undefined];
    }),
  );
  return {
    ...library,
    slidePaths: library.slidePaths,
    datasetNames: [...new Set([...library.datasetNames, ...datasets.keys()])],
    brokenDatasets: library.brokenDatasets,
    dataset: (name) => (datasets.has(name) ? datasets.get(name) : library.dataset(name)),
  };
}
