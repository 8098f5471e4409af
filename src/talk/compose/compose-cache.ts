import type { ComposedSlide } from '../model/composed.ts';
import type { Layout } from '../model/talk.ts';
import type { SlideFile, SlideSource, SlideSpec } from '../model/slide-file.ts';

/** A file's slides by the ids that `src` accepts. */
export interface SlideIndex {
  slides: ReadonlyMap<string, SlideSource>;
  /** Ids that match several slides. */
  ambiguous: ReadonlySet<string>;
}

/** Caches of the running order; an entry is dropped with the file or slide it was made from. */
export interface ComposeCache {
  /** Preferred ids, by the origin of the slide's text. */
  wantedIds: WeakMap<object, string>;
  indexes: WeakMap<SlideFile, SlideIndex>;
  /** Composed slides, by talk and id. */
  named: WeakMap<SlideSource, Map<string, ComposedSlide>>;
  /** The layouts that follow from content, by the origin of the slide's text: to read it again copies the tokens of a slide that moved. */
  layouts: WeakMap<object, Layout | undefined>;
  /** The keys of slides with a layout that follows from their content. */
  derived: WeakMap<SlideSpec, Map<Layout, SlideSpec>>;
}

/** Returns an empty cache. */
export function createComposeCache(): ComposeCache {
  return {
    wantedIds: new WeakMap(),
    indexes: new WeakMap(),
    named: new WeakMap(),
    layouts: new WeakMap(),
    derived: new WeakMap(),
  };
}
