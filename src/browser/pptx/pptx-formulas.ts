const IN_TEXT = '.formula:not(.display)';

/** Replaces the formulas in the text of a slide with their words, which can be edited; the others are drawings. */
export function writeFormulas(slide: Element): void {
  for (const formula of slide.querySelectorAll(IN_TEXT)) {
    formula.replaceWith(formula.getAttribute('aria-label') ?? '');
  }
}
