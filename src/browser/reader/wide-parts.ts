const BOXES = '.block, .browser-page, .column';

/** Makes parts that are wider than the page and scroll sideways reachable by keyboard. */
export function openToKeys(document: Document): void {
  const mark = (): void => {
    for (const box of document.querySelectorAll<HTMLElement>(BOXES)) {
      if (box.scrollWidth > box.clientWidth && isScroller(box)) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  };
  mark();
  addEventListener('resize', mark);
}

function isScroller(box: HTMLElement): boolean {
  return getComputedStyle(box).overflowX === 'auto';
}
