import { createCompileCache, type CompileCache } from './compile-cache.ts';
import { composeSlides } from './compose/compose.ts';
import { chooseAsOf, chooseUntil, composeMeta, nameTalk } from './compose/talk-meta.ts';
import { checkStylesheet, readStyleNeeds } from './compose/stylesheet.ts';
import { checkRelay } from './compose/talk-relay.ts';
import type { ViewResult } from './data/view.ts';
import { viewDataset } from './data/view.ts';
import { parseNotes } from './markdown/transform/note-tokens.ts';
import type { ComposedSlide } from './model/composed.ts';
import type { DatasetView, IsoDate } from './model/dataset.ts';
import type { SlideFile, TalkDefaults } from './model/slide-file.ts';
import type { Checked } from './model/problem.ts';
import { distinctProblems } from './model/problem.ts';
import type { TalkProject } from './model/project.ts';
import type { Slide, Talk, TalkMeta, Visibility } from './model/talk.ts';
import type { RenderedSlide } from './render/render-cache.ts';
import { moveAssets, movePlaces, placeCached, renderCached } from './render/render-cache.ts';
import type { TalkContext } from './render/talk-context.ts';
import { listIdleGlides } from './render/glides.ts';
import { renderSafely, withoutSlides } from './render/safely.ts';
import { renderSection } from './render/section.ts';
import { findTime } from './render/time/used-times.ts';
import { describeBlocks, findLive, listStill } from './render/used-blocks.ts';
import type { SlideParts } from './render/slide-parts.ts';

/** Inputs of a talk other than its files. */
export interface CompileOptions {
  /** The day it is compiled on. */
  today: IsoDate;
  /** The day its data are computed for; defaults to the talk's `asOf`, else its date once that has come, else today. */
  asOf?: IsoDate;
  /** Defaults for keys that its front matter leaves out; none by default. */
  defaults?: TalkDefaults;
  /** Cache for the work of earlier calls; defaults to none. */
  cache?: CompileCache;
}

/** Compiles a talk: renders its slides in order with data and date, and collects all problems. */
export function compileTalk(
  file: SlideFile,
  project: TalkProject,
  options: CompileOptions,
): Checked<Talk> {
  try {
    return compileFile(file, project, options);
  } catch (error) {
    return compileFile(withoutSlides(file, error, project), project, options);
  }
}

function compileFile(
  file: SlideFile,
  project: TalkProject,
  { today, asOf, cache = createCompileCache(), defaults }: CompileOptions,
): Checked<Talk> {
  const spec = { ...defaults, ...file.head };
  const meta = composeMeta(spec, file.path);
  const day = asOf ?? chooseAsOf(spec, today);
  const composed = composeSlides(file, project, {
    ofTalk: [
      ...checkStylesheet(file, meta.css, project),
      ...checkRelay(file, meta.follow, project),
    ],
    cache: cache.compose,
  });
  const context = openDay(day, { project, meta, isLinked: findLinked(composed) });
  const drawn = composed.map((slide) => ({
    slide,
    rendered: renderSafely(slide, context, (given) =>
      renderCached(given, () => parseNotes(given.source), context, cache.render),
    ),
  }));
  const slides = placeSlides(drawn, context);
  const rich = drawn.filter(({ rendered }) => !rendered.isPlain);
  const talk: Talk = {
    name: nameTalk(file.path),
    file: file.path,
    meta,
    asOf: day,
    slides,
    datasets: listDatasets(rich, context),
    ...describeBlocks(rich, project),
    assets: rich.flatMap(({ slide, rendered: { parts } }) => moveAssets(slide, parts)),
  };
  if (meta.css !== null) talk.styleNeeds = readStyleNeeds(meta.css, project);
  const until = asOf === undefined ? chooseUntil(spec, today) : undefined;
  const live = until === undefined ? null : findLive(talk, until, project);
  if (live) talk.live = live;
  const time = findTime(talk, file, project);
  if (time.value) talk.time = time.value;
  const idle = listIdleGlides(drawn);
  const onSlides = rich.flatMap(({ rendered }) => rendered.parts.problems);
  const ofTalk = [...idle, ...time.problems, ...listStill(talk, project)];
  return {
    value: talk,
    problems: distinctProblems([...onSlides, ...ofTalk]),
  };
}

interface DrawnSlide {
  slide: ComposedSlide;
  rendered: RenderedSlide;
}

/** Collects the link targets of a talk on first use. */
function findLinked(slides: readonly ComposedSlide[]): TalkContext['isLinked'] {
  let linked: Set<string> | null = null;
  return (id) => {
    linked ??= new Set(slides.flatMap(({ source }) => source.anchors.links.map(({ to }) => to)));
    return linked.has(id);
  };
}

/** Builds what slides of a talk share on a day. */
function openDay(
  asOf: IsoDate,
  shared: Pick<TalkContext, 'project' | 'meta' | 'isLinked'>,
): TalkContext {
  const onDay = (day: IsoDate): TalkContext => ({ ...openDay(day, shared), isEarlier: true });
  return { ...shared, asOf, view: viewOnDay(shared.project, asOf), onDay };
}

/** Computes each dataset's view of the day once. */
function viewOnDay(project: TalkProject, day: IsoDate): TalkContext['view'] {
  const views = new Map<string, ViewResult>();
  return (name) => {
    const dataset = project.dataset(name);
    if (!dataset) return undefined;
    const view = views.get(name) ?? viewDataset(dataset, day);
    views.set(name, view);
    return view;
  };
}

/** Numbers the slides and assigns their section. */
function placeSlides(drawn: readonly DrawnSlide[], { meta }: TalkContext): Slide[] {
  let section: string | null = null;
  let counted = 0;
  return drawn.map(({ slide, rendered }) => {
    const number = rendered.isCounted ? ++counted : null;
    if (rendered.opens) section = rendered.opens.title || null;
    const place = { number, section };
    const make = (): Slide => placeSlide(slide, rendered.parts, { ...place, meta });
    return placeCached(slide, rendered, place, make);
  });
}

/** Writes a slide's `<section>`. */
function placeSlide(
  slide: ComposedSlide,
  parts: SlideParts,
  { number, section, meta }: Pick<Slide, 'number' | 'section'> & { meta: TalkMeta },
): Slide {
  const { id, spec } = slide;
  const layout = spec.layout ?? 'default';
  const visibility: Visibility = spec.visibility === 'uncounted' ? 'uncounted' : 'shown';
  const classes = spec.class?.split(/\s+/).filter(Boolean) ?? [];
  const time = spec.time ?? null;
  const { title, steps, uses, notes, text, wording, problems } = parts;
  const { place, via, blocks, values, code } = movePlaces(slide, parts);
  const isGliding = spec.transition === 'morph';
  const at = { meta, layout, classes, visibility, number, time, isGliding };
  const html = renderSection(id, parts, at);
  return {
    id,
    title,
    layout,
    classes,
    visibility,
    place,
    via,
    section,
    number,
    steps,
    time,
    ...(parts.days.length > 0 ? { days: parts.days } : {}),
    blocks,
    values,
    ...(code ? { code } : {}),
    uses,
    notes,
    html,
    text,
    wording,
    problems,
  };
}

function listDatasets(
  drawn: readonly DrawnSlide[],
  { view }: TalkContext,
): Record<string, DatasetView> {
  const names = new Set(drawn.flatMap(({ rendered }) => [...rendered.parts.reads.datasets.keys()]));
  const entries = [...names].sort().flatMap((name) => {
    const result = view(name);
    return result?.ok ? [[name, result.view] as const] : [];
  });
  return Object.fromEntries(entries);
}
