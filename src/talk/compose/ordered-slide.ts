import type { Problem, Span } from '../model/problem.ts';
import type { SlideSource, SlideSpec } from '../model/slide-file.ts';

/** A slide of the running order before it has its final id. */
export interface OrderedSlide {
  /** Empty where it has neither id nor title. */
  wanted: string;
  source: SlideSource;
  spec: SlideSpec;
  via: Span[];
  problems: Problem[];
}
