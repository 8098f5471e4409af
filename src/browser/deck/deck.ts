import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import type { PageParameters } from '../page/parameters.ts';
import { SLIDE_SIZE } from './slide-size.ts';
import { followKeys } from './keys.ts';
import { showNear } from './near.ts';
import { awaitStage } from '../stage/await-stage.ts';
import { showCurrent } from './overview.ts';
import { findSlides } from '../page/page.ts';
import { completeSteps, syncSteps } from './slide-steps.ts';
import { isScrollView, scrollToAddress } from './deck-view.ts';

/** Configuration of reveal.js. */
const CONFIG: RevealConfig = {
  width: SLIDE_SIZE.width,
  height: SLIDE_SIZE.height,
  margin: 0,
  minScale: 0.05,
  maxScale: 8,
  center: false,
  display: 'grid',
  fragmentInURL: true,
  controls: false,
  progress: false,
  slideNumber: false,
  help: false,
  // All keys are ours: one table for the handler, the help and the speaker's window.
  keyboard: false,
  jumpToSlide: false,
  transition: 'none',
  backgroundTransition: 'none',
  overview: true,
  // In scroll view, which only the address enables, slides have their natural height.
  scrollActivationWidth: 0,
  scrollLayout: 'compact',
  scrollSnap: 'proximity',
  // Our slides do not need it, and it would visit all elements on each change.
  autoAnimate: false,
  pdfSeparateFragments: false,
  // With this option, any page with a reference to the window could drive the deck and read its notes.
  postMessage: false,
  postMessageEvents: false,
};

const STEP_EVENTS = ['fragmentshown', 'fragmenthidden'];
const VIEW_EVENTS = ['overviewshown', 'overviewhidden', 'sync'];

/** Starts reveal.js over the slides of a page. */
export async function startDeck(
  document: Document,
  { isScroll, isReceiver }: Pick<PageParameters, 'isScroll' | 'isReceiver'>,
): Promise<RevealApi> {
  const root = document.querySelector<HTMLElement>('.reveal');
  if (!root) throw new Error('The page has no slides.');
  const deck: RevealApi = new Reveal(root, {
    ...CONFIG,
    view: isScroll ? 'scroll' : null,
    // A picture in the speaker's page follows that page, not its address.
    hash: !isReceiver,
  });
  deck.on('ready', () => syncDeck(deck));
  for (const event of VIEW_EVENTS)
    deck.on(event, (event) => syncDeck(deck, (event as SyncEvent).slides));
  deck.on('slidechanged', (event) => syncChange(deck, event as unknown as SlideChange));
  for (const event of STEP_EVENTS) deck.on(event, () => syncSteps(deck.getCurrentSlide()));
  dropBackgrounds(deck, root);
  showNear(deck, root);
  await withoutParameters(() => deck.initialize());
  scrollToAddress(deck);
  // reveal.js sets the role "application", in which screen readers cannot read the slide.
  root.setAttribute('role', 'main');
  if (!isReceiver) followKeys(deck, document);
  if (!isReceiver) awaitStage(deck);
  return deck;
}

/**
 * Runs a synchronous function while the page's address has no parameters. reveal.js reads its configuration from them
 * and has no option against it (`getQueryHash` in reveal.js 6.0.2).
 */
function withoutParameters<Result>(start: () => Result): Result {
  const { href, search } = location;
  if (search === '') return start();
  const bare = new URL(href);
  bare.search = '';
  history.replaceState(history.state, '', bare);
  if (location.search !== '') throw new Error('The address of the page has parameters that stay.');
  try {
    return start();
  } finally {
    history.replaceState(history.state, '', href);
  }
}

/** Synchronises the given slides (all by default) and the screen around them with the current slide. */
export function syncDeck(
  deck: RevealApi,
  slides: readonly HTMLElement[] = findSlides(document),
): void {
  const current = deck.getCurrentSlide() as HTMLElement | undefined;
  const isAllShown = deck.isOverview() || isScrollView(deck);
  for (const slide of slides) {
    setInert(slide, !isAllShown && slide !== current);
    if (deck.isOverview()) completeSteps(slide);
    else syncSteps(slide);
  }
  showCurrent(deck);
  syncGround(deck);
}

/** Removes empty background elements, which reveal.js would lay out and mark on each change. */
function dropBackgrounds(deck: RevealApi, root: HTMLElement): void {
  const drop = (): void => {
    const isPlain = !findSlides(document).some(hasBackground);
    root.toggleAttribute('data-plain', isPlain);
    if (isPlain) root.querySelector(':scope > .backgrounds')?.replaceChildren();
  };
  drop();
  deck.on('ready', drop);
  deck.on('sync', (event) => (event as SyncEvent).slides ?? drop());
}

/** An event of reveal.js after which slides are synchronised; ours names them where they are not all. */
type SyncEvent = Event & { slides?: readonly HTMLElement[] };

/** Returns whether reveal.js draws a background for a slide. */
export function hasBackground({ dataset }: HTMLElement): boolean {
  return Object.keys(dataset).some((key) => key.startsWith('background'));
}

interface SlideChange {
  previousSlide: HTMLElement | undefined;
  currentSlide: HTMLElement;
}

/** Synchronises the two slides of a change. */
function syncChange(deck: RevealApi, { previousSlide, currentSlide }: SlideChange): void {
  if (deck.isOverview() || isScrollView(deck)) return syncDeck(deck);
  if (previousSlide) setInert(previousSlide, true);
  // Steps of a slide that is not on yet change without motion.
  syncSteps(previousSlide);
  syncSteps(currentSlide);
  setInert(currentSlide, false);
  syncGround(deck);
}

/** Hidden adjacent slides are laid out, so Tab would reach their elements. */
function setInert(slide: HTMLElement, isInert: boolean): void {
  if (slide.inert !== isInert) slide.inert = isInert;
  if (!isInert) wakeBlocks(slide);
}

/** Sets the colour of the screen around a slide. */
function syncGround(deck: RevealApi): void {
  const viewport = deck.getViewportElement() as HTMLElement | null;
  const isAllShown = deck.isOverview() || isScrollView(deck);
  const ground = isAllShown ? '' : nameGround(deck.getCurrentSlide());
  if (viewport) viewport.dataset['ground'] = ground;
}

/** Lets blocks draw changes they missed while hidden, before the slide is shown. */
function wakeBlocks(slide: HTMLElement): void {
  for (const block of slide.querySelectorAll<Sleeper>('[data-block]')) block.wake?.();
}

/** A block that does not draw while hidden. */
type Sleeper = HTMLElement & { wake?(): void };

/** Returns the colour of the screen around a slide. */
function nameGround(slide: HTMLElement | undefined): string {
  if (slide?.dataset['layout'] !== 'section') return '';
  return slide.dataset['visibility'] === 'uncounted' ? 'backup' : 'section';
}
