import type { GenericSchema } from 'valibot';
import type { BlockFile } from './block-files.ts';
import type { DataUse, DatasetView, IsoDate } from './dataset.ts';
import type { Problem, Span } from './problem.ts';
import type { PptxContext, PptxPart } from './pptx/pptx-form.ts';
import type { TalkMeta } from './talk.ts';

/** Functions that a block may use while it is compiled. */
export interface BlockContext {
  /** The block's id on the page, `SLIDE-ID/N`. */
  id: string;
  asOf: IsoDate;
  /** Set for a day before the talk's own, on which a comparison may have nothing to compare with. */
  isEarlier?: true;
  talk: TalkMeta;
  /** Returns the dataset on the talk's date; undefined, after reporting a problem at `path`, when there is none. */
  dataset(name: string, path: BlockPath): DatasetView | undefined;
  /** Returns the place of a key's value in the YAML body; the whole block for an empty path. */
  spanOf(path: BlockPath): Span;
  report(problem: Problem): void;
  /**
   * Returns the path of a brand's icon on a grid of 24 by 24, by its Simple Icons name; absent when that is not
   * installed.
   */
  icon?(name: string): string | undefined;
}

/** A path into a block's YAML body: `['marks', 0, 'label']`. */
export type BlockPath = readonly (string | number)[];

/** The result of compiling a block. */
export interface BlockOutput {
  /** Static HTML with the real content; a `<rostrum-NAME>` element when the browser draws it. */
  html: string;
  /** Advances it takes on its slide; 0 for none. */
  steps: number;
  /** The same content as plain Markdown, for export and search. */
  text: string;
  uses: DataUse[];
}

/** How the items of a block's list are set, in pixels of a slide. */
export interface ItemSizes {
  /** Size of the text. */
  size: number;
  /** Height of a line, in text sizes. */
  leading: number;
  /** Space above and below an item, with its rule. */
  padding: number;
  /** Width that is taken from the text of each item. */
  indent: number;
}

/** A column that a block's body names: that `along` a chart, a `value`, a `part` by which rows are split, or `any` of them. */
export interface ColumnUse {
  column: string;
  path: BlockPath;
  role: 'along' | 'value' | 'part' | 'any';
}

/** A kind of fenced data block: its name, its YAML schema, how it becomes HTML, and what it needs in the browser. */
export interface Block<Spec = unknown> {
  /** The name of its fences; its custom element is `<rostrum-NAME>`. */
  name: string;
  /** One sentence for the gallery and the documentation. */
  about: string;
  /** A strict valibot object: unknown keys are problems. */
  schema: GenericSchema<unknown, Spec>;
  /** Whether its size follows its key `height`, so that it can shrink on a full slide. */
  isSized?: boolean;
  /** Whether it takes what is left of its slide; its least height counts when the size of text is chosen. */
  isFlexible?: boolean;
  /** How the items of its list are set, from which its height is computed; defaults to one that needs no computing. */
  items?: ItemSizes;
  /** Whether it fills in the values of its texts by itself; defaults to no, and they are filled in before it compiles. */
  fillsItself?: boolean;
  /** Module of its custom element, loaded by pages that hold one. Its default export is the class. */
  element?: BlockFile;
  /** Whether its element follows live data by itself. */
  drawsItself?: boolean;
  /** Module that pages with live data load to compile it again. Its default export is the block. */
  live?: BlockFile;
  /** Stylesheet of pages that hold it. */
  style?: BlockFile;
  /** Lists the columns that its body names; given for blocks that can show periods or the newest rows. */
  columnsOf?(spec: Spec): ColumnUse[];
  /** Compiles the checked body; returns null after reporting an error. */
  compile(spec: Spec, context: BlockContext): BlockOutput | null;
  /**
   * Draws the block in PowerPoint, as shapes, texts and tables that can be edited there; null for what the page shows.
   * Without it, its texts and tables can be edited, and what it draws is a drawing or a picture.
   */
  pptx?(spec: Spec, context: PptxContext): PptxPart[] | null;
}

/** Returns a block definition with its type. */
/* @__NO_SIDE_EFFECTS__ */
export function defineBlock<Spec>(block: Block<Spec>): Block<Spec> {
  return block;
}
