import { html, type Html } from '../html/html.ts';

/** Returns the attributes of an element that changes with its slide's steps; its HTML is the final state. */
export function stepAttributes(steps: number): Html | false {
  return steps > 0 && html`data-steps="${steps}" data-step="${steps}"`;
}

/** Returns the class of an element that changes with its slide's steps; empty when it has none. */
export function stepClass(steps: number): string {
  return steps > 0 ? ' stepped' : '';
}

/** Returns the invisible marks at which the deck stops once for each step. */
export function stepMarks(steps: number): Html[] {
  return Array.from(
    { length: steps },
    () => html`<span class="fragment step-mark" aria-hidden="true"></span>`,
  );
}
