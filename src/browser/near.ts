import type { RevealApi } from 'reveal.js';
import { isScrollView } from './view.ts';

/** From how many slides on there is something to gain. */
const MANY = 40;
/** Slides on both sides of the current one and of the next that reveal.js gets to see; it lays out two. */
const NEAR = 4;
/** How reveal.js asks for the slides in their row. */
const IN_ROW = '.slides>section';
const BELOW_PRESENT = '.slides>section.present>section';
const OF_SLIDES = /^(?:\.slides|section)\b/;

/** The slides of a talk while reveal.js goes from one to another. */
interface Passage {
  /** All in their row; for the far ones stands one that is on no page. */
  row: Element[];
  near: Element[];
}

/**
 * Shows reveal.js only the slides near the current one while it goes to another. On each change it walks through all slides
 * and marks them anew, which in a long talk costs more than all the rest. The far ones keep the marks they have, and get
 * others when they come near.
 */
export function showNear(deck: RevealApi, root: HTMLElement): void {
  const stand = root.ownerDocument.createElement('section');
  let passage: Passage | null = null;
  let isMarked = false;
  for (const element of [root, ...root.querySelectorAll(':scope > .slides')]) {
    const queryAll = element.querySelectorAll.bind(element);
    const query = (selector: string): ArrayLike<Element> => {
      if (selector === IN_ROW) return passage?.row ?? listSlides(deck);
      // These two are asked for all the time, and looking for them takes the browser through the whole talk.
      if (selector === BELOW_PRESENT) return listSlides(deck).filter(isPresent).flatMap(listBelow);
      return passage && OF_SLIDES.test(selector)
        ? findIn(passage.near, selector)
        : queryAll(selector);
    };
    Object.defineProperty(element, 'querySelectorAll', { value: query });
  }
  deck.on('beforeslidechange', (event) => {
    const { indexh } = event as unknown as { indexh: number };
    const slides = listSlides(deck);
    // At first all slides get their marks.
    const isNarrow = isMarked && slides.length >= MANY && !deck.isOverview() && !isScrollView(deck);
    isMarked = true;
    if (!isNarrow) return;
    const indices = new Set([...around(deck.getIndices().h), ...around(indexh)]);
    const near = slides.filter((_, index) => indices.has(index));
    passage = { row: slides.map((slide, index) => (indices.has(index) ? slide : stand)), near };
    // The change is made when the current task is over; whoever asks later gets all slides.
    queueMicrotask(() => {
      passage = null;
    });
  });
}

function findIn(slides: readonly Element[], selector: string): Element[] {
  return slides.flatMap((slide) => [
    ...(slide.matches(selector) ? [slide] : []),
    ...slide.querySelectorAll(selector),
  ]);
}

function around(index: number): number[] {
  return Array.from({ length: 2 * NEAR + 1 }, (_, at) => index - NEAR + at);
}

function listSlides(deck: RevealApi): Element[] {
  return [...(deck.getSlidesElement()?.children ?? [])].filter(isSection);
}

function listBelow({ children }: Element): Element[] {
  return [...children].filter(isSection);
}

function isPresent({ classList }: Element): boolean {
  return classList.contains('present');
}

function isSection({ localName }: Element): boolean {
  return localName === 'section';
}
