import type { Token } from 'marked';
import type { ComposedSlide } from '../model/composed.ts';
import type { Slide } from '../model/talk.ts';
import type { TalkContext } from './context.ts';
import type { SlideParts } from './slide.ts';
import { renderSlide } from './slide.ts';

/** What was made of slides, for the next time; it is forgotten with the text that it was made of. */
export interface RenderCache {
  /** Rendered slides, by their text and by all else that is known before rendering. */
  rendered: WeakMap<readonly Token[], Map<string, CachedSlide>>;
  /** Slides in their place, by what was rendered of them. */
  placed: WeakMap<SlideParts, Slide>;
  /** What a talk says on all its slides, in words to compare. */
  talks: WeakMap<TalkContext, string>;
}

interface CachedSlide {
  parts: SlideParts;
  blocks: TalkContext['project']['blocks'];
}

/** A slide that many talks show on many days is kept for so many of them. */
const MOST_PLACES = 50;

/** Makes an empty cache. */
export function createRenderCache(): RenderCache {
  return { rendered: new WeakMap(), placed: new WeakMap(), talks: new WeakMap() };
}

/** Renders a slide, or takes it from the cache when nothing it depends on has changed. */
export function renderCached(
  slide: ComposedSlide,
  lexNotes: () => readonly Token[],
  talk: TalkContext,
  cache: RenderCache | undefined,
): SlideParts {
  const key = cache ? keyOf(slide, talk, cache) : '';
  const kept = cache?.rendered.get(slide.source.tokens);
  const cached = kept?.get(key);
  // What came to light while it was rendered is checked now.
  if (cached && isFresh(cached, talk)) return cached.parts;
  const parts = renderSlide(slide, slide.source.notes ? lexNotes() : [], talk);
  // Panels show the lines around and hints name the neighbours, so what has problems is rendered each time.
  if (cache && parts.problems.length === 0) {
    const places = kept && kept.size < MOST_PLACES ? kept : new Map<string, CachedSlide>();
    places.set(key, { parts, blocks: talk.project.blocks });
    cache.rendered.set(slide.source.tokens, places);
  }
  return parts;
}

/** Takes a slide in its place from the cache, or puts it there; what else its parts rest on stands in their own key. */
export function placeCached(
  parts: SlideParts,
  place: Pick<Slide, 'number' | 'section'>,
  cache: RenderCache | undefined,
  make: () => Slide,
): Slide {
  const last = cache?.placed.get(parts);
  if (last && last.number === place.number && last.section === place.section) return last;
  const slide = make();
  cache?.placed.set(parts, slide);
  return slide;
}

/** The tokens stand for the slide's text and its lines: they are read anew together. */
function keyOf(slide: ComposedSlide, talk: TalkContext, { talks }: RenderCache): string {
  const { id, spec, via, problems } = slide;
  const ofTalk = talks.get(talk) ?? JSON.stringify([talk.asOf, talk.meta]);
  talks.set(talk, ofTalk);
  return `${ofTalk} ${JSON.stringify([id, spec, via, problems])}`;
}

function isFresh({ parts: { reads }, blocks }: CachedSlide, { project }: TalkContext): boolean {
  if (blocks !== project.blocks) return false;
  for (const [name, dataset] of reads.datasets) {
    if (project.dataset(name) !== dataset) return false;
  }
  for (const [path, isThere] of reads.assets) {
    if (project.hasAsset(path) !== isThere) return false;
  }
  return true;
}
