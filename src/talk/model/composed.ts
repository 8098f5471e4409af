import type { SlideSource, SlideSpec } from './slide-file.ts';
import type { Problem, Span } from './problem.ts';

/** A slide in its place in a talk, with its id and with the keys beside `src` applied. */
export interface ComposedSlide {
  /** Unique in the talk. */
  id: string;
  source: SlideSource;
  /** The slide's own front matter, overridden by the keys beside `src`. */
  spec: SlideSpec;
  /** The `src:` lines that lead to it, outermost first. */
  via: Span[];
  /** Problems of its front matter, its text or its place in the order. */
  problems: Problem[];
}
