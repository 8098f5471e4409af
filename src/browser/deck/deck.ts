import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import type { PageParameters } from '../page/parameters.ts';
import { handleKey } from './keys.ts';
import { showNear } from './near.ts';
import { resumeNotes } from '../speaker/speaker-window.ts';
import { showCurrent } from './overview.ts';
import { findSlides } from '../page/page.ts';
import { completeSteps, syncSteps } from './slide-steps.ts';
import { isScrollView, scrollToAddress } from './deck-view.ts';

/** How reveal.js shows a talk. */
const CONFIG: RevealConfig = {
  width: 1280,
  height: 720,
  margin: 0,
  minScale: 0.1,
  maxScale: 8,
  center: false,
  display: 'grid',
  fragmentInURL: true,
  controls: false,
  progress: false,
  slideNumber: false,
  help: false,
  transition: 'none',
  backgroundTransition: 'none',
  overview: true,
  // Where slides are scrolled, which only the address asks for, they stand below each other, as high as they are.
  scrollActivationWidth: 0,
  scrollLayout: 'compact',
  scrollSnap: 'proximity',
  // Our slides have no need of it, and it would run through all elements on each change.
  autoAnimate: false,
  pdfSeparateFragments: false,
  // Any page that has a window of the deck could drive it and read its notes.
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
    // A picture in the speaker's window follows its deck, not its address.
    hash: !isReceiver,
    keyboardCondition: (event): boolean => !handleKey(event, deck),
  });
  deck.on('ready', () => syncDeck(deck));
  for (const event of VIEW_EVENTS) deck.on(event, () => syncDeck(deck));
  deck.on('slidechanged', (event) => syncChange(deck, event as unknown as SlideChange));
  for (const event of STEP_EVENTS) deck.on(event, () => syncSteps(deck.getCurrentSlide()));
  dropBackgrounds(deck, root);
  showNear(deck, root);
  await withoutParameters(() => deck.initialize());
  scrollToAddress(deck);
  // As an application, which reveal.js makes of it, screen readers could not read the slide.
  root.setAttribute('role', 'main');
  if (!isReceiver) resumeNotes(deck);
  return deck;
}

/**
 * Runs something that reads the page's address at once, with an address that has no parameters. reveal.js takes its whole
 * configuration from them and has no option against it (`getQueryHash` in reveal.js 6.0.2).
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

/** Brings slides, all where nobody names them, and the screen around them in line with the slide that is shown. */
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

/** Where no slide has a background, reveal.js is left none to lay out and to mark again on each change. */
function dropBackgrounds(deck: RevealApi, root: HTMLElement): void {
  const drop = (): void => {
    const isPlain = !findSlides(document).some(hasBackground);
    root.toggleAttribute('data-plain', isPlain);
    if (isPlain) root.querySelector(':scope > .backgrounds')?.replaceChildren();
  };
  drop();
  for (const event of ['ready', 'sync']) deck.on(event, drop);
}

function hasBackground({ dataset }: HTMLElement): boolean {
  return Object.keys(dataset).some((key) => key.startsWith('background'));
}

interface SlideChange {
  previousSlide: HTMLElement | undefined;
  currentSlide: HTMLElement;
}

/** Brings the two slides of a change in line; the others stay as they are. */
function syncChange(deck: RevealApi, { previousSlide, currentSlide }: SlideChange): void {
  if (deck.isOverview() || isScrollView(deck)) return syncDeck(deck);
  if (previousSlide) setInert(previousSlide, true);
  setInert(currentSlide, false);
  syncSteps(previousSlide);
  syncSteps(currentSlide);
  syncGround(deck);
}

/** Hidden slides next to the current one are laid out, and Tab would walk into them. */
function setInert(slide: HTMLElement, isInert: boolean): void {
  if (slide.inert !== isInert) slide.inert = isInert;
  if (!isInert) wakeBlocks(slide);
}

/** Returns the screen around a slide the colour that goes with it. */
function syncGround(deck: RevealApi): void {
  const viewport = deck.getViewportElement() as HTMLElement | null;
  const isAllShown = deck.isOverview() || isScrollView(deck);
  const ground = isAllShown ? '' : nameGround(deck.getCurrentSlide());
  if (viewport) viewport.dataset['ground'] = ground;
}

/** Blocks draw what changed while their slide was out of sight before it is seen. */
function wakeBlocks(slide: HTMLElement): void {
  for (const block of slide.querySelectorAll<Sleeper>('[data-block]')) block.wake?.();
}

/** A block that does not draw while it is out of sight. */
type Sleeper = HTMLElement & { wake?(): void };

/** Names the colour that a slide gives to the screen around it. */
function nameGround(slide: HTMLElement | undefined): string {
  if (slide?.dataset['layout'] !== 'section') return '';
  return slide.dataset['visibility'] === 'uncounted' ? 'backup' : 'section';
}
