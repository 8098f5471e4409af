import { deadLink } from '../model/catalogue.ts';
import type { ComposedSlide } from '../model/composed.ts';

/** Reports links to slides that are not in the talk, each on the slide where it stands. */
export function checkLinks(slides: ComposedSlide[]): ComposedSlide[] {
  // Most talks have none, and then nobody asks where they lead.
  if (slides.every(({ source }) => source.anchors.links.length === 0)) return slides;
  const ids = slides.map(({ id }) => id);
  const known = new Set([...ids, ...slides.flatMap(({ source }) => source.anchors.ids)]);
  return slides.map((slide) => {
    const dead = slide.source.anchors.links.filter(({ to }) => !known.has(to));
    if (dead.length === 0) return slide;
    const problems = dead.map(({ to, span }) => ({ ...deadLink(to, ids, span), via: slide.via }));
    return { ...slide, problems: [...slide.problems, ...problems] };
  });
}
