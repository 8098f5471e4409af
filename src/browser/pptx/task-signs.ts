const MARK = 'ul > li > :disabled:first-child, ul > li > p:first-child > :disabled:first-child';

/** Replaces the boxes of tasks by signs in the text. Where a box is the mark of its item, the sign is. */
export function writeTasks(slide: Element): void {
  for (const box of slide.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')) {
    if (box.matches(MARK)) box.closest('li')?.setAttribute('data-box-before', '');
    box.replaceWith(box.checked ? '\u2611' : '\u2610');
  }
}
