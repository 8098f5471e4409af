/** The steps of one slide, in the order of its text. */
export interface Steps {
  /** False where the slide's steps are switched off. */
  isOn: boolean;
  /** One entry a carrier: the index its author gave it, else null. */
  claims: (number | null)[];
}

/** A stretch that begins at a pause comment; its step is claimed by the first thing in it. */
export interface Pause {
  index: string | null;
  /** True until something has been shown in it. */
  isFresh: boolean;
}

const PLACEHOLDER = /data-fragment-index="step:(\d+)"/g;

/** Claims the next step; gives the placeholder of its index, filled in by `settleSteps`. */
export function claimStep(steps: Steps, index: number | null = null): string {
  return `step:${steps.claims.push(index) - 1}`;
}

/** Claims the step of a pause, once. */
export function claimPause(steps: Steps, pause: Pause): string {
  pause.index ??= claimStep(steps);
  return pause.index;
}

/**
 * Numbers the steps as reveal.js would: those with an index of their own first, by that index, then the rest in
 * order. Explicit numbers on all of them keep that order when the kinds are mixed. A claim whose carrier did not make it
 * into the HTML does not count.
 */
export function settleSteps(html: string, { claims }: Steps): { html: string; count: number } {
  if (html.search(PLACEHOLDER) < 0) return { html, count: 0 };
  const used = new Set([...html.matchAll(PLACEHOLDER)].map((match) => Number(match[1])));
  const kept = claims.filter((index, claim) => index !== null && used.has(claim));
  const given = [...new Set(kept)].sort((a, b) => (a ?? 0) - (b ?? 0));
  let next = given.length;
  const numbers = claims.map((index, claim) => {
    if (!used.has(claim)) return 0;
    return index === null ? next++ : given.indexOf(index);
  });
  const settled = html.replace(PLACEHOLDER, (_, claim) => {
    return `data-fragment-index="${numbers[Number(claim)] ?? 0}"`;
  });
  return { html: settled, count: next };
}
