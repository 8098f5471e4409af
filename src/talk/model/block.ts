import type { GenericSchema } from 'valibot';
import type { DataUse, DatasetView, IsoDate } from './dataset.ts';
import type { Problem, Span } from './problem.ts';
import type { TalkMeta } from './talk.ts';

/** What a block may ask while it is compiled. */
export interface BlockContext {
  /** The block's id on the page, `SLIDE-ID/N`. */
  id: string;
  asOf: IsoDate;
  talk: TalkMeta;
  /** The dataset on the talk's date; undefined, with a problem already reported at `path`, where there is none. */
  dataset(name: string, path: BlockPath): DatasetView | undefined;
  /** The place of a key's value in the YAML body; the whole block for an empty path. */
  spanOf(path: BlockPath): Span;
  report(problem: Problem): void;
  /** Path of a brand's sign on a grid of 24 by 24, by its Simple Icons name; the method is absent where that is not installed. */
  icon?(name: string): string | undefined;
}

/** A path into a block's YAML body: `['marks', 0, 'label']`. */
export type BlockPath = readonly (string | number)[];

/** What a block becomes. */
export interface BlockOutput {
  /** Static HTML with the real content; where it lives in the browser it is a `<rostrum-NAME>` element. */
  html: string;
  /** Advances it needs on its slide; 0 for none. */
  steps: number;
  /** The same content as plain Markdown, for export and search. */
  text: string;
  uses: DataUse[];
}

/** A kind of fenced data block: its name, its YAML schema and how it becomes HTML. */
export interface Block<Spec = unknown> {
  name: string;
  /** One sentence for the gallery and the documentation. */
  about: string;
  /** A strict valibot object: unknown keys are problems. */
  schema: GenericSchema<unknown, Spec>;
  /** Whether it is made as large as its key `height` allows, and so can be made smaller where a slide holds more. */
  isSized?: boolean;
  /** Compiles the checked body; null after it reported why it cannot. */
  compile(spec: Spec, context: BlockContext): BlockOutput | null;
}

/** Gives a block definition its type. */
/* @__NO_SIDE_EFFECTS__ */
export function defineBlock<Spec>(block: Block<Spec>): Block<Spec> {
  return block;
}
