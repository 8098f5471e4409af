import type { ChartView } from '../../talk/blocks/chart/chart-view.ts';

/** A drawing as plain data, for rendering and for tests. */
export interface Scene {
  width: number;
  height: number;
  /** Marks in paint order. */
  marks: Mark[];
  /** Where values and places are; absent in a kind without an axis of values. */
  frame?: Frame;
}

/** Where the values, dates and points of a drawing are, for what is drawn over it. */
export interface Frame {
  plot: Plot;
  /** Lower edge of the title, the legend and the room for notes. */
  head: number;
  /** Whether values run from left to right, as in bars. */
  isSideways: boolean;
  toValue(value: number): number;
  /** Position of a date in days since 1970; absent where places are not along time. */
  toDay?(day: number): number;
  /** Position of a point; null where it has no value. */
  toPoint(place: number, series: number): readonly [number, number] | null;
}

/** The part of a drawing for values. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Lays out a chart in a rectangle. */
export type Lay = (view: ChartView, extent: Extent) => Scene;

/** Width and height of a drawing in slide pixels. */
export interface Extent {
  width: number;
  height: number;
  /** Whether text of the slide runs from right to left; absent for no. */
  isRightToLeft?: boolean;
  /** Whether it is one of several small charts, whose scales have to be the same; absent for no. */
  isFacet?: boolean;
  /** Whether it is the part of a drawing above an axis; absent for no. */
  hasAxis?: boolean;
  /** Text size of its title, where several charts share one; absent for one of its own. */
  titleSize?: number;
  /** Height above the values that is kept for notes; absent for none. */
  noteRoom?: number;
}

/** Common fields of marks. Marks with the same key in two scenes are one thing in two states. */
interface MarkBase {
  key: string;
  /** Class names for the stylesheet: `line tone-1`. */
  look: string;
  /** Initial state when it enters, e.g. a bar without height; defaults to fading in. */
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

/** A line or an area through points; null makes a gap. */
export interface PathMark extends MarkBase {
  kind: 'path';
  /** Height of zero, to which an area is filled; null for a line. */
  base: number | null;
  points: (PathPoint | null)[];
}

/** A point of a path; `key` identifies it across states. */
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
  /** Degrees by which it is turned around its point, clockwise; absent for none. */
  turn?: number;
}

/** Any mark. */
export type Mark = RectMark | StrokeMark | DotMark | PathMark | TextMark;
