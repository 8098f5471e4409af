import { ambiguousId, unknownSlide } from '../problems/problems.ts';
import type { SlideFile, SlideSource } from '../model/slide-file.ts';
import type { Problem } from '../model/problem.ts';
import type { ComposeCache, SlideIndex } from './compose-cache.ts';
import { listAmbiguous, nameInFile, toNamed, wantedIdOf } from './slide-id.ts';
import type { IncludedId } from './include.ts';
import type { OrderedSlide } from './ordered-slide.ts';

/** Finds slides of a file by id without its other slides; null when one is missing or the file has includes. */
export function findNamed(
  file: SlideFile,
  ids: readonly IncludedId[],
  cache: ComposeCache,
): SlideSource[] | null {
  const index = indexFile(file, cache);
  const slides = ids.flatMap(({ id }) => index.slides.get(id) ?? []);
  return slides.length === 0 || slides.length < ids.length ? null : slides;
}

/** Picks slides by id; `fault` converts the problem of an unknown id. */
export function pickSlides(
  slides: readonly OrderedSlide[],
  ids: readonly IncludedId[],
  path: string,
  fault: (problem: Problem) => OrderedSlide,
): OrderedSlide[] {
  const names = nameInFile(slides.map(toNamed));
  return ids.map(({ id, span }) => {
    const slide = id === '' ? undefined : slides[names.indexOf(id)];
    return slide ?? fault(unknownSlide(id, names.filter(Boolean), path, span));
  });
}

/** Reports ids that match several slides of a file or of its includes. */
export function findAmbiguous(
  file: SlideFile,
  slides: readonly OrderedSlide[],
  ids: readonly IncludedId[],
  cache: ComposeCache,
): Problem[] {
  const isWhole = file.slides.every(isOwn);
  const ambiguous = isWhole ? indexFile(file, cache).ambiguous : listAmbiguous(slides.map(toNamed));
  return ids
    .filter(({ id }) => ambiguous.has(id))
    .map(({ id, span }) => ambiguousId(id, file.path, span));
}

/** Reports whether a slide is written in its file rather than included. */
export function isOwn({ spec }: SlideSource): boolean {
  return spec.src === undefined;
}

function indexFile(file: SlideFile, cache: ComposeCache): SlideIndex {
  const known = cache.indexes.get(file);
  if (known) return known;
  const own = file.slides.every(isOwn) ? file.slides : [];
  const names = own.map((slide) => toNamed({ wanted: wantedIdOf(slide, cache), spec: slide.spec }));
  const ids = nameInFile(names);
  const slides = new Map(own.map((slide, at) => [ids[at] ?? '', slide]));
  const index = { slides, ambiguous: listAmbiguous(names) };
  cache.indexes.set(file, index);
  return index;
}
