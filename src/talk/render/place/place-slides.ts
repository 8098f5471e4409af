import type { ComposedSlide } from '../../model/composed.ts';
import type { Slide, TalkMeta, Visibility } from '../../model/talk.ts';
import type { RenderedSlide } from '../render-cache.ts';
import { movePlaces, placeCached } from '../render-cache.ts';
import { renderSection } from '../section.ts';
import type { SlideParts, SlidePlace } from '../slide-parts.ts';
import type { TalkContext } from '../talk-context.ts';

/** A slide of a talk and what it was rendered to. */
export interface DrawnSlide {
  slide: ComposedSlide;
  rendered: RenderedSlide;
}

/** Numbers the slides and assigns their section. */
export function placeSlides(
  drawn: readonly DrawnSlide[],
  { meta }: Pick<TalkContext, 'meta'>,
): Slide[] {
  let section: string | null = null;
  let counted = 0;
  const all = drawn.filter(({ rendered }) => rendered.isCounted).length;
  const total = meta.edges?.pagination === 'n/N' ? `/${all}` : '';
  return drawn.map(({ slide, rendered }) => {
    const number = rendered.isCounted ? ++counted : null;
    if (rendered.opens) section = rendered.opens.title || null;
    const isPrinted = number !== null && rendered.parts.edges.hasNumber;
    const place = { number, section, ...(isPrinted ? { printedNumber: `${number}${total}` } : {}) };
    const make = (): Slide => placeSlide(slide, rendered.parts, { ...place, meta });
    return placeCached(slide, rendered, place, make);
  });
}

/** Writes a slide's `<section>`. */
function placeSlide(
  slide: ComposedSlide,
  parts: SlideParts,
  { meta, ...place }: SlidePlace & { meta: TalkMeta },
): Slide {
  const { id, spec } = slide;
  const layout = spec.layout ?? 'default';
  const visibility: Visibility = spec.visibility === 'uncounted' ? 'uncounted' : 'shown';
  const classes = spec.class?.split(/\s+/).filter(Boolean) ?? [];
  const time = spec.time ?? null;
  const { title, steps, uses, notes, text, wording, keys, problems } = parts;
  const { place: span, via, blocks, values, code } = movePlaces(slide, parts);
  const isGliding = spec.transition === 'morph';
  const isCounted = place.number !== null;
  const at = { meta, layout, classes, visibility, isCounted, time, isGliding };
  const html = renderSection(id, parts, at);
  return {
    id,
    title,
    layout,
    classes,
    visibility,
    place: span,
    via,
    ...place,
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
    ...(keys ? { keys } : {}),
    problems,
  };
}
