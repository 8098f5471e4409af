import type { Block } from './block.ts';
import type { CommitAnswer, CommitPlace, FileAnswer } from './code/code.ts';
import type { DiagramAnswer, DiagramSource } from './diagram/diagram-source.ts';
import type { BrokenDataset, Dataset } from './dataset.ts';
import type { OwnLooks } from './look/theme.ts';
import type { SlideFile } from './slide-file.ts';

/** The width and height of a picture in pixels; a drawing can be shown larger. */
export interface PictureSize {
  width: number;
  height: number;
  isDrawing: boolean;
  /** Set for a photograph that says where it was taken. */
  isLocated?: true;
}

/** What is wrong with a file that is shown; a pointer is what Git LFS keeps in its place, and unshown is a kind that browsers do not show. */
export type FileFault = 'empty' | 'pointer' | 'cut' | 'unreadable' | 'unshown';

/** An icon: the name of its subject, and its path on a grid of 24 by 24. */
export interface Icon {
  title: string;
  path: string;
}

/** A set of icons by their names. */
export interface IconSet {
  find(name: string): Icon | undefined;
  /** Lists all names, for hints. */
  names(): readonly string[];
}

/** Emoji by their short names. */
export interface EmojiSet {
  find(name: string): string | undefined;
  /** Lists all names, for hints. */
  names(): readonly string[];
}

/** Everything a talk may refer to, read and parsed; paths are relative to the project's root. */
export interface TalkProject {
  /** A parsed slide file; undefined where there is none. */
  slideFile(path: string): SlideFile | undefined;
  /** Paths of all slide files, for hints. */
  slidePaths: readonly string[];
  /** A dataset as read and checked; undefined where there is none or it is broken. */
  dataset(name: string): Dataset | undefined;
  /** Names of the files in `data/`, broken ones included. */
  datasetNames: readonly string[];
  /** Paths of files that may be meant by the name of a dataset that does not exist, for hints. */
  looseFiles?(): readonly string[];
  /** Dataset files that could not be read as one. */
  brokenDatasets: Readonly<Record<string, BrokenDataset>>;
  hasAsset(path: string): boolean;
  /** Returns the text of a file such as a stylesheet; absent when texts are not available. */
  readText?(path: string): string | undefined;
  /** Returns the text of a file that slides quote; the same value while it is unchanged. */
  readCode?(path: string): FileAnswer;
  /** Returns lines of a file at a commit; the same value while nothing that it rests on changed. */
  readCommit?(place: CommitPlace): CommitAnswer;
  /** Returns the drawing of a diagram; the same value while it is unchanged, undefined for other languages. */
  readDiagram?(source: DiagramSource): DiagramAnswer | undefined;
  /** Returns the size of a picture; undefined when unknown. */
  pictureSize?(path: string): PictureSize | undefined;
  /** What is wrong with a picture, film or sound; null for nothing. */
  fileFault?(path: string): FileFault | null;
  /** Paths of all assets, for hints. */
  assetNames(): readonly string[];
  blocks: readonly Block[];
  /** Themes and layouts of the project's own; defaults to none. */
  looks?: OwnLooks | undefined;
  /** Icons of brands; absent when Simple Icons is not installed. */
  icons?: IconSet | undefined;
  /** Emoji by their short names such as "rocket". */
  emoji?: EmojiSet | undefined;
  /** Typesets a formula; absent when KaTeX is not installed. */
  typeset?: TypesetFormula | undefined;
  /** Whether the package `mqtt` is installed; defaults to no. */
  hasMqtt?: boolean;
  /** Whether the package `sharp` makes pictures smaller in builds and exports; defaults to no. */
  hasSharp?: boolean;
  /** Writes what was thrown to a file, with its stack, and returns the file's path; undefined where it cannot. */
  logFault?(error: unknown): string | undefined;
}

/** A node of the drawing of a formula, as KaTeX builds it. */
export interface FormulaNode {
  classes?: string[];
  style?: Readonly<Record<string, string | undefined>>;
  children?: FormulaNode[];
  /** A letter, with its width and the slant that widens it. */
  text?: string;
  width?: number;
  italic?: number;
  height?: number;
  depth?: number;
  toMarkup(): string;
}

/** Options of typesetting a formula. */
export interface TypesetOptions {
  isDisplay: boolean;
  /** Definitions of commands, by name with the backslash. */
  macros: Readonly<Record<string, string>>;
  /** Decides whether a command that changes the page may be used. */
  isAllowed(command: string, className?: string): boolean;
}

/** Typesets a formula; throws an error with `position` and `rawMessage` where it is broken. */
export type TypesetFormula = (tex: string, options: TypesetOptions) => FormulaNode;
