import type { DataUse, IsoDate } from '../model/dataset.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadableSlide } from '../model/slide/readable-slide.ts';
import type { AssetUse, BlockUse, CodeUse, Slide, ValueUse } from '../model/talk.ts';
import type { Background } from './background.ts';
import type { SlideEdges } from './edges/slide-edges.ts';
import type { Fit } from './fit/fit.ts';
import type { SlideReads } from './slide-reads.ts';

/** The parts of a slide that do not depend on its place in the talk. */
export interface SlideParts extends ReadableSlide {
  /** The slide's line when it was rendered; places in its parts are relative to it. */
  line: number;
  title: string;
  /** HTML of the title; empty for none. */
  head: string;
  body: string;
  /** References, which stand with the sources; empty for none. */
  references: string;
  /** The author's styles, scoped to the slide; empty for none. */
  style: string;
  notes: string;
  steps: number;
  /** The days that it shows, the talk's own at the end; empty without `dates`. */
  days: IsoDate[];
  /** The marks of the steps between them. */
  dayMarks: string;
  background: Background;
  fit: Fit;
  edges: SlideEdges;
  /** Whether its longest code is for the camera. */
  isFilmed: boolean;
  blocks: BlockUse[];
  code: CodeUse[];
  values: ValueUse[];
  uses: DataUse[];
  assets: AssetUse[];
  problems: Problem[];
  reads: SlideReads;
}

/** The place of a slide in its talk. */
export type SlidePlace = Pick<Slide, 'number' | 'section' | 'printedNumber'>;
