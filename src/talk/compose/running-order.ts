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
import { parseInclude } from './include.ts';
import { findAmbiguous, findNamed, isOwn, pickSlides } from './pick-slides.ts';

/** Where the running order has arrived: the files and `src:` lines that led there. */
interface Trail {
  files: readonly string[];
  via: Span[];
  /** How many slides may still come from other files; files that include others twice double them each time. */
  room: { left: number; isTold: boolean };
}

const MAX_INCLUDED = 10_000;

/** Lists a file's slides in order, those of `src:` lines in their place. */
export function orderSlides(file: SlideFile, project: TalkProject): OrderedSlide[] {
  return listSlides(file, project, {
    files: [file.path],
    via: [],
    room: { left: MAX_INCLUDED, isTold: false },
  });
}

/** Splits a file's problems by the slide they stand in; those above the first slide are kept under null. */
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
  return orderAll(file, file.slides, trail.via).flatMap((slide) => {
    const { src } = slide.spec;
    return src === undefined ? [slide] : includeSlides(slide, src, project, trail);
  });
}

function orderAll(file: SlideFile, slides: readonly SlideSource[], via: Span[]): OrderedSlide[] {
  const found = problemsBySlide(file);
  return slides.map((source) => {
    const problems = withVia(found.get(source) ?? [], via);
    return { wanted: wantedIdOf(source), source, spec: source.spec, via, problems };
  });
}

/** Puts the slides that a `src:` line names in its place; what is wrong with it stands there as a slide. */
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
    problems: withVia([problem], trail.via),
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
  const { room } = trail;
  if (room.left <= 0) return [];
  const inside = { files: [...trail.files, path], via: [...trail.via, span], room };
  const named = include.ids && findNamed(file, include.ids);
  const all = named ? orderAll(file, named, inside.via) : listSlides(file, project, inside);
  room.left -= include.ids?.length ?? file.slides.filter(isOwn).length;
  if (room.left <= 0 && !room.isTold) {
    room.isTold = true;
    return [...all, fault(tooManySlides(MAX_INCLUDED, span))];
  }
  if (all.length === 0) return [fault(emptyInclude(path, span))];
  const picked = named || !include.ids ? all : pickSlides(all, include.ids, path, fault);
  const unclear = include.ids ? findAmbiguous(file, all, include.ids) : [];
  const problems = [...line.problems, ...withVia(unclear, trail.via)];
  return override(picked, { ...line, problems });
}

/** Keys set beside `src` win over the slides' own, and problems with them stand there; an id only where it can mean one slide. */
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

/** A picture is meant from the file that names it, and the slide stands in another. */
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

function withVia(problems: readonly Problem[], via: Span[]): Problem[] {
  if (via.length === 0) return [...problems];
  return problems.map((problem) => ({ ...problem, via: problem.via ?? via }));
}
