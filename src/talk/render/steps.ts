import type { Span } from '../model/problem.ts';

/** The steps of a slide in text order. */
export interface Steps {
  /** False when the slide's steps are off. */
  isOn: boolean;
  /** One entry for each step: the index given by the author, else null. */
  claims: (number | null)[];
}

/** A range after a pause comment; its first element claims its step. */
export interface Pause {
  index: string | null;
  /** True until it contains an element. */
  isFresh: boolean;
}

/** An open element: raw HTML of the author, or the wrapper of a pause. */
export interface OpenElement {
  name: string;
  span: Span | null;
  pause: Pause | null;
}

const SEAM = '\u0000\u0000';
const PLACEHOLDER = /data-fragment-index="step:(\d+)"/g;

/** Claims the next step; returns a placeholder for its index, which `numberSteps` fills in. */
export function claimStep(steps: Steps, index: number | null = null): string {
  return `step:${steps.claims.push(index) - 1}`;
}

/** Claims the step of a pause, once. */
export function claimPause(steps: Steps, pause: Pause): string {
  pause.index ??= claimStep(steps);
  return pause.index;
}

/**
 * Numbers the steps as reveal.js does: those with their own index first, then the rest in order. All get explicit
 * numbers, so that the order holds when the kinds are mixed. A claim does not count if its placeholder is not in the
 * HTML.
 */
export function numberSteps(html: string, { claims }: Steps): { html: string; count: number } {
  if (html.search(PLACEHOLDER) < 0) return { html, count: 0 };
  const used = new Set([...html.matchAll(PLACEHOLDER)].map((match) => Number(match[1])));
  const kept = claims.filter((index, claim) => index !== null && used.has(claim));
  const given = [...new Set(kept)].sort((a, b) => (a ?? 0) - (b ?? 0));
  let next = given.length;
  const numbers = claims.map((index, claim) => {
    if (!used.has(claim)) return 0;
    return index === null ? next++ : given.indexOf(index);
  });
  const numbered = html.replace(PLACEHOLDER, (_, claim) => {
    return `data-fragment-index="${numbers[Number(claim)] ?? 0}"`;
  });
  return { html: numbered, count: next };
}

/** The parts of a slide in which steps are numbered together. */
interface NumberedParts {
  head: string;
  body: string;
  references: string;
  dayMarks: string;
}

/** Numbers the steps of a slide's parts together. */
export function numberParts(
  { head, body, references, dayMarks }: NumberedParts,
  steps: Steps,
): NumberedParts & { steps: number } {
  const { html, count } = numberSteps([head, body, references, dayMarks].join(SEAM), steps);
  const [first = '', second = '', third = '', last = ''] = html.split(SEAM);
  return { head: first, body: second, references: third, dayMarks: last, steps: count };
}
