import type { CommitAnswer, CommitPlace, FileAnswer } from '../model/code/code.ts';
import type { Dataset, DatasetView } from '../model/dataset.ts';
import type { DiagramAnswer, DiagramSource } from '../model/diagram/diagram-source.ts';
import type { FileFault, PictureSize } from '../model/project.ts';
import { isHeavyFile } from './raw/drawing-size.ts';
import { listPageFiles } from './raw/embedded.ts';
import type { TalkContext } from './talk-context.ts';

/** Results of the project on which a rendered slide depends. */
export interface SlideReads {
  datasets: Map<string, Dataset | undefined>;
  /** Names of the datasets that are shown as a whole. */
  whole: Set<string>;
  /** The parts of datasets that blocks show, by their names. */
  parts: Map<string, DatasetView>;
  assets: Map<string, boolean>;
  /** The names of all assets in one text; null where no name was looked up among them. */
  assetNames: string | null;
  /** Whether files are drawings that are too heavy. */
  drawings: Map<string, boolean>;
  /** Sizes of pictures. */
  sizes: Map<string, PictureSize | undefined>;
  /** What is wrong with files that are shown. */
  faults: Map<string, FileFault | null>;
  /** The files that pages in frames load, in one text. */
  pages: Map<string, string>;
  /** Files that are quoted, and places at commits. */
  code: Map<string, FileAnswer>;
  commits: Map<CommitPlace, CommitAnswer>;
  /** Drawings of diagrams. */
  diagrams: Map<DiagramSource, DiagramAnswer>;
  /** Whether links of the talk target an element's id. */
  links: Map<string, boolean>;
}

/** Builds the reads of a slide before it is rendered. */
export function createReads(): SlideReads {
  return {
    datasets: new Map(),
    whole: new Set(),
    parts: new Map(),
    assets: new Map(),
    assetNames: null,
    drawings: new Map(),
    sizes: new Map(),
    faults: new Map(),
    pages: new Map(),
    code: new Map(),
    commits: new Map(),
    diagrams: new Map(),
    links: new Map(),
  };
}

/** Returns whether the project and the talk still give the same results. */
export function isCurrent(reads: SlideReads, talk: TalkContext): boolean {
  const { project } = talk;
  for (const [name, dataset] of reads.datasets) {
    if (project.dataset(name) !== dataset) return false;
  }
  for (const [path, isThere] of reads.assets) {
    if (project.hasAsset(path) !== isThere) return false;
  }
  const { assetNames } = reads;
  if (assetNames !== null && project.assetNames().join('\n') !== assetNames) return false;
  for (const [path, isHeavy] of reads.drawings) {
    if (isHeavyFile(project, path) !== isHeavy) return false;
  }
  for (const [path, size] of reads.sizes) {
    if (!isSameSize(project.pictureSize?.(path), size)) return false;
  }
  for (const [path, fault] of reads.faults) {
    if ((project.fileFault?.(path) ?? null) !== fault) return false;
  }
  for (const [path, files] of reads.pages) {
    if (listPageFiles(project, path).join('\n') !== files) return false;
  }
  for (const [path, answer] of reads.code) {
    if (project.readCode?.(path) !== answer) return false;
  }
  for (const [place, answer] of reads.commits) {
    if (project.readCommit?.(place) !== answer) return false;
  }
  for (const [source, answer] of reads.diagrams) {
    if (project.readDiagram?.(source) !== answer) return false;
  }
  for (const [id, isLinked] of reads.links) if (talk.isLinked(id) !== isLinked) return false;
  return true;
}

/** A photograph of the same size may say where it was taken. */
function isSameSize(one: PictureSize | undefined, other: PictureSize | undefined): boolean {
  return (['width', 'height', 'isDrawing', 'isLocated'] as const).every(
    (key) => one?.[key] === other?.[key],
  );
}
