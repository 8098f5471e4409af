import type { Problem, Span } from '../../model/problem.ts';

/** What a slide's tokens are transformed with, and what comes to light on the way. */
export interface TransformContext {
  blockNames: readonly string[];
  problems: Problem[];
  /** Comments that may be notes, and containers for notes, in order. */
  comments: HiddenWords[];
  /** Whether code tokens stay unchanged; defaults to false. */
  keepsCode?: boolean;
  /** Whether the tokens are notes; defaults to false. */
  inNotes?: boolean;
}

/** Text that no slide shows. */
export interface HiddenWords {
  text: string;
  span: Span;
  /** Whether it is in a container for notes. */
  isContainer?: boolean;
}
