import type { SlideSource, SlideSpec } from './slide-file.ts';
import type { Problem, Span } from './problem.ts';

/** A slide in its place in a talk: found, with the words set beside `src` applied, and named. */
export interface ComposedSlide {
  /** Unique in the talk. */
  id: string;
  source: SlideSource;
  /** The slide's own front matter, overridden by what stands beside `src`. */
  spec: SlideSpec;
  /** The `src:` lines that brought it here, outermost first. */
  via: Span[];
  /** What is wrong with its front matter, its text or its place in the order. */
  problems: Problem[];
}
