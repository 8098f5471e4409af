import type { Token } from '../model/token.ts';
import type { ComposedSlide } from '../model/composed.ts';
import { moveSpan } from '../source/shift-place.ts';
import type { Slide } from '../model/talk.ts';
import type { TalkContext } from './talk-context.ts';
import { isCurrent } from './slide-reads.ts';
import type { SlideParts, SlidePlace } from './slide-parts.ts';
import { renderSlide } from './render.ts';

/** Cache of rendered slides; an entry is dropped with its source text. */
export interface RenderCache {
  /** Rendered slides by their text and all other known inputs. */
  rendered: WeakMap<object, Map<string, RenderedSlide>>;
  /** The last result for an unchanged slide, and its talk. */
  found: WeakMap<ComposedSlide, { talk: string; rendered: RenderedSlide }>;
  /** Keys of the talk values that are on all slides. */
  talks: WeakMap<TalkContext, string>;
}

/** A rendered slide, with the facts that a talk reads from each of its slides. */
export interface RenderedSlide {
  parts: SlideParts;
  blocks: TalkContext['project']['blocks'];
  /** Whether it depends only on its text, and has no problem. */
  isPlain: boolean;
  isCounted: boolean;
  /** The section that it opens, with its title; null for none. */
  opens: { title: string } | null;
  /** The slide in its last place, and what it was made of. */
  placed: { of: ComposedSlide; slide: Slide } | null;
}

/** The place of a slide, and the places of its parts in files. */
type Placed = Pick<Slide, 'place' | 'via' | 'blocks' | 'code' | 'values'>;

/** Maximum number of cached places of a slide in talks and on days. */
const MAX_PLACES = 50;

/** Builds an empty cache. */
export function createRenderCache(): RenderCache {
  return {
    rendered: new WeakMap(),
    found: new WeakMap(),
    talks: new WeakMap(),
  };
}

/** Renders a slide, or returns it from the cache when no dependency has changed. */
export function renderCached(
  slide: ComposedSlide,
  lexNotes: () => readonly Token[],
  talk: TalkContext,
  cache: RenderCache,
): RenderedSlide {
  // Panels show adjacent lines, and hints show similar names, so slides with problems are rendered each time.
  const store = slide.problems.length === 0 ? cache : undefined;
  const cached = store && findCached(slide, talk, store);
  // Dependencies found during rendering are checked now.
  if (cached && isFresh(cached, talk)) return cached;
  const parts = renderSlide(slide, slide.source.notes ? lexNotes() : [], talk);
  const rendered = describeParts(slide, parts, talk);
  if (store && parts.problems.length === 0) keep(slide, rendered, describe(talk, store), store);
  return rendered;
}

/** Returns a slide in its place: as it was, moved there, or built; other dependencies are part of its key. */
export function placeCached(
  slide: ComposedSlide,
  rendered: RenderedSlide,
  place: SlidePlace,
  make: () => Slide,
): Slide {
  const { placed: last, parts } = rendered;
  if (last?.of === slide && isSamePlace(last.slide, place)) return last.slide;
  const placed = last ? { ...last.slide, ...movePlaces(slide, parts), ...place } : make();
  rendered.placed = { of: slide, slide: placed };
  return placed;
}

function isSamePlace(slide: Slide, { number, section, printedNumber }: SlidePlace): boolean {
  return (
    slide.number === number && slide.section === section && slide.printedNumber === printedNumber
  );
}

function describeParts(
  { spec }: ComposedSlide,
  parts: SlideParts,
  { project }: TalkContext,
): RenderedSlide {
  const { blocks, values, assets, problems, reads } = parts;
  const { datasets, assets: files, links, code, commits, diagrams } = reads;
  const isAlone = [datasets, files, links, code, commits, diagrams].every(({ size }) => size === 0);
  return {
    parts,
    blocks: project.blocks,
    isPlain: isAlone && [blocks, values, assets, problems].every(({ length }) => length === 0),
    isCounted: spec.visibility !== 'uncounted',
    opens: spec.layout === 'section' ? { title: parts.title } : null,
    placed: null,
  };
}

/** Returns the places of a slide and its parts, which may have moved since it was rendered. */
export function movePlaces({ source, via }: ComposedSlide, parts: SlideParts): Placed {
  const lines = source.span.line - parts.line;
  return {
    place: source.span,
    via,
    blocks: moveAll(parts.blocks, lines),
    values: moveAll(parts.values, lines),
    ...(parts.code.length > 0 ? { code: moveAll(parts.code, lines) } : {}),
  };
}

/** Returns the places of the files that a slide shows. */
export function moveAssets({ source }: ComposedSlide, parts: SlideParts): SlideParts['assets'] {
  return moveAll(parts.assets, source.span.line - parts.line);
}

function moveAll<Use extends Pick<Slide['values'][number], 'span'>>(
  uses: Use[],
  lines: number,
): Use[] {
  return lines === 0 ? uses : uses.map((use) => ({ ...use, span: moveSpan(use.span, lines) }));
}

function findCached(
  slide: ComposedSlide,
  context: TalkContext,
  cache: RenderCache,
): RenderedSlide | undefined {
  const talk = describe(context, cache);
  const found = cache.found.get(slide);
  if (found?.talk === talk) return found.rendered;
  const rendered = cache.rendered.get(slide.source.origin)?.get(keyOf(slide, talk));
  if (rendered) cache.found.set(slide, { talk, rendered });
  return rendered;
}

function keep(
  slide: ComposedSlide,
  rendered: RenderedSlide,
  talk: string,
  cache: RenderCache,
): void {
  const { origin } = slide.source;
  const kept = cache.rendered.get(origin);
  const places = kept && kept.size < MAX_PLACES ? kept : new Map<string, RenderedSlide>();
  cache.rendered.set(origin, places.set(keyOf(slide, talk), rendered));
  cache.found.set(slide, { talk, rendered });
}

function describe(talk: TalkContext, { talks }: Pick<RenderCache, 'talks'>): string {
  const known = talks.get(talk);
  if (known !== undefined) return known;
  const described = JSON.stringify([talk.asOf, talk.meta]);
  talks.set(talk, described);
  return described;
}

/** The origin identifies the slide's text; rendered HTML does not contain its place. */
function keyOf({ id, spec }: ComposedSlide, ofTalk: string): string {
  return `${ofTalk} ${JSON.stringify([id, spec])}`;
}

function isFresh({ isPlain, parts, blocks }: RenderedSlide, talk: TalkContext): boolean {
  if (blocks !== talk.project.blocks) return false;
  if (isPlain) return true;
  return isCurrent(parts.reads, talk);
}
