import { duplicateId, noSlides } from '../problems/problems.ts';
import type { ComposedSlide } from '../model/composed.ts';
import type { SlideLayout } from '../model/look/theme.ts';
import {
  emptySource,
  type SlideFile,
  type SlideSource,
  type SlideSpec,
} from '../model/slide-file.ts';
import type { Layout } from '../model/talk.ts';
import type { Problem } from '../model/problem.ts';
import type { TalkProject } from '../model/project.ts';
import type { ComposeCache } from './compose-cache.ts';
import { listAmbiguous, takeId, toNamed } from './slide-id.ts';
import { deriveLayout } from './derive-layout.ts';
import { withKnownLayout } from './known-layout.ts';
import { checkLinks } from './talk-links.ts';
import { checkTimes } from './talk-times.ts';
import type { OrderedSlide } from './ordered-slide.ts';
import { orderSlides, problemsBySlide } from './running-order.ts';

/** What a talk's slides are composed with. */
export interface ComposeOptions {
  /** Problems of the whole talk. */
  ofTalk: readonly Problem[];
  /** Layouts of the project's own; defaults to none. */
  layouts?: readonly SlideLayout[];
  cache: ComposeCache;
}

/**
 * Orders and names a talk's slides; an empty talk gets one slide that reports it. Problems of the whole talk,
 * including those of the caller, belong to the first slide.
 */
export function composeSlides(
  file: SlideFile,
  project: TalkProject,
  { ofTalk, layouts = [], cache }: ComposeOptions,
): ComposedSlide[] {
  const ordered = orderSlides(file, project, cache)
    .filter(({ spec }) => spec.visibility !== 'hidden')
    .map((slide) => withKnownLayout(slide, layouts))
    .map((slide, index) => withLayout(slide, index === 0 ? (file.head?.title ?? '') : null, cache));
  const slides = checkLinks(
    nameSlides(ordered, namer(file.path, cache)),
    listAmbiguous(ordered.map(toNamed)),
  );
  const loose = [
    ...(problemsBySlide(file).get(null) ?? []),
    ...checkTimes(file, slides),
    ...ofTalk,
  ];
  const [first, ...rest] = slides;
  if (!first) return [emptySlide(file, loose)];
  if (loose.length === 0) return slides;
  return [{ ...first, problems: [...loose, ...first.problems] }, ...rest];
}

/** Gives a slide without a layout the one that follows from its content. */
function withLayout(
  slide: OrderedSlide,
  title: string | null,
  { derived, layouts }: ComposeCache,
): OrderedSlide {
  const { spec, source } = slide;
  const layout = spec.layout === undefined ? findLayout(source, title, layouts) : undefined;
  if (layout === undefined) return slide;
  const known = derived.get(spec) ?? new Map<Layout, SlideSpec>();
  derived.set(spec, known);
  const own = known.get(layout) ?? { ...spec, layout };
  known.set(layout, own);
  return { ...slide, spec: own };
}

/** Derives the layout of a slide; that of one which is not the first is known until its text changes. */
function findLayout(
  source: SlideSource,
  title: string | null,
  layouts: ComposeCache['layouts'],
): Layout | undefined {
  if (title !== null) return deriveLayout(source, title);
  const { origin } = source;
  if (!layouts.has(origin)) layouts.set(origin, deriveLayout(source, null));
  return layouts.get(origin);
}

/**
 * Assigns an id to every slide: the first of a name keeps it, and a slide without a name gets its position. A repeated
 * title gets a number; a repeated id of the author is a problem.
 */
function nameSlides(
  slides: readonly OrderedSlide[],
  nameSlide: (slide: OrderedSlide, id: string) => ComposedSlide,
): ComposedSlide[] {
  const owners = new Map<string, OrderedSlide>();
  for (const slide of slides) {
    if (slide.wanted && !owners.has(slide.wanted)) owners.set(slide.wanted, slide);
  }
  const taken = new Map([...owners.keys()].map((id) => [id, 1]));
  return slides.map((slide, index) => {
    const { wanted } = slide;
    const owner = owners.get(wanted);
    if (owner === slide) return nameSlide(slide, wanted);
    const id = takeId(wanted || `slide-${index + 1}`, taken);
    if (!owner || slide.spec.id === undefined) return nameSlide(slide, id);
    const span = slide.source.keySpans.id ?? slide.source.span;
    const problem = { ...duplicateId(wanted, placeOf(owner), span), via: slide.via };
    return nameSlide({ ...slide, problems: [...slide.problems, problem] }, id);
  });
}

/** A slide is cached for at most this many talks and ids. */
const MAX_PLACES = 50;

/** Builds the function that names a talk's slides. It returns the previous object when nothing changed, so that caches keyed by it still hit. */
function namer(talk: string, { named }: ComposeCache) {
  return ({ source, spec, via, problems }: OrderedSlide, id: string): ComposedSlide => {
    const key = `${talk}#${id}`;
    const kept = named.get(source);
    const last = kept?.get(key);
    const isSame = last?.spec === spec && isSameList(last.via, via);
    if (isSame && isSameList(last.problems, problems)) return last;
    const slide = { id, source, spec, via, problems };
    const places = kept && kept.size < MAX_PLACES ? kept : new Map<string, ComposedSlide>();
    named.set(source, places.set(key, slide));
    return slide;
  };
}

function isSameList<Item>(before: readonly Item[], after: readonly Item[]): boolean {
  return before.length === after.length && before.every((item, at) => item === after[at]);
}

function placeOf({ source }: OrderedSlide): string {
  return `${source.span.file}:${source.span.line}`;
}

function emptySlide(file: SlideFile, loose: readonly Problem[]): ComposedSlide {
  const source = emptySource(file);
  const problems = [...loose, noSlides({ ...source.span, length: 0 })];
  return { id: 'slide-1', source, spec: {}, via: [], problems };
}
