import type { RevealApi } from 'reveal.js';
import { html } from '../../talk/html/html.ts';
import { findSlides } from '../page/page.ts';
import { openNotes } from '../stage/speaker-window.ts';
import { goNext } from './moves.ts';

const EVENTS = ['slidechanged', 'fragmentshown', 'fragmenthidden', 'sync'];

/** Adds a bar below the slide for touch: back and next, the position in the talk, and links out of the deck. */
export function startTouchBar(deck: RevealApi, document: Document): void {
  const home = document.querySelector('.reader-home')?.getAttribute('href') ?? null;
  const bar = document.createElement('nav');
  bar.className = 'touch-bar';
  bar.lang = 'en';
  bar.setAttribute('aria-label', 'Talk');
  bar.innerHTML = render(home);
  document.body.append(bar);
  const [back, next] = bar.querySelectorAll('button');
  const place = bar.querySelector('.touch-place');
  const read = bar.querySelector<HTMLAnchorElement>('.touch-read');
  if (!back || !next || !place || !read) return;
  back.addEventListener('click', () => deck.prev());
  next.addEventListener('click', () => goNext(deck));
  bar.querySelector('.touch-speaker')?.addEventListener('click', (event) => {
    event.preventDefault();
    openNotes(deck);
  });
  const sync = (): void => {
    const slides = findSlides(document);
    const current = deck.getCurrentSlide() as HTMLElement;
    const steps = deck.availableFragments();
    setDisabled(back, current === slides[0] && !steps.prev);
    setDisabled(next, current === slides.at(-1) && !steps.next);
    const words = printPlaceOf(slides, current);
    if (place.textContent !== words) place.textContent = words;
    read.href = `?read#${encodeURIComponent(current.id)}`;
  };
  sync();
  for (const event of EVENTS) deck.on(event, sync);
}

/** A disabled button would lose the focus, and with it the next key. */
function setDisabled(button: HTMLElement, isDisabled: boolean): void {
  button.setAttribute('aria-disabled', String(isDisabled));
}

/** Formats the position of the current slide among the counted ones. */
function printPlaceOf(slides: readonly HTMLElement[], current: HTMLElement): string {
  const counted = slides.filter(({ dataset }) => dataset['visibility'] !== 'uncounted');
  const number = counted.indexOf(current) + 1;
  return number === 0 ? 'in reserve' : `${number} of ${counted.length}`;
}

function render(home: string | null): string {
  return html`<button type="button" class="touch-back" aria-label="Back"></button>
    <p class="touch-place"></p>
    <button type="button" class="touch-next" aria-label="Next"></button>
    ${home === null ? null : html`<a class="touch-home" href="${home}">All talks</a>`}
    <a class="touch-speaker" href="?speaker">Speaker</a>
    <a class="touch-read" href="?read">Read as one page</a>`.markup;
}
