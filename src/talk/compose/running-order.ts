import type { OrderedSlide } from './ordered-slide.ts';
import {
  emptyInclude,
  includeCycle,
  missingInclude,
  tooManySlides,
  windowsPath,
} from '../problems/problems.ts';
import type { SlideFile, SlideSource, SlideSpec } from '../model/slide-file.ts';
import { isExternal, isPicture, relativePath, resolvePath, isWindowsPath } from '../text/path.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { TalkProject } from '../model/project.ts';
import { wantedId, wantedIdOf } from './slide-id.ts';
import type { ComposeCache } from './compose-cache.ts';
import { parseInclude } from './include.ts';
import { findAmbiguous, findNamed, isOwn, pickSlides } from './pick-slides.ts';

/** The current position in the running order: the files and `src:` lines that led to it. */
interface Trail {
  files: readonly string[];
  via: Span[];
  /** How many included slides are still allowed; files that include others twice double them at each level. */
  room: { left: number; isTold: boolean };
  cache: ComposeCache;
}

const MAX_INCLUDED = 10_000;

/** Lists a file's slides in order, with included slides in place of `src:` lines. */
export function orderSlides(
  file: SlideFile,
  project: TalkProject,
  cache: ComposeCache,
): OrderedSlide[] {
  return listSlides(file, project, {
    files: [file.path],
    via: [],
    room: { left: MAX_INCLUDED, isTold: false },
    cache,
  });
}

/** Groups a file's problems by slide; those above the first slide are under null. */
export function problemsBySlide(file: SlideFile): Map<SlideSource | null, Problem[]> {
  const groups = new Map<SlideSource | null, Problem[]>();
  for (const problem of file.problems) {
    const line = problem.span?.line ?? 0;
    const slide = file.slides.findLast(({ span }) => span.line <= line) ?? null;
    const group = groups.get(slide);
    if (group) group.push(problem);
    else groups.set(slide, [problem]);
  }
  return groups;
}

function listSlides(file: SlideFile, project: TalkProject, trail: Trail): OrderedSlide[] {
  return orderAll(file, file.slides, trail).flatMap((slide) => {
    const { src } = slide.spec;
    return src === undefined ? [slide] : includeSlides(slide, src, project, trail);
  });
}

function orderAll(
  file: SlideFile,
  slides: readonly SlideSource[],
  { via, cache }: Trail,
): OrderedSlide[] {
  const found = problemsBySlide(file);
  return slides.map((source) => {
    const problems = withMirrors(found.get(source) ?? [], via);
    return { wanted: wantedIdOf(source, cache), source, spec: source.spec, via, problems };
  });
}

/** Returns the slides that a `src:` line names; a problem becomes a slide in their place. */
function includeSlides(
  line: OrderedSlide,
  src: string,
  project: TalkProject,
  trail: Trail,
): OrderedSlide[] {
  const { source } = line;
  const span = source.keySpans.src ?? source.span;
  const include = parseInclude(src, span);
  const path = resolvePath(source.span.file, include.path);
  const fault = (problem: Problem): OrderedSlide => ({
    ...line,
    source: { ...source, origin: {}, tokens: [] },
    problems: withMirrors([problem], trail.via),
  });
  if (trail.files.includes(path)) return [fault(includeCycle([...trail.files, path], span))];
  const file = project.slideFile(path);
  if (!file) {
    const paths = project.slidePaths.map((name) => relativePath(source.span.file, name));
    return [
      fault(
        (isWindowsPath(include.path) ? windowsPath : missingInclude)(include.path, paths, span),
      ),
    ];
  }
  const { room, cache } = trail;
  if (room.left <= 0) return [];
  const inside = { files: [...trail.files, path], via: [...trail.via, span], room, cache };
  const named = include.ids && findNamed(file, include.ids, cache);
  const all = named ? orderAll(file, named, inside) : listSlides(file, project, inside);
  room.left -= include.ids?.length ?? file.slides.filter(isOwn).length;
  if (room.left <= 0 && !room.isTold) {
    room.isTold = true;
    return [...all, fault(tooManySlides(MAX_INCLUDED, span))];
  }
  if (all.length === 0) return [fault(emptyInclude(path, span))];
  const picked = named || !include.ids ? all : pickSlides(all, include.ids, path, fault);
  const unclear = include.ids ? findAmbiguous(file, all, include.ids, cache) : [];
  const problems = [...line.problems, ...withMirrors(unclear, trail.via)];
  return override(picked, { ...line, problems });
}

/** Applies the keys beside `src`, which override the slides' own; an id applies only to a single slide. */
function override(slides: OrderedSlide[], line: OrderedSlide): OrderedSlide[] {
  const { src: _, id, ...rest } = fromRoot(line);
  const beside = id !== undefined && slides.length === 1 ? { ...rest, id } : rest;
  const keys = Object.keys(beside);
  if (keys.length === 0 && line.problems.length === 0) return slides;
  const spans = line.source.keySpans;
  return slides.map((slide, index) => {
    const spec = { ...slide.spec, ...beside };
    const keySpans = { ...slide.source.keySpans, ...pickKeys(spans, keys) };
    const wanted = wantedId(spec, slide.source.tokens);
    const all = index === 0 ? [...line.problems, ...slide.problems] : slide.problems;
    return { ...slide, source: { ...slide.source, keySpans }, spec, wanted, problems: all };
  });
}

/** Resolves a picture relative to the file that names it, as the slide can be included from another. */
function fromRoot({ spec, source }: OrderedSlide): SlideSpec {
  const { background } = spec;
  if (background === undefined || isExternal(background) || !isPicture(background)) return spec;
  return { ...spec, background: `/${resolvePath(source.span.file, background)}` };
}

function pickKeys(
  spans: SlideSource['keySpans'],
  keys: readonly string[],
): SlideSource['keySpans'] {
  return Object.fromEntries(Object.entries(spans).filter(([key]) => keys.includes(key)));
}

function withMirrors(problems: readonly Problem[], via: Span[]): Problem[] {
  if (via.length === 0) return [...problems];
  return problems.map((problem) => ({ ...problem, via: problem.via ?? via }));
}
