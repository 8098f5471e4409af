import type { RevealApi } from 'reveal.js';
import { markSlide, watchAdjacentSlides } from './adjacent-slides.ts';
import { isScrollView } from './deck-view.ts';

/** How reveal.js asks for the slides in their row. */
const IN_ROW = '.slides>section';
const OF_SLIDES = /^(?:\.slides|section)\b/;
/** It asks all the time for slides that stand inside others; a slide of ours holds none, and looking goes through the whole talk. */
const INSIDE_OTHERS = /^\.slides>section(?:\.present)?>section$/;

/** The slides of a talk while reveal.js goes from one to another. */
interface Passage {
  /** All in their row; for those that stay as they are stands one that is on no page. */
  row: Element[];
  /** The slide that is left and the one that comes. */
  moved: HTMLElement[];
}

/** What ends the passage of each deck. */
const endings = new WeakMap<RevealApi, () => void>();

/** Shows reveal.js all slides again, before slides are put in, out or elsewhere in the task of a change. */
export function endPassage(deck: RevealApi): void {
  endings.get(deck)?.();
}

/**
 * Shows reveal.js only two slides while it goes from one to the other. On each change it walks through all slides, marks them
 * again and lays out the next ones, which costs more than all the rest. The others keep the marks they have; the neighbours
 * get theirs when the slide is painted.
 */
export function showNear(deck: RevealApi, root: HTMLElement): void {
  const stand = makeStand(root.ownerDocument);
  const listSlides = keepList(root);
  let passage: Passage | null = null;
  let isMarked = false;
  endings.set(deck, () => {
    passage = null;
  });
  for (const element of [root, ...root.querySelectorAll(':scope > .slides')]) {
    const queryAll = element.querySelectorAll.bind(element);
    const query = (selector: string): ArrayLike<Element> => {
      if (selector === IN_ROW) return passage?.row ?? listSlides();
      if (INSIDE_OTHERS.test(selector)) return [];
      return passage && OF_SLIDES.test(selector)
        ? findIn(passage.moved, selector)
        : queryAll(selector);
    };
    Object.defineProperty(element, 'querySelectorAll', { value: query });
  }
  deck.on('beforeslidechange', (event) => {
    const { indexh } = event as unknown as { indexh: number };
    // At first, and where all slides are shown, all get their marks.
    const isNarrow = isMarked && !deck.isOverview() && !isScrollView(deck);
    isMarked = true;
    if (!isNarrow) return;
    passage = openPassage(listSlides(), stand, [deck.getIndices().h, indexh]);
    watchAdjacentSlides(deck, listSlides);
    // The change is made when the current task is over; whoever asks later gets all slides.
    queueMicrotask(() => {
      passage = null;
    });
  });
}

function openPassage(
  slides: readonly HTMLElement[],
  stand: Element,
  [from, to]: readonly [number, number],
): Passage {
  const row = slides.map(() => stand);
  const next = slides[Math.max(0, Math.min(to, slides.length - 1))];
  // It may not have been anybody's neighbour so far.
  if (next && from !== to) markSlide(next, to < from);
  const moved = [...new Set([slides[from], next])].filter((slide) => slide !== undefined);
  for (const slide of moved) row[slides.indexOf(slide)] = slide;
  return { row, moved };
}

/** Lists the slides in their row, again only when one came, went or moved. */
function keepList(root: HTMLElement): () => readonly HTMLElement[] {
  const parent = root.querySelector<HTMLElement>(':scope > .slides');
  let slides: readonly HTMLElement[] | null = null;
  const observer = new MutationObserver(() => (slides = null));
  if (parent) observer.observe(parent, { childList: true });
  return () => {
    // What was changed in this very task is not told by itself yet.
    if (observer.takeRecords().length > 0) slides = null;
    return (slides ??= [...(parent?.children ?? [])].filter(isSection));
  };
}

/** Makes the slide that stands for others. It is marked a thousand times on each change, so it hears nothing of it. */
function makeStand(document: Document): HTMLElement {
  const nothing = (): void => {};
  const deaf = {
    classList: { add: nothing, remove: nothing, contains: () => false },
    style: {},
    setAttribute: nothing,
    toggleAttribute: () => false,
    querySelector: () => null,
    querySelectorAll: () => [],
  };
  const stand = document.createElement('section');
  for (const [name, value] of Object.entries(deaf)) Object.defineProperty(stand, name, { value });
  return stand;
}

function findIn(slides: readonly Element[], selector: string): Element[] {
  return slides.flatMap((slide) => [
    ...(slide.matches(selector) ? [slide] : []),
    ...slide.querySelectorAll(selector),
  ]);
}

function isSection(element: Element): element is HTMLElement {
  return element.localName === 'section';
}
