import type { Token } from 'marked';
import type { ComposedSlide } from '../model/composed.ts';
import type { TalkContext } from './context.ts';
import type { SlideParts } from './slide.ts';
import { renderSlide } from './slide.ts';

/** Rendered slides by everything that is known before rendering; what comes to light on the way is checked on use. */
export type RenderCache = Map<string, CachedSlide>;

interface CachedSlide {
  parts: SlideParts;
  blocks: TalkContext['project']['blocks'];
}

/** Renders a slide, or takes it from the cache when nothing it depends on has changed. */
export function renderCached(
  slide: ComposedSlide,
  lexNotes: () => readonly Token[],
  talk: TalkContext,
  cache: RenderCache | undefined,
): SlideParts {
  const key = cache ? keyOf(slide, talk) : '';
  const cached = cache?.get(key);
  if (cached && isFresh(cached, talk)) return cached.parts;
  const parts = renderSlide(slide, slide.source.notes ? lexNotes() : [], talk);
  // Panels show the lines around and hints name the neighbours, so what has problems is rendered each time.
  if (parts.problems.length === 0) cache?.set(key, { parts, blocks: talk.project.blocks });
  return parts;
}

function keyOf({ id, source, spec, via, problems }: ComposedSlide, talk: TalkContext): string {
  const { span, raw } = source;
  return JSON.stringify([id, span, raw, spec, via, problems, talk.asOf, talk.meta]);
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
