import type { ComposedSlide } from '../model/composed.ts';
import type { SlideFile, SlideSource } from '../model/slide-file.ts';

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
}

/** Returns an empty cache. */
export function createComposeCache(): ComposeCache {
  return { wantedIds: new WeakMap(), indexes: new WeakMap(), named: new WeakMap() };
}
