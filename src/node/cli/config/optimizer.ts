import { setFlagsFromString } from 'node:v8';

/** How much code a function runs before it is compiled again, as fast as it can be. */
const BUDGET = { start: 600_000, usual: 67_584 };

/**
 * Lets V8 take its time with its fastest code. In a command of a second or two most of it is made for functions that soon
 * are not called any more, and costs as much as the work itself.
 */
export function optimizeLate(): void {
  setBudget(BUDGET.start);
}

/** Has V8 make its fastest code as early as ever, for a program that stays. */
export function optimizeAsUsual(): void {
  setBudget(BUDGET.usual);
}

/** Later versions of V8 have a compiler between the two, and no such number. */
function setBudget(bytes: number): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString(`--interrupt-budget=${bytes}`);
}
