/** A drawing as a value: what stands where, ready to be put on the screen or looked at in a test. */
export interface Scene {
  width: number;
  height: number;
  /** In the order they are painted. */
  marks: Mark[];
}

/** Width and height of a drawing in slide pixels. */
export interface Extent {
  width: number;
  height: number;
}

/** What all marks have. Two scenes' marks of one key are the same thing in two states. */
interface MarkBase {
  key: string;
  /** What it is, for the stylesheet: `line tone-1`. */
  look: string;
  /** Where it comes from when it enters, e.g. a bar without height; it fades in otherwise. */
  enter?: Record<string, number>;
}

/** A bar or a ground. */
export interface RectMark extends MarkBase {
  kind: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  radius?: number;
}

/** A straight stroke. */
export interface StrokeMark extends MarkBase {
  kind: 'line';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** A dot. */
export interface DotMark extends MarkBase {
  kind: 'circle';
  cx: number;
  cy: number;
  r: number;
}

/** A line or an area through points; null cuts a gap. */
export interface PathMark extends MarkBase {
  kind: 'path';
  /** Bottom of the area; null for a line. */
  base: number | null;
  points: (PathPoint | null)[];
}

/** A point of a path; `key` follows it from one state to the next. */
export interface PathPoint {
  key: string;
  x: number;
  y: number;
}

/** A line of text; `y` is its baseline. */
export interface TextMark extends MarkBase {
  kind: 'text';
  x: number;
  y: number;
  text: string;
  size: number;
  anchor: 'start' | 'middle' | 'end';
}

/** Anything that is drawn. */
export type Mark = RectMark | StrokeMark | DotMark | PathMark | TextMark;
