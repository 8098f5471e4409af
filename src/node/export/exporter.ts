import type { Talk } from '../../talk/model/talk.ts';
import type { Browser } from '../chromium/chromium.ts';
import type { Project } from '../project/project.ts';
import type { Runtime } from '../print/client.ts';
import type { ExportOptions } from './export-options.ts';

/** What a talk is made into something with. */
export interface ExportContext {
  project: Project;
  /** Ids of all slides of the talk in order, also of those that a range leaves out. */
  order: readonly string[];
  exportOptions: ExportOptions;
  /** The file that was asked for; null for a name of ours. */
  output: string | null;
  browser: () => Promise<Browser>;
  runtime: () => Promise<Runtime>;
  /** Told how far the work is, in parts of `total`, and what is being done. */
  onProgress: (done: number, total: number, doing: string) => void;
  /** Told once the browser is not needed for this talk any more. */
  onBrowserDone: () => void;
}

/** A file that came of it; the name is empty where there is only one. */
export interface ExportedFile {
  name: string;
  bytes: Buffer;
}

/** What came of a talk. */
export interface ExportResult {
  files: ExportedFile[];
  /** Files of the project that those name, by their paths from its root; absent for none. */
  besides?: ExportedFile[];
  /** What is in it, in words: "62 pages". */
  about: string;
  /** Names of what was not drawn. */
  culprits: string[];
  /** What differs from the slides on purpose, in sentences; absent for nothing. */
  warnings?: string[];
}

/** Makes files of a talk. */
export type Exporter = (talk: Talk, context: ExportContext) => Promise<ExportResult>;

/** Gives the only file there is of a text format. */
export function makeText(text: string, about: string): ExportResult {
  return { files: [{ name: '', bytes: Buffer.from(text) }], about, culprits: [] };
}
