import type { Token } from 'marked';
import type { ViewResult } from '../data/view.ts';
import type { DataUse, Dataset, IsoDate } from '../model/dataset.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { PictureSize, TalkProject } from '../model/project.ts';
import type { AssetUse, BlockUse, TalkMeta, ValueUse } from '../model/talk.ts';
import { isHeavyFile } from './raw/drawing-size.ts';
import { listPageFiles } from './raw/embedded.ts';
import type { Pause, Steps } from './steps.ts';

/** What all slides of a talk are rendered with. */
export interface TalkContext {
  project: TalkProject;
  meta: TalkMeta;
  asOf: IsoDate;
  /** A dataset on the talk's date; undefined where there is none. */
  view(name: string): ViewResult | undefined;
  /** Whether a link on one of the talk's slides leads to an id. */
  isLinked(id: string): boolean;
}

/** An element that is open: written by the author as raw HTML, or the wrapper of a pause. */
export interface OpenElement {
  name: string;
  span: Span | null;
  pause: Pause | null;
}

/** What is collected while one slide is rendered. */
export interface SlideContext {
  talk: TalkContext;
  id: string;
  /** The file the slide stands in. */
  file: string;
  isIncremental: boolean;
  /** How many columns a tab in code reaches; null where the language decides. */
  tabSize: number | null;
  /** Height in slide pixels that is left for a data block; null where nothing else needs it. */
  blockHeight: number | null;
  /** How deep in lists the text is. */
  listDepth: number;
  steps: Steps;
  pause: Pause | null;
  open: OpenElement[];
  /** How many of the open elements may not be closed from here. */
  floor: number;
  /** How much deeper the slide's headings are to be. */
  headings: { title: Token | null; shift: number; least: number };
  /** Whether its author's raw HTML stands on it; then it is read again as a whole. */
  hasRaw: boolean;
  /** Where its drawings and frames begin, by the number that each carries. */
  marked: Span[];
  /** The ids by which its drawings and styles refer to others. */
  references: { id: string; span: Span }[];
  /** The styles that its author wrote on it. */
  styles: { css: string; media: string | null }[];
  /** Names of elements whose tags were left out, and what was reported once for all. */
  leftOut: Set<string>;
  told: Set<string>;
  problems: Problem[];
  uses: DataUse[];
  blocks: BlockUse[];
  values: ValueUse[];
  assets: AssetUse[];
  /** The words of values and blocks, for the slide's text. */
  words: Map<Token, string>;
  /** Sizes of pictures, by their addresses on the slide. */
  pictures: Map<string, PictureSize>;
  /** Everything of the project that was asked for, with the answer: what the slide depends on. */
  reads: SlideReads;
}

/** The answers of the project that a rendered slide rests on. */
export interface SlideReads {
  datasets: Map<string, Dataset | undefined>;
  assets: Map<string, boolean>;
  /** Whether files are drawings that are too heavy. */
  drawings: Map<string, boolean>;
  /** Sizes of pictures. */
  sizes: Map<string, PictureSize | undefined>;
  /** The files that pages in frames load, in one text. */
  pages: Map<string, string>;
  /** Whether links of the talk lead to an element's id. */
  links: Map<string, boolean>;
}

/** Looks up a dataset and remembers that the slide depends on it. */
export function readDataset(context: SlideContext, name: string): Dataset | undefined {
  const dataset = context.talk.project.dataset(name);
  context.reads.datasets.set(name, dataset);
  return dataset;
}

/** Asks whether an asset exists and remembers that the slide depends on it. */
export function readAsset(context: SlideContext, path: string): boolean {
  const isThere = context.talk.project.hasAsset(path);
  context.reads.assets.set(path, isThere);
  return isThere;
}

/** Checks whether a file is a drawing that is too heavy and records that the slide depends on it. */
export function readIsHeavy(context: SlideContext, path: string): boolean {
  const isHeavy = isHeavyFile(context.talk.project, path);
  context.reads.drawings.set(path, isHeavy);
  return isHeavy;
}

/** Returns the size of a picture and records that the slide depends on it. */
export function readPictureSize(context: SlideContext, path: string): PictureSize | undefined {
  const size = context.talk.project.pictureSize?.(path);
  context.reads.sizes.set(path, size);
  return size;
}

/** Lists the files that a page in a frame loads and records that the slide depends on it. */
export function readPageFiles(context: SlideContext, path: string): string[] {
  const files = listPageFiles(context.talk.project, path);
  context.reads.pages.set(path, files.join('\n'));
  return files;
}

/** Asks whether a link of the talk leads to an element and remembers that the slide depends on it. */
export function readLink(context: SlideContext, id: string): boolean {
  const isLinked = context.talk.isLinked(id);
  context.reads.links.set(id, isLinked);
  return isLinked;
}

/** Makes the context of a slide. */
export function createContext(
  talk: TalkContext,
  slide: Pick<
    SlideContext,
    'id' | 'file' | 'isIncremental' | 'tabSize' | 'blockHeight' | 'headings'
  > & {
    hasSteps: boolean;
  },
): SlideContext {
  return {
    talk,
    id: slide.id,
    file: slide.file,
    isIncremental: slide.isIncremental,
    tabSize: slide.tabSize,
    blockHeight: slide.blockHeight,
    headings: slide.headings,
    listDepth: 0,
    steps: { isOn: slide.hasSteps, claims: [] },
    pause: null,
    open: [],
    floor: 0,
    hasRaw: false,
    marked: [],
    references: [],
    styles: [],
    leftOut: new Set(),
    told: new Set(),
    problems: [],
    uses: [],
    blocks: [],
    values: [],
    assets: [],
    words: new Map(),
    pictures: new Map(),
    reads: {
      datasets: new Map(),
      assets: new Map(),
      drawings: new Map(),
      sizes: new Map(),
      pages: new Map(),
      links: new Map(),
    },
  };
}
