import type { RevealApi } from 'reveal.js';
import { markSlide } from '../deck/adjacent-slides.ts';
import { hasBackground } from '../deck/deck.ts';
import { isScrollView } from '../deck/deck-view.ts';

/** The slides of a deck in another order. */
export interface NewOrder {
  slides: ReadonlyMap<string, HTMLElement>;
  order: readonly string[];
  /** The slide that is shown afterwards. */
  current: string | null;
}

/** Puts slides in their order. Moving an element restarts its content, so only misplaced ones are moved. */
export function orderSlides(deck: RevealApi, { slides, order }: NewOrder): void {
  const parent = deck.getSlidesElement();
  let place = parent?.querySelector('section.slide') ?? null;
  for (const id of order) {
    const slide = slides.get(id);
    if (!slide) continue;
    if (slide === place) place = nextSlide(slide);
    else parent?.insertBefore(slide, place);
  }
}

function nextSlide(slide: Element): Element | null {
  const next = slide.nextElementSibling;
  return next && !next.matches('section.slide') ? nextSlide(next) : next;
}

/**
 * Marks the slides that are new or on another side of the current one as reveal.js would; returns them. Returns null where
 * reveal.js has to look at all slides: it shows all of them, or draws backgrounds. Without this, to insert a slide into a thousand
 * computes the styles of all of them. Nothing else breaks.
 */
export function markMoved(
  deck: RevealApi,
  added: ReadonlySet<string>,
  { slides, order, current }: NewOrder,
): HTMLElement[] | null {
  const at = current === null ? -1 : order.indexOf(current);
  const isPlain = deck.getRevealElement()?.hasAttribute('data-plain') ?? false;
  const all = order.flatMap((id) => slides.get(id) ?? []);
  if (at < 0 || !isPlain || deck.isOverview() || isScrollView(deck)) return null;
  if (all.length !== order.length || all.some(hasBackground)) return null;
  const moved: HTMLElement[] = [];
  for (const [index, slide] of all.entries()) {
    const isNew = added.has(slide.id);
    const { classList } = slide;
    const isRight = classList.contains(index < at ? 'past' : 'future');
    if (index === at || (isRight && !isNew)) continue;
    moved.push(slide);
    if (isNew) slide.style.display = 'none';
    if (isNew) deck.syncFragments(slide);
    classList.remove('present');
    slide.hidden = true;
    slide.ariaHidden = 'true';
    markSlide(slide, index < at);
  }
  return moved;
}
