import type { Talk } from '../../talk/model/talk.ts';
import type { Browser } from '../chromium/chromium.ts';
import type { Project } from '../project/project.ts';
import type { Runtime } from '../client/client.ts';
import type { PicturePurpose } from '../pictures/picture-plan.ts';
import type { ReducedPictures } from '../pictures/pictures.ts';
import type { ExportOptions } from './export-options.ts';

/** What an exporter receives. */
export interface ExportContext {
  project: Project;
  /** Ids of all slides of the talk in order, also of those that a range leaves out. */
  order: readonly string[];
  exportOptions: ExportOptions;
  /** The requested file; null for the default name. */
  output: string | null;
  browser: () => Promise<Browser>;
  runtime: () => Promise<Runtime>;
  /** Returns the talk's pictures that go into the export in another form than that of their files. */
  pictures: (purpose: PicturePurpose) => Promise<ReducedPictures['files']>;
  /** Called with the progress, in parts of `total`, and the current step. */
  onProgress: (done: number, total: number, doing: string) => void;
  /** Called once the browser is no longer needed for this talk. */
  onBrowserDone: () => void;
}

/** A written file; the name is empty when it is the only one. */
export interface ExportedFile {
  name: string;
  bytes: Buffer;
}

/** The result of an export of a talk. */
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

/** Exports a talk to files. */
export type Exporter = (talk: Talk, context: ExportContext) => Promise<ExportResult>;

/** Builds the result of a text format, which is one file. */
export function makeText(text: string, about: string): ExportResult {
  return { files: [{ name: '', bytes: Buffer.from(text) }], about, culprits: [] };
}
