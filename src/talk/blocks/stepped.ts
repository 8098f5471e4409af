import { html, type Html } from '../html/html.ts';

/** Attributes of an element that changes with its slide's steps; it is written in its final state. */
export function stepAttributes(steps: number): Html | false {
  return steps > 0 && html`data-steps="${steps}" data-step="${steps}"`;
}

/** Class of an element that changes with its slide's steps; empty where it has none. */
export function stepClass(steps: number): string {
  return steps > 0 ? ' stepped' : '';
}

/** The invisible marks that make the deck stop once for each step. */
export function stepMarks(steps: number): Html[] {
  return Array.from(
    { length: steps },
    () => html`<span class="fragment step-mark" aria-hidden="true"></span>`,
  );
}
