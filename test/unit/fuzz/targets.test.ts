import { expect, test } from 'vitest';
import { BROWSER_TARGETS, TARGETS } from '../../fuzz/targets.ts';
import { tryTarget } from '../../support/fuzz.ts';

/** How many inputs are tried each time, by target; `npm run fuzz` tries as many as there is time for. */
const INPUTS: Record<string, number> = {
  projects: 60,
  pages: 8,
  imports: 150,
  answers: 25,
  requests: 12,
  sockets: 15,
  pdfs: 200,
};

/** The recipes are bundled first. */
const TIMEOUT_MS = 120_000;

test.each(TARGETS.filter((target) => !BROWSER_TARGETS.includes(target)))(
  'nothing is wrong with the first $of',
  async (target) => {
    const inputs = INPUTS[target.name] ?? 0;
    expect(inputs).toBeGreaterThan(0);
    expect(await tryTarget(target, inputs)).toEqual([]);
  },
  TIMEOUT_MS,
);
