import type { CommitAnswer, CommitPlace, FileAnswer } from '../model/code/code.ts';
import type { Dataset } from '../model/dataset.ts';
import type { DiagramAnswer, DiagramSource } from '../model/diagram/diagram-source.ts';
import type { PictureSize } from '../model/project.ts';

/** Results of the project on which a rendered slide depends. */
export interface SlideReads {
  datasets: Map<string, Dataset | undefined>;
  assets: Map<string, boolean>;
  /** Whether files are drawings that are too heavy. */
  drawings: Map<string, boolean>;
  /** Sizes of pictures. */
  sizes: Map<string, PictureSize | undefined>;
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
    assets: new Map(),
    drawings: new Map(),
    sizes: new Map(),
    pages: new Map(),
    code: new Map(),
    commits: new Map(),
    diagrams: new Map(),
    links: new Map(),
  };
}
