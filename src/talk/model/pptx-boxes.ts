import type { ColourName } from './look/tokens.ts';

/** A rectangle in slide pixels, from the slide's top left corner. */
export interface BoxPlace {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A run of text in one style. */
export interface TextStyle {
  /** Size of its letters in slide pixels. */
  size: number;
  /** Six hexadecimal digits. */
  colour: string;
  isBold: boolean;
  isItalic: boolean;
  isUnderlined: boolean;
  isStruck: boolean;
  /** Whether it is above the line, as the mark of a footnote is. */
  isRaised: boolean;
  /** Whether it is below the line, as numbers in chemistry are. */
  isLowered: boolean;
  /** Whether it is in the code face. */
  isMono: boolean;
  /** Link target; null for none. */
  link: string | null;
  /** Background colour; null for none. */
  ground: string | null;
}

/** Text of a paragraph. */
export interface BoxRun extends TextStyle {
  text: string;
}

/** Numbering of a list's items, as other programs count them. */
export interface BoxNumbering {
  /** Number of the first item of its uninterrupted series. */
  start: number;
  kind: 'decimal' | 'a' | 'A' | 'i' | 'I';
}

/** A paragraph of a text box. */
export interface BoxParagraph {
  runs: BoxRun[];
  align: 'left' | 'center' | 'right';
  isRightToLeft: boolean;
  /** List level, from 0; null outside lists. */
  level: number | null;
  /** Numbering as a list item; null for none. */
  numbering: BoxNumbering | null;
  /** Colour of the mark before it in a list; null for none. */
  mark: string | null;
}

/** Editable text on a slide. */
export interface TextBox extends BoxPlace {
  kind: 'text';
  isTitle: boolean;
  paragraphs: BoxParagraph[];
  /** Distance of two lines in slide pixels. */
  leading: number;
  /** Extra distance between two paragraphs. */
  gap: number;
  /** Whether each of its paragraphs takes one line. */
  isSingle: boolean;
  /** Baseline of its first line, from the top of the slide. */
  baseline: number;
  /** Distance of list text from the edge. */
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
  /** Whether the first column is on the right. */
  isRightToLeft: boolean;
}

/** A drawing, as SVG. */
export interface DrawingBox extends BoxPlace {
  kind: 'drawing';
  svg: string;
  /** Its own name; empty for none. */
  alt: string;
  /** Id of its block; null for none. */
  block: string | null;
  /** The name by which the page shows it alone. */
  shot: string;
}

/** A picture, by its address. */
export interface PictureBox extends BoxPlace {
  kind: 'picture';
  url: string;
  alt: string;
  /** Set for a photograph through which nothing shows. */
  isPhoto?: true;
  /** Target of the link around it; absent for none. */
  link?: string;
  /** The name by which the page shows it alone. */
  shot: string;
}

/** A line around or beneath something. */
export interface BoxLine {
  colour: string;
  width: number;
}

/** A gradient along a line. */
export interface BoxGradient {
  /** Degrees from a line to the right, clockwise. */
  angle: number;
  /** Colours along the line; `at` and `opacity` are from 0 to 1. */
  stops: { at: number; colour: string; opacity: number }[];
}

/** A ground or a line. */
export interface ShapeBox extends BoxPlace {
  kind: 'shape';
  /** Null for a shape without a fill. */
  fill: string | null;
  /** How much of what is behind it the fill covers, from 0 to 1; defaults to all. */
  opacity?: number;
  /** Takes the place of the fill. */
  gradient?: BoxGradient;
  /** The line around it; null for none. */
  line: BoxLine | null;
  /** Corner radius. */
  radius: number;
  /** Whether it is round; defaults to what its radius makes it. */
  isEllipse?: boolean;
}

/** A block that has a form of its own, as far as the page knows of it. */
export interface FormBox extends BoxPlace {
  kind: 'form';
  /** The id of the block. */
  block: string;
  /** The colours of the theme where it is, as six hexadecimal digits. */
  colours: Record<ColourName, string>;
  /** What the page shows, for a form that fails. */
  instead: Box[];
}

/** An object on a slide, in paint order. */
export type Box = TextBox | TableBox | DrawingBox | PictureBox | ShapeBox | FormBox;

/** All objects on a slide. */
export interface SlideBoxes {
  id: string;
  /** Colour of the paper. */
  ground: string;
  /** The picture or gradient that fills the slide behind all else; null for none. */
  backdrop: PictureBox | null;
  boxes: Box[];
}
