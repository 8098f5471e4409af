import type { RevealApi } from 'reveal.js';
import { markSlide, watchAdjacentSlides } from './adjacent-slides.ts';
import { isScrollView } from './deck-view.ts';

/** The selector with which reveal.js queries slides. */
const IN_ROW = '.slides>section';
const OF_SLIDES = /^(?:\.slides|section)\b/;
/** reveal.js queries nested slides all the time; we have none, and the query visits the whole talk. */
const INSIDE_OTHERS = /^\.slides>section(?:\.present)?>section$/;

/** The slides of a talk during a slide change of reveal.js. */
interface Passage {
  /** All slides in order; one detached element replaces those that do not change. */
  row: Element[];
  /** The slides before and after the change. */
  moved: HTMLElement[];
}

/** Functions that end the current change of each deck. */
const endings = new WeakMap<RevealApi, () => void>();

/** Shows reveal.js all slides again, before code adds, removes or moves slides during a change. */
export function endPassage(deck: RevealApi): void {
  endings.get(deck)?.();
}

/**
 * Shows reveal.js only two slides during a slide change. It would otherwise visit and mark all slides and lay out the
 * next ones, which dominates the cost. Other slides keep their marks; adjacent ones are marked after the paint. In a
 * talk of 1,000 slides a key is painted in 0.13 of plain reveal.js's time with this, in 1.7 times without it. Nothing else breaks. See `docs/upstream.md`.
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
        ? listIn(passage.moved, selector)
        : queryAll(selector);
    };
    Object.defineProperty(element, 'querySelectorAll', { value: query });
  }
  deck.on('beforeslidechange', (event) => {
    const { indexh } = event as unknown as { indexh: number };
    // Initially, and when all slides are shown, all get their marks.
    const isNarrow = isMarked && !deck.isOverview() && !isScrollView(deck);
    isMarked = true;
    if (!isNarrow) return;
    passage = openPassage(listSlides(), stand, [deck.getIndices().h, indexh]);
    watchAdjacentSlides(deck, listSlides);
    // The change ends with the current task; later queries get all slides.
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
  // The slide may not have been adjacent before.
  if (next && from !== to) markSlide(next, to < from);
  const moved = [...new Set([slides[from], next])].filter((slide) => slide !== undefined);
  for (const slide of moved) row[slides.indexOf(slide)] = slide;
  return { row, moved };
}

/** Returns a cached list of slides, updated when slides are added, removed or moved. */
function keepList(root: HTMLElement): () => readonly HTMLElement[] {
  const parent = root.querySelector<HTMLElement>(':scope > .slides');
  let slides: readonly HTMLElement[] | null = null;
  const observer = new MutationObserver(() => (slides = null));
  if (parent) observer.observe(parent, { childList: true });
  return () => {
    // A mutation observer does not report changes of the current task yet.
    if (observer.takeRecords().length > 0) slides = null;
    return (slides ??= [...(parent?.children ?? [])].filter(isSection));
  };
}

/**
 * Builds the element that replaces other slides; it ignores changes, because reveal.js marks it once for each of them.
 */
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

function listIn(slides: readonly Element[], selector: string): Element[] {
  return slides.flatMap((slide) => [
    ...(slide.matches(selector) ? [slide] : []),
    ...slide.querySelectorAll(selector),
  ]);
}

function isSection(element: Element): element is HTMLElement {
  return element.localName === 'section';
}
