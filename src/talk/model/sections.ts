import type { Slide, SpinePlace, Talk } from './talk.ts';

/** The facts about a slide that determine its place in the sections of its talk. */
export interface PartSlide {
  isSection: boolean;
  isCounted: boolean;
}

/** Finds the place of each slide among the counted ones, as shares of the talk. */
export function planPlaces(slides: readonly PartSlide[]): SpinePlace[] {
  let total = 0;
  let part = { from: 0, to: 0 };
  const places = slides.map(({ isSection, isCounted }) => {
    if (isCounted && isSection) part = { from: total, to: total };
    if (isCounted) part.to = ++total;
    return { part, at: total };
  });
  const shareOf = (count: number): number => count / (total || 1);
  return places.map(({ part: { from, to }, at }) => [shareOf(from), shareOf(at), shareOf(to)]);
}

/** Returns a talk with some of its slides, which look as they do in the whole talk. */
export function takeSlides(talk: Talk, slides: Slide[]): Talk {
  if (talk.places) return { ...talk, slides };
  const places = planPlaces(talk.slides.map(toPartSlide));
  const named = talk.slides.map(({ id }, index) => [id, places[index] ?? [0, 0, 0]] as const);
  return { ...talk, slides, places: new Map(named) };
}

function toPartSlide({ layout, visibility }: Slide): PartSlide {
  return { isSection: layout === 'section', isCounted: visibility !== 'uncounted' };
}
