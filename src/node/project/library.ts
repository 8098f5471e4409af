import type { DatasetRecipe } from '../../talk/data/dataset/recipe.ts';
import { createSlideFileCache, type SlideFileCache } from '../../talk/markdown/slide-cache.ts';
import type { Block } from '../../talk/model/block.ts';
import type { BrokenDataset, Dataset } from '../../talk/model/dataset.ts';
import type { SlideFile } from '../../talk/model/slide-file.ts';
import type { Checked } from '../../talk/model/problem.ts';
import type { TalkProject } from '../../talk/model/project.ts';
import { LOCK_FILE } from '../../talk/code/code-lock.ts';
import { openDiagrams, type DiagramOptions, type DiagramReader } from '../diagrams/diagrams.ts';
import { openCode, type CodeOptions, type CodeReader } from '../code/code.ts';
import { openQuotedFiles } from '../code/quoted-files.ts';
import { openFaultLog } from './fault-log.ts';
import { openEmoji, openIcons } from './icons.ts';
import { openKatex } from '../katex-package.ts';
import { findMqtt } from '../find-package.ts';
import { findPackage } from '../find-package.ts';
import { openStamps, type Stamps } from './cache/stamps.ts';
import { openFileFaults } from './files/file-fault.ts';
import { openPictureSizes } from './files/picture-size.ts';
import { checkSafely, findTooLarge, parseSafely } from './safe-parse.ts';
import {
  listAssets,
  listLooseFiles,
  readProjectFile,
  type Listing,
  type ReadFile,
} from './read-folder.ts';
import type { RecipeBook } from './project-recipes.ts';

/** A project's slide files and datasets, each read and parsed when first asked for and again when it changed. */
export interface Library extends TalkProject {
  /** Records files that were added or removed, and recipes that changed. */
  update(listing: Listing, book: RecipeBook): void;
  /** A file's text as last read; undefined when there is none. */
  readText(file: string): string | undefined;
  /** Returns whether a file is unchanged since it was read. */
  isCurrent(file: string): boolean;
  /** Reads code at commits. */
  code: CodeReader;
  /** Draws diagrams. */
  diagrams: DiagramReader;
  /** A dataset with everything that is wrong with it; undefined when there is none. */
  checkDataset(name: string): Checked<Dataset | null> | undefined;
}

interface Parsed<Value> {
  file: ReadFile;
  value: Value;
}

interface ParsedSlideFile extends Parsed<SlideFile> {
  cache: SlideFileCache;
}

interface ParsedDataset extends Parsed<Checked<Dataset | null>> {
  path: string;
  recipe: DatasetRecipe | undefined;
}

const NOTHING: Listing = {
  talks: new Map(),
  slides: [],
  datasets: new Map(),
  unread: new Map(),
  recipes: new Map(),
  scripts: [],
};

const TALKS = /^slides\/talks\/[^/]+$/;

/** What a library takes from the configuration. */
type LibraryOptions = Pick<CodeOptions, 'repositories' | 'isSafe'> &
  Pick<DiagramOptions, 'commands'> &
  Pick<TalkProject, 'looks'>;

/** Opens the files of a folder. */
export function createLibrary(
  root: string,
  blocks: readonly Block[],
  stamps: Stamps = openStamps(root),
  { looks, ...options }: LibraryOptions = {},
): Library {
  const blockNames = blocks.map(({ name }) => name);
  const packages = { root, isSafe: options.isSafe ?? false };
  const logFault = openFaultLog(root);
  const icons = openIcons(root);
  const readLock = (): string | undefined => readProjectFile(root, LOCK_FILE)?.text;
  const code = openCode({ root, ...options, readText: readLock, stampOf: stamps.of });
  const diagrams = openDiagrams({ root, ...options });
  const slideFiles = new Map<string, ParsedSlideFile>();
  const datasets = new Map<string, ParsedDataset>();
  const styles = new Map<string, ReadFile>();
  const readStamps = new Map<string, string>();
  let listing: Listing = NOTHING;
  let recipes: RecipeBook['recipes'] = new Map();

  function slideFile(path: string): SlideFile | undefined {
    const last = slideFiles.get(path);
    const file = readProjectFile(root, path, last?.file, stamps.of(path));
    if (!file) return undefined;
    if (last?.file.text === file.text && !file.tooLarge) return last.value;
    const kind = TALKS.test(path) ? 'talk' : 'library';
    const cache = last?.cache ?? createSlideFileCache();
    const refused = findTooLarge(path, file, slideFiles);
    const value =
      refused ?? parseSafely({ path, text: file.text }, { kind, blockNames, cache }, logFault);
    slideFiles.set(path, { file, value, cache });
    readStamps.set(path, file.stamp);
    return value;
  }

  function checkDataset(name: string): Checked<Dataset | null> | undefined {
    const path = listing.datasets.get(name);
    if (path === undefined) return undefined;
    const known = datasets.get(name);
    // A file of another kind may have the date and size of the last one.
    const last = known?.path === path ? known : undefined;
    const file = readProjectFile(root, path, last?.file, stamps.of(path));
    if (!file) return undefined;
    const recipe = recipes.get(name);
    if (last?.file.text === file.text && last.recipe === recipe) return last.value;
    const value = checkSafely({ path, ...file }, name, recipe, logFault);
    datasets.set(name, { path, file, recipe, value });
    readStamps.set(path, file.stamp);
    return value;
  }

  function collectBroken(): Record<string, BrokenDataset> {
    const broken = [...listing.datasets].flatMap(([name, file]) => {
      const checked = checkDataset(name);
      if (!checked || checked.value) return [];
      const problem = checked.problems.find(({ severity }) => severity === 'error');
      const span = problem?.span ?? { file, line: 1, column: 1, length: 0 };
      return [[name, { name, span, ...(problem && { problem }) }] as const];
    });
    return Object.fromEntries(broken);
  }

  return {
    blocks,
    ...(looks && { looks }),
    logFault,
    slideFile,
    checkDataset,
    dataset: (name) => checkDataset(name)?.value ?? undefined,
    get slidePaths() {
      return listing.slides;
    },
    get datasetNames() {
      return [...listing.datasets.keys()];
    },
    get brokenDatasets() {
      return collectBroken();
    },
    hasAsset: (path) => stamps.of(path) !== null,
    pictureSize: openPictureSizes(root, stamps),
    fileFault: openFileFaults(root, stamps),
    readCode: openQuotedFiles(root, stamps.of),
    readCommit: code.read,
    code,
    readDiagram: diagrams.read,
    diagrams,
    assetNames: () => stamps.names('assets', () => listAssets(root)),
    looseFiles: () => stamps.names('loose', () => listLooseFiles(root)),
    icons,
    emoji: openEmoji(),
    hasMqtt: findMqtt(packages) !== undefined,
    hasSharp: findPackage('sharp', packages) !== undefined,
    typeset: openKatex(),
    isCurrent(file) {
      const stamp = readStamps.get(file);
      return stamp === undefined || stamp === stamps.of(file);
    },
    readText(file) {
      const read = readProjectFile(root, file, slideFiles.get(file)?.file ?? styles.get(file));
      if (read && /\.(?:css|svg)$/i.test(file)) styles.set(file, read);
      return read?.text;
    },
    update(next, book) {
      listing = next;
      recipes = book.recipes;
    },
  };
}
