import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import { handleKey } from './keys.ts';
import { resumeNotes } from './notes.ts';
import { showCurrent } from './overview.ts';
import { findSlides } from './page.ts';
import { completeSteps, syncSteps } from './steps.ts';

/** How reveal.js shows a talk; the address can override each (`?controls=true`). */
const CONFIG: RevealConfig = {
  width: 1280,
  height: 720,
  margin: 0,
  minScale: 0.1,
  maxScale: 8,
  center: false,
  display: 'grid',
  hash: true,
  fragmentInURL: true,
  controls: false,
  progress: false,
  slideNumber: false,
  help: false,
  transition: 'none',
  backgroundTransition: 'none',
  overview: true,
  // Our slides have no need of it, and it would run through all elements on each change.
  autoAnimate: false,
  pdfSeparateFragments: false,
};

const STEP_EVENTS = ['fragmentshown', 'fragmenthidden'];
const SLIDE_EVENTS = ['slidechanged', 'overviewshown', 'overviewhidden', 'sync'];

/** Starts reveal.js over the slides of a page. */
export async function startDeck(document: Document): Promise<RevealApi> {
  const root = document.querySelector<HTMLElement>('.reveal');
  if (!root) throw new Error('The page has no slides.');
  const deck: RevealApi = new Reveal(root, {
    ...CONFIG,
    keyboardCondition: (event): boolean => !handleKey(event, deck),
  });
  deck.on('ready', () => syncDeck(deck));
  for (const event of SLIDE_EVENTS) deck.on(event, () => syncDeck(deck));
  for (const event of STEP_EVENTS) deck.on(event, () => syncSteps(deck.getCurrentSlide()));
  await deck.initialize();
  // As an application, which reveal.js makes of it, screen readers could not read the slide.
  root.setAttribute('role', 'main');
  resumeNotes(deck);
  return deck;
}

/** Brings everything on the page in line with the slide that is shown. */
export function syncDeck(deck: RevealApi): void {
  const current = deck.getCurrentSlide() as HTMLElement | undefined;
  const isAllShown = deck.isOverview() || isScrollView(deck);
  for (const slide of findSlides(document)) {
    // Hidden slides next to the current one are laid out, and Tab would walk into them.
    const isInert = !isAllShown && slide !== current;
    if (slide.inert !== isInert) slide.inert = isInert;
    if (deck.isOverview()) completeSteps(slide);
    else syncSteps(slide);
    if (!isInert) wakeBlocks(slide);
  }
  showCurrent(deck);
  const viewport = deck.getViewportElement() as HTMLElement | null;
  if (viewport) viewport.dataset['ground'] = isAllShown ? '' : nameGround(current);
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

/** Tells whether the talk is shown as one page to scroll; reveal.js's own types have forgotten to ask. */
export function isScrollView(deck: RevealApi): boolean {
  return deck.getViewportElement()?.classList.contains('reveal-scroll') ?? false;
}
