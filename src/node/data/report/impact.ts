import { BLOCKS } from '../../../talk/blocks/blocks.ts';
import { compileTalk, type CompileOptions } from '../../../talk/compile.ts';
import { parseDataset } from '../../../talk/data/dataset/dataset.ts';
import type { Block } from '../../../talk/model/block.ts';
import type { SlideFile } from '../../../talk/model/slide-file.ts';
import type { TalkProject } from '../../../talk/model/project.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { createLibrary } from '../../project/library.ts';
import { listProject } from '../../project/read-folder.ts';
import { NO_RECIPES, openRecipes } from '../../project/project-recipes.ts';
import { listDatasets } from '../../project/index-summary.ts';
import { compareTalks, type Change } from './compare-figures.ts';

/** Texts of dataset files before and after, by name; null when there was none. */
export type DataTexts = ReadonlyMap<string, { before: string | null; after: string }>;

/** Where and when talks are compared. */
export interface ImpactOptions {
  root: string;
  today: CompileOptions['today'];
  /** The project's own blocks; defaults to none. */
  blocks?: readonly Block[];
}

/** What other data mean for the talks. */
export interface Impact {
  changes: Change[];
  /** Datasets that no slide shows. */
  unseen: string[];
}

/** Compiles all talks with the old data and the new, and lists what they show differently. */
export async function compareData(
  texts: DataTexts,
  { root, today, blocks = [] }: ImpactOptions,
): Promise<Impact> {
  if (texts.size === 0) return { changes: [], unseen: [] };
  const listing = listProject(root);
  const book = await openRecipes(root, listing, NO_RECIPES);
  const library = createLibrary(root, [...BLOCKS, ...blocks]);
  library.update(listing, book);
  const parse = (side: 'before' | 'after'): TalkProject => {
    const datasets = new Map(
      [...texts].map(([name, pair]) => {
        const source = { path: `data/${name}.json`, text: pair[side] ?? '' };
        return [name, parseDataset(source, name, book.recipes.get(name)).value ?? undefined];
      }),
    );
    return withDatasets(library, datasets);
  };
  const [before, after] = [parse('before'), parse('after')];
  const pairs = [...listing.talks.values()].flatMap((file) => {
    const source = library.slideFile(file);
    const compile = (project: TalkProject, slides: SlideFile): Talk =>
      compileTalk(slides, project, { today }).value;
    return source ? [[compile(before, source), compile(after, source)] as const] : [];
  });
  const seen = new Set(pairs.flatMap(([, now]) => listDatasets(now)));
  return {
    changes: pairs.flatMap(([old, now]) => compareTalks(old, now)),
    unseen: [...texts.keys()].filter((name) => !seen.has(name)),
  };
}

function withDatasets(
  project: TalkProject,
  datasets: ReadonlyMap<string, ReturnType<TalkProject['dataset']>>,
): TalkProject {
  return {
    ...project,
    slidePaths: project.slidePaths,
    datasetNames: [...new Set([...project.datasetNames, ...datasets.keys()])],
    brokenDatasets: project.brokenDatasets,
    dataset: (name) => (datasets.has(name) ? datasets.get(name) : project.dataset(name)),
  };
}
