import type { Row } from '../../src/talk/model/dataset.ts';

/** A drawing to try: a block, the rows it shows and the slide it is on. It is plain JSON, so that it can be shortened. */
export interface Drawing {
  kind: Kind;
  /** The body of the block, without the name of its dataset. */
  spec: Spec;
  rows: Row[];
  /** Column that tells rows of one date apart; null for none. */
  key: string | null;
  /** Unit of the dataset; null for none. */
  unit: string | null;
  setting: Setting;
  /** Language of the talk. */
  language: string;
}

/** What decides the marks of a drawing. */
export type Body = Pick<Drawing, 'spec' | 'rows' | 'key'>;

/** The keys of a block that the generator writes. */
export interface Spec {
  type?: string;
  x?: string;
  y?: string | string[];
  label?: string;
  [key: string]: unknown;
}

/** What is drawn: the types of a chart, the series of a figure, and a timeline. */
export const KINDS = [
  'bar',
  'column',
  'dot',
  'line',
  'area',
  'slope',
  'stacked',
  'percent',
  'range',
  'scatter',
  'histogram',
  'heatmap',
  'facets',
  'spark',
  'timeline',
  'kernel-timeline',
] as const;

/** One of `KINDS`. */
export type Kind = (typeof KINDS)[number];

/** Releases on a time axis: in general, and of the kernel. */
export const TIMELINES: readonly Kind[] = ['timeline', 'kernel-timeline'];

/** What else is on the slide, which decides the size of the drawing. */
export const SETTINGS = [
  'alone',
  'bare',
  'long-title',
  'paragraph',
  'list',
  'two-columns',
  'three-columns',
  'twice',
  'figure',
] as const;

/** One of `SETTINGS`. */
export type Setting = (typeof SETTINGS)[number];
