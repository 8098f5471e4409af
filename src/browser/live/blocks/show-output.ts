import { patchElement } from './patch-html.ts';

const TABLE = ':scope > .chart-data';

/** Reports whether an element writes its own words; before its first drawing it takes those of the page. */
export function drawsItself(element: HTMLElement): boolean {
  return element.classList.contains('drawn') && !element.matches('rostrum-timeline');
}

/** Shows a block as it was compiled again; one that draws itself takes what it draws. */
export function showOutput(element: HTMLElement, next: HTMLElement): void {
  if (drawsItself(element)) takeSpec(element, next);
  else patchElement(element, next);
}

/** Takes what an element draws, and the table of a chart, which it would write later. */
function takeSpec(element: HTMLElement, next: HTMLElement): void {
  const { spec } = next.dataset;
  if (spec !== undefined && element.dataset['spec'] !== spec) element.dataset['spec'] = spec;
  const table = next.querySelector(TABLE);
  if (table) element.querySelector(TABLE)?.replaceWith(table);
}
