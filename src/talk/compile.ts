import { createCompileCache, type CompileCache } from './compile-cache.ts';
import { composeSlides } from './compose/compose.ts';
import {
  chooseAsOf,
  chooseTimezone,
  chooseUntil,
  composeMeta,
  nameTalk,
} from './compose/talk-meta.ts';
import { applyKit } from './compose/event-kit.ts';
import { checkStylesheet, readStyleNeeds } from './compose/stylesheet.ts';
import { checkRelay } from './compose/talk-relay.ts';
import type { ViewResult } from './data/view.ts';
import { openView } from './data/periods/open-view.ts';
import { viewDataset } from './data/view.ts';
import { placeData } from './data/placed-data.ts';
import { parseNotes } from './markdown/transform/note-tokens.ts';
import type { ComposedSlide } from './model/composed.ts';
import type { DatasetView, IsoDate } from './model/dataset.ts';
import type { SlideFile, TalkDefaults } from './model/slide-file.ts';
import type { Checked } from './model/problem.ts';
import { listLayouts } from './model/look/theme.ts';
import { describeLook } from './looks/own-look.ts';
import { checkTheme } from './compose/known-layout.ts';
import { distinctProblems } from './model/problem.ts';
import type { TalkProject } from './model/project.ts';
import type { Talk } from './model/talk.ts';
import { placeSlides, type DrawnSlide } from './render/place/place-slides.ts';
import { moveAssets, renderCached } from './render/render-cache.ts';
import type { TalkContext } from './render/talk-context.ts';
import { listIdleGlides } from './render/glides.ts';
import { renderSafely, withoutSlides } from './render/safely.ts';
import { composeEdges, listLogoFiles } from './render/edges/talk-edges.ts';
import { findTime } from './render/time/used-times.ts';
import { describeBlocks, findLive, listStill } from './render/used-blocks.ts';

/** Returns the day it is in a time zone; null for that of the machine. */
export type Calendar = (timezone: string | null) => IsoDate;

/** Inputs of a talk other than its files. */
export interface CompileOptions {
  /** The day it is compiled on, or a function that returns it for a time zone; null for the machine's. */
  today: IsoDate | Calendar;
  /** The day its data are computed for; defaults to the talk's `asOf`, else its date once that has come, else today. */
  asOf?: IsoDate;
  /** Defaults for keys that its front matter leaves out; none by default. */
  defaults?: TalkDefaults;
  /** A theme in place of the talk's own; it is one that there is. */
  theme?: string | undefined;
  /** Cache for the work of earlier calls; defaults to none. */
  cache?: CompileCache;
  /** Ids of the slides to render; the talk has no others. Defaults to all. */
  only?: ReadonlySet<string>;
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
  given: TalkProject,
  { cache = createCompileCache(), ...options }: CompileOptions,
): Checked<Talk> {
  const { today: calendar, asOf, defaults, only, theme: shown } = options;
  const own = applyKit(file.head ?? {}, defaults);
  const timezone = chooseTimezone(own, defaults);
  const zone = timezone === undefined ? {} : { timezone };
  const project = placeData(given, timezone ?? null, cache.placed);
  const { events: _, ...common } = defaults ?? {};
  const { theme: _theme, ...named } = { ...common, ...own, ...zone };
  const { problems: ofTheme, ...theme } = checkTheme(file, shown ?? _theme, project.looks);
  const spec = { ...named, ...theme };
  const today = typeof calendar === 'string' ? calendar : calendar(timezone ?? null);
  const day = asOf ?? chooseAsOf(spec, today);
  const plain = composeMeta(spec, file.path);
  const edges = composeEdges(file, { spec, meta: plain, asOf: day, project });
  const meta = edges.value ? { ...plain, edges: edges.value } : plain;
  const all = composeSlides(file, project, {
    ofTalk: [
      ...ofTheme,
      ...checkStylesheet(file, meta.css, project),
      ...checkRelay(file, meta.follow, project),
      ...edges.problems,
    ],
    layouts: listLayouts(project.looks, meta.theme),
    cache: cache.compose,
  });
  const composed = only ? all.filter(({ id }) => only.has(id)) : all;
  const context = openDay(day, { project, meta, isLinked: findLinked(all) });
  const drawn = composed.map((slide) => ({
    slide,
    rendered: renderSafely(slide, context, (given) =>
      renderCached(given, () => parseNotes(given.source), context, cache.render),
    ),
  }));
  const slides = placeSlides(drawn, context);
  const until = asOf === undefined ? chooseUntil(spec, today) : undefined;
  const isTimed = file.head?.time === true || slides.some(({ days }) => days !== undefined);
  const mayMove = (name: string): boolean =>
    isTimed || (until !== undefined && project.dataset(name)?.live !== undefined);
  const rich = drawn.filter(({ rendered }) => !rendered.isPlain);
  const talk: Talk = {
    name: nameTalk(file.path),
    file: file.path,
    meta,
    asOf: day,
    slides,
    datasets: listDatasets(rich, context, mayMove),
    ...describeBlocks(rich, project),
    ...describeLook(slides, meta.theme, project.looks),
    assets: [
      ...listLogoFiles(meta.edges ?? {}, file),
      ...rich.flatMap(({ slide, rendered: { parts } }) => moveAssets(slide, parts)),
    ],
  };
  if (meta.css !== null) talk.styleNeeds = readStyleNeeds(meta.css, project);
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
function viewOnDay(project: TalkProject, asOf: IsoDate): TalkContext['view'] {
  const views = new Map<string, ViewResult>();
  return function view(name): ViewResult | undefined {
    const known = views.get(name);
    if (known) return known;
    const dataset = project.dataset(name);
    const found = dataset
      ? viewDataset(dataset, asOf)
      : openView(name, { asOf }, (root) => (root === name ? undefined : view(root)));
    if (found) views.set(name, found);
    return found;
  };
}

/** Lists what pages need of the datasets: the parts that blocks show, and whole ones that are shown or may change. */
function listDatasets(
  drawn: readonly DrawnSlide[],
  { view }: TalkContext,
  mayMove: (dataset: string) => boolean,
): Record<string, DatasetView> {
  const reads = drawn.map(({ rendered }) => rendered.parts.reads);
  const names = new Set(reads.flatMap(({ datasets }) => [...datasets.keys()]));
  const parts = new Map(reads.flatMap((one) => [...one.parts]));
  const whole = new Set(reads.flatMap((one) => [...one.whole]));
  const entries = [...names]
    .filter((name) => whole.has(name) || mayMove(name))
    .map((name) => {
      const result = view(name);
      return result?.ok ? [[name, result.view] as const] : [];
    });
  return Object.fromEntries([...entries.flat(), ...parts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
