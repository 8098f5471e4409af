import type { Part } from './talk.ts';
import type { Slide, Talk } from './talk.ts';

/** The facts about a slide that determine the parts of its talk. */
export interface PartSlide {
  id: string;
  isSection: boolean;
  isCounted: boolean;
}

/** Divides a talk's counted slides into its parts. */
export function planParts(slides: readonly PartSlide[]): Part[] {
  const parts: Part[] = [{ id: null, slides: 0 }];
  for (const { id, isSection, isCounted } of slides) {
    if (!isCounted) continue;
    if (isSection) parts.push({ id, slides: 0 });
    const part = parts.at(-1);
    if (part) part.slides += 1;
  }
  return parts.filter((part) => part.slides > 0);
}

/** Returns a talk with some of its slides, which look as they do in the whole talk. */
export function takeSlides(talk: Talk, slides: Slide[]): Talk {
  return { ...talk, slides, parts: talk.parts ?? planParts(talk.slides.map(toPartSlide)) };
}

function toPartSlide({ id, layout, visibility }: Slide): PartSlide {
  return { id, isSection: layout === 'section', isCounted: visibility !== 'uncounted' };
}
