/** A rectangle in slide pixels, from the slide's top left corner. */
export interface BoxPlace {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A stretch of text in one style. */
export interface TextStyle {
  /** Size of its letters in slide pixels. */
  size: number;
  /** Six hexadecimal digits. */
  colour: string;
  isBold: boolean;
  isItalic: boolean;
  isUnderlined: boolean;
  /** In the face of code. */
  isMono: boolean;
  /** What it links to; null for nothing. */
  link: string | null;
  /** Colour behind it, where it has one of its own. */
  ground: string | null;
}

/** Text of a paragraph. */
export interface BoxRun extends TextStyle {
  text: string;
}

/** Numbers of a list's items, as other programs count them. */
export interface BoxNumbering {
  /** Number of the first item of the uninterrupted series that the item belongs to. */
  start: number;
  kind: 'decimal' | 'a' | 'A' | 'i' | 'I';
}

/** A paragraph of a text box. */
export interface BoxParagraph {
  runs: BoxRun[];
  align: 'left' | 'center' | 'right';
  isRightToLeft: boolean;
  /** How deep in a list, from 0; null outside of lists. */
  level: number | null;
  /** How it is numbered as an item of a list; null for no number. */
  numbering: BoxNumbering | null;
  /** Colour of the mark before it in a list; null for none. */
  mark: string | null;
}

/** Words on a slide, as they can be edited. */
export interface TextBox extends BoxPlace {
  kind: 'text';
  isTitle: boolean;
  paragraphs: BoxParagraph[];
  /** Distance of two lines in slide pixels. */
  leading: number;
  /** Distance of two paragraphs beyond that. */
  gap: number;
  /** Whether none of its paragraphs takes more than one line. */
  isSingle: boolean;
  /** Where the letters of its first line stand, from the top of the slide. */
  baseline: number;
  /** How far the text of a list stands from its edge. */
  indent: number;
}

/** A cell of a table. */
export interface BoxCell {
  paragraphs: BoxParagraph[];
  isHead: boolean;
  columns: number;
  rows: number;
  fill: string | null;
  /** The line beneath it; null for none. */
  line: BoxLine | null;
  /** Room at its left and right. */
  padding: [left: number, right: number];
}

/** A table on a slide. */
export interface TableBox extends BoxPlace {
  kind: 'table';
  rows: BoxCell[][];
  /** Width of each column, height of each row. */
  widths: number[];
  heights: number[];
  /** Whether the first column is at the right. */
  isRightToLeft: boolean;
}

/** A drawing, as SVG. */
export interface DrawingBox extends BoxPlace {
  kind: 'drawing';
  svg: string;
  /** Id of the block it belongs to; null for none. */
  block: string | null;
  /** The name by which the page shows it alone. */
  shot: string;
}

/** A picture, by its address. */
export interface PictureBox extends BoxPlace {
  kind: 'picture';
  url: string;
  alt: string;
  /** The name by which the page shows it alone. */
  shot: string;
}

/** A line around or beneath something. */
export interface BoxLine {
  colour: string;
  width: number;
}

/** A ground or a line. */
export interface ShapeBox extends BoxPlace {
  kind: 'shape';
  /** Null where nothing is within its line. */
  fill: string | null;
  /** The line around it; null for none. */
  line: BoxLine | null;
  /** How round its corners are. */
  radius: number;
}

/** What stands on a slide, in the order in which it is painted. */
export type Box = TextBox | TableBox | DrawingBox | PictureBox | ShapeBox;

/** All that stands on a slide. */
export interface SlideBoxes {
  id: string;
  /** Colour of the paper. */
  ground: string;
  /** The picture or gradient that fills the slide behind all else; null for none. */
  backdrop: PictureBox | null;
  boxes: Box[];
}
