import type { IsoDate } from '../dataset.ts';
import type { Problem, Span } from '../problem.ts';

/** What of a file is shown: all of it, lines by their numbers, or a region that is named in the file. */
export type CodePart =
  | { kind: 'all' }
  | { kind: 'lines'; first: number; last: number }
  | { kind: 'region'; name: string };

/** Code in a file of the project; `path` is as written. */
export interface FilePlace {
  kind: 'file';
  path: string;
  part: CodePart;
}

/** Code at a commit of a named repository, or what changed between two commits. */
export interface CommitPlace {
  kind: 'commit';
  repository: string;
  revision: string;
  /** The older revision of a comparison; null for none. */
  since: string | null;
  /** From the repository's root. */
  path: string;
  part: CodePart;
}

/** Where code is taken from. */
export type CodePlace = FilePlace | CommitPlace;

/** Lines of a file; `first` is the number of the first one. */
export interface CodeLines {
  first: number;
  lines: readonly string[];
}

/** Lines of a file at a commit, and the day of the commit. */
export interface CodeExcerpt extends CodeLines {
  commit: string;
  date: IsoDate;
}

/** The lines of a commit place; `before` is the older side of a comparison, else null. */
export interface CommitCode {
  after: CodeExcerpt;
  before: CodeExcerpt | null;
}

/** Where a repository is on the web. */
export interface ForgeAddress {
  /** Its page, without credentials; null when unknown. */
  web: string | null;
  /** A template for links to lines; null for that of the forge. */
  link: string | null;
}

/** Builds a problem for the place of the slide that it concerns. */
export type ToProblem = (span: Span) => Problem;

/** What is known about a commit place: its lines, or null with the reasons. */
export interface CommitAnswer {
  code: CommitCode | null;
  forge: ForgeAddress;
  toProblems: readonly ToProblem[];
}

/** The text of a file of the project that slides quote, or why there is none. */
export type FileAnswer =
  | { text: string }
  | { why: 'missing'; names: readonly string[] }
  | { why: 'private' | 'large' | 'binary' };
