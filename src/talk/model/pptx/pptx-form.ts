import type { DatasetView, IsoDate } from '../dataset.ts';
import type { ColourName } from '../look/tokens.ts';
import type { TalkMeta } from '../talk.ts';

/** What a block's form in PowerPoint is made from. */
export interface PptxContext {
  asOf: IsoDate;
  talk: TalkMeta;
  /** The room of the block, in pixels of a slide, as the page lays it out. */
  width: number;
  height: number;
  /** Returns a dataset on the talk's date; undefined for one that the talk does not show. */
  dataset(name: string): DatasetView | undefined;
  /** Returns a colour of the talk's theme, such as `#bf310a`. */
  colour(name: ColourName): string;
}

/** The place of a part, in pixels from the top left corner of its block. */
export interface PptxPlace {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A rectangle or an ellipse; a line is a thin rectangle. */
export interface PptxShape extends PptxPlace {
  kind: 'rectangle' | 'ellipse';
  /** Six hexadecimal digits after `#`; defaults to none. */
  fill?: string;
  /** The line around it; defaults to none. */
  line?: { colour: string; width: number };
  /** Corner radius of a rectangle; defaults to 0. */
  radius?: number;
}

/** Text; each line of it is a paragraph. */
export interface PptxText extends PptxPlace {
  kind: 'text';
  text: string;
  /** Pixels of a slide; defaults to 28, and is 18 at least. */
  size?: number;
  /** Defaults to that of text. */
  colour?: string;
  isBold?: boolean;
  /** Defaults to left. */
  align?: 'left' | 'center' | 'right';
}

/** A table whose first row is its head. */
export interface PptxTable extends PptxPlace {
  kind: 'table';
  rows: readonly (readonly (string | number)[])[];
  /** Shares of the width; defaults to equal ones. */
  columns?: readonly number[];
  /** Size of its text; defaults to 24. */
  size?: number;
}

/** A part of a block in PowerPoint. */
export type PptxPart = PptxShape | PptxText | PptxTable;
