import { ambiguousId, deadLink } from '../problems/problems.ts';
import type { ComposedSlide } from '../model/composed.ts';

/** Reports links to slides that are not in the talk or are ambiguous, each on its slide. */
export function checkLinks(
  slides: ComposedSlide[],
  ambiguous: ReadonlySet<string>,
): ComposedSlide[] {
  // Most talks have no links, so the targets are not collected.
  if (slides.every(({ source }) => source.anchors.links.length === 0)) return slides;
  const ids = slides.map(({ id }) => id);
  const known = new Set([...ids, ...slides.flatMap(({ source }) => source.anchors.ids)]);
  return slides.map((slide) => {
    const problems = slide.source.anchors.links.flatMap(({ to, span }) => {
      if (!known.has(to)) return [{ ...deadLink(to, ids, span), via: slide.via }];
      return ambiguous.has(to) ? [{ ...ambiguousId(to, 'this talk', span), via: slide.via }] : [];
    });
    if (problems.length === 0) return slide;
    return { ...slide, problems: [...slide.problems, ...problems] };
  });
}
