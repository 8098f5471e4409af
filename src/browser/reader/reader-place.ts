import { findAddressed } from '../page/page-address.ts';
import { findSlides } from '../page/page.ts';

/** Position of the slide being read, as a share of the window's height. */
const EYE = 0.3;

/** Elements that show the reader's position in the talk. */
export interface PlaceMarks {
  list: HTMLElement;
  present: HTMLAnchorElement;
}

/** Marks the current slide in the contents and links to its presentation; `look` updates at once. */
export function followPlace(document: Document, marks: PlaceMarks): { look(): void } {
  let shown: Element | null = null;
  const look = (): void => {
    const slide = findRead(document);
    if (!slide) return;
    const line = findLine(marks.list, slide.id);
    // Not `./`, because the talk can be one of several files.
    marks.present.href = `${location.pathname}#/${encodeURIComponent(slide.id)}`;
    if (line === shown && line?.isConnected) return;
    shown?.removeAttribute('aria-current');
    line?.setAttribute('aria-current', 'location');
    shown = line;
    if (line) keepInSight(line, marks.list);
  };
  let isAsked = false;
  addEventListener(
    'scroll',
    () => {
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        look();
      });
    },
    { passive: true },
  );
  marks.list.closest('details')?.addEventListener('toggle', () => {
    if (shown) keepInSight(shown, marks.list);
  });
  return { look };
}

/** Scrolls to the address's target, also as written by a deck, once all heights are known. */
export function landAtAddress(document: Document): void {
  const { hash } = document.location;
  if (hash !== '') findAddressed(document, hash)?.element.scrollIntoView();
}

/** Finds the slide being read by binary search over the slides' positions. */
function findRead(document: Document): HTMLElement | undefined {
  const slides = findSlides(document);
  const { scrollHeight } = document.documentElement;
  if (scrollY > 0 && scrollY + innerHeight >= scrollHeight - 2) return slides.at(-1);
  let [low, high] = [0, slides.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const top = slides[middle]?.getBoundingClientRect().top ?? 0;
    if (top > innerHeight * EYE) high = middle - 1;
    else low = middle;
  }
  return slides[low];
}

function findLine(list: HTMLElement, id: string): Element | null {
  return list.querySelector(`[data-slides~="${CSS.escape(id)}"]`);
}

/** Scrolls only the contents; the page stays in place. */
function keepInSight(line: Element, list: HTMLElement): void {
  const [box, frame] = [line.getBoundingClientRect(), list.getBoundingClientRect()];
  if (box.top >= frame.top && box.bottom <= frame.bottom) return;
  list.scrollTop += box.top - frame.top - frame.height / 3;
}
