import type { Slide, Talk } from './talk.ts';

/** A part of a talk: the section slide that opens it and how many slides it holds. */
export interface Part {
  /** Id of its section slide; null for what comes before the first section. */
  id: string | null;
  slides: number;
}

/** What a slide means for the parts of its talk. */
export interface PartSlide {
  id: string;
  isSection: boolean;
  isCounted: boolean;
}

/** Cuts a talk's counted slides into its parts. */
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

/** Gives a talk of some of its slides, which look as they do among all of them. */
export function takeSlides(talk: Talk, slides: Slide[]): Talk {
  return { ...talk, slides, parts: talk.parts ?? planParts(talk.slides.map(toPartSlide)) };
}

function toPartSlide({ id, layout, visibility }: Slide): PartSlide {
  return { id, isSection: layout === 'section', isCounted: visibility !== 'uncounted' };
}
