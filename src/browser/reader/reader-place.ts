import { findAddressed } from '../page/page-address.ts';
import { findSlides } from '../page/page.ts';

/** How far down the window, as a part of its height, the slide stands that is being read. */
const EYE = 0.3;

/** What shows where in the talk a reader is. */
export interface PlaceMarks {
  list: HTMLElement;
  present: HTMLAnchorElement;
}

/** Marks in the contents which slide is being read, and lets it be presented; `look` does so at once. */
export function followPlace(document: Document, marks: PlaceMarks): { look(): void } {
  let shown: Element | null = null;
  const look = (): void => {
    const slide = findRead(document);
    if (!slide) return;
    const line = findLine(marks.list, slide.id);
    // Not `./`: a talk can be a file among others.
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

/** Scrolls to what the address means, also as a deck writes it, once everything has its height. */
export function landAtAddress(document: Document): void {
  const { hash } = document.location;
  if (hash !== '') findAddressed(document, hash)?.element.scrollIntoView();
}

/** Finds the slide that is being read: slides stand below each other, so halving finds it in few looks. */
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

/** Scrolls the contents alone: the page stays where it is read. */
function keepInSight(line: Element, list: HTMLElement): void {
  const [box, frame] = [line.getBoundingClientRect(), list.getBoundingClientRect()];
  if (box.top >= frame.top && box.bottom <= frame.bottom) return;
  list.scrollTop += box.top - frame.top - frame.height / 3;
}
