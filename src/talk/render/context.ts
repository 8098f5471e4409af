import type { Token } from '../model/token.ts';
import type { DataUse, Dataset } from '../model/dataset.ts';
import type { DiagramAnswer, DiagramSource } from '../model/diagram/diagram-source.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { FileFault, PictureSize } from '../model/project.ts';
import type { AssetUse, BlockUse, CodeUse, Layout, ValueUse } from '../model/talk.ts';
import type { CodeFigure, CodeRoom } from './code/code-figure.ts';
import { isHeavyFile } from './raw/drawing-size.ts';
import { listPageFiles } from './raw/embedded.ts';
import type { Bleed, BleedPlace } from './pictures/picture-layout.ts';
import type { TalkContext } from './talk-context.ts';
import { createReads, type SlideReads } from './slide-reads.ts';
import type { OpenElement, Pause, Steps } from './steps.ts';

export type { OpenElement } from './steps.ts';

/** State collected while a slide is rendered. */
export interface SlideContext {
  talk: TalkContext;
  id: string;
  /** The file of the slide. */
  file: string;
  layout: Layout;
  isIncremental: boolean;
  /** Tab size in columns; null when the language decides. */
  tabSize: number | null;
  /** Remaining height for a data block in slide pixels; null when it has the whole room. */
  blockHeight: number | null;
  /** Nesting depth in lists. */
  listDepth: number;
  steps: Steps;
  pause: Pause | null;
  open: OpenElement[];
  /** Number of open elements that must stay open here. */
  floor: number;
  /** What becomes of the title of a picture in the current line: its tooltip, or its caption. */
  captions: 'none' | 'after' | 'around';
  /** The paragraph of pictures that is alone on its slide; null for none. */
  alone: Token | null;
  /** The paragraph of the picture that reaches to the slide's edge, and its place; null for none. */
  bleed: (Bleed & Partial<BleedPlace>) | null;
  /** Added depth of the slide's headings. */
  headings: { title: Token | null; shift: number; least: number };
  /** Whether the slide has raw HTML of its author, which is parsed again as a whole. */
  hasRaw: boolean;
  /** Places of its drawings and frames, by the number on each. */
  marked: Span[];
  /** The ids that its drawings and styles reference. */
  references: { id: string; span: Span }[];
  /** The author's styles on the slide. */
  styles: { css: string; media: string | null }[];
  /** Names of elements with removed tags, and problems that are reported once. */
  leftOut: Set<string>;
  reported: Set<string>;
  problems: Problem[];
  uses: DataUse[];
  blocks: BlockUse[];
  code: CodeUse[];
  /** Code that is drawn on it, in order. */
  codes: CodeFigure[];
  /** The room for code that the camera shows; null for none, and once it is taken. */
  camera: CodeRoom | null;
  values: ValueUse[];
  assets: AssetUse[];
  /** Drawings of formulas, which are filled in last. */
  formulas: string[];
  /** The text of values, formulas and blocks, for the slide's text. */
  words: Map<Token, string>;
  /** Number of diagrams so far. */
  diagrams: number;
  /** Picture sizes by address on the slide. */
  pictures: Map<string, PictureSize>;
  /** Reads from the project, with results: the slide's dependencies. */
  reads: SlideReads;
}

/** Reads a dataset that is shown as a whole and records the dependency. */
export function readDataset(context: SlideContext, name: string): Dataset | undefined {
  context.reads.whole.add(name);
  return readPartly(context, name);
}

/** Reads a dataset of which a part is shown and records the dependency. */
export function readPartly(context: SlideContext, name: string): Dataset | undefined {
  const dataset = context.talk.project.dataset(name);
  context.reads.datasets.set(name, dataset);
  return dataset;
}

/** Checks whether an asset exists and records the dependency. */
export function readAsset(context: SlideContext, path: string): boolean {
  const isThere = context.talk.project.hasAsset(path);
  context.reads.assets.set(path, isThere);
  return isThere;
}

/** Lists the paths of all assets and records the dependency. */
export function readAssetNames(context: SlideContext): readonly string[] {
  const names = context.talk.project.assetNames();
  context.reads.assetNames = names.join('\n');
  return names;
}

/** Checks whether a file is a drawing that is too heavy and records the dependency. */
export function readIsHeavy(context: SlideContext, path: string): boolean {
  const isHeavy = isHeavyFile(context.talk.project, path);
  context.reads.drawings.set(path, isHeavy);
  return isHeavy;
}

/** Returns the size of a picture and records the dependency. */
export function readPictureSize(context: SlideContext, path: string): PictureSize | undefined {
  const size = context.talk.project.pictureSize?.(path);
  context.reads.sizes.set(path, size);
  return size;
}

/** Returns what is wrong with a file that is shown and records the dependency. */
export function readFileFault(context: SlideContext, path: string): FileFault | null {
  const fault = context.talk.project.fileFault?.(path) ?? null;
  context.reads.faults.set(path, fault);
  return fault;
}

/** Lists the files that a framed page loads and records the dependency. */
export function readPageFiles(context: SlideContext, path: string): string[] {
  const files = listPageFiles(context.talk.project, path);
  context.reads.pages.set(path, files.join('\n'));
  return files;
}

/** Returns the drawing of a diagram and records the dependency; undefined for a language that is not one of diagrams. */
export function readDiagram(
  context: SlideContext,
  source: DiagramSource,
): DiagramAnswer | undefined {
  const answer = context.talk.project.readDiagram?.(source);
  if (answer) context.reads.diagrams.set(source, answer);
  return answer;
}

/** Checks whether a link of the talk targets an element and records the dependency. */
export function readLink(context: SlideContext, id: string): boolean {
  const isLinked = context.talk.isLinked(id);
  context.reads.links.set(id, isLinked);
  return isLinked;
}

/** Builds the context of a slide. */
export function createContext(
  talk: TalkContext,
  slide: Pick<
    SlideContext,
    'id' | 'file' | 'layout' | 'isIncremental' | 'tabSize' | 'blockHeight' | 'headings'
  > & {
    hasSteps: boolean;
  },
): SlideContext {
  return {
    talk,
    id: slide.id,
    file: slide.file,
    layout: slide.layout,
    isIncremental: slide.isIncremental,
    tabSize: slide.tabSize,
    blockHeight: slide.blockHeight,
    headings: slide.headings,
    listDepth: 0,
    captions: 'none',
    alone: null,
    bleed: null,
    steps: { isOn: slide.hasSteps, claims: [] },
    pause: null,
    open: [],
    floor: 0,
    hasRaw: false,
    marked: [],
    references: [],
    styles: [],
    leftOut: new Set(),
    reported: new Set(),
    problems: [],
    uses: [],
    blocks: [],
    code: [],
    codes: [],
    camera: null,
    values: [],
    assets: [],
    formulas: [],
    words: new Map(),
    diagrams: 0,
    pictures: new Map(),
    reads: createReads(),
  };
}
