import { setFlagsFromString } from 'node:v8';

/** How much code a function runs before it is compiled again, as fast as it can be. */
const BUDGET = { start: 600_000, usual: 67_584 };

/** Flags of a process whose optimizing compiler is delayed from its start. */
export const LATE_FLAGS: string[] = listFlags(BUDGET.start);

/**
 * Delays V8's optimizing compiler. In a command of a second or two it would take as much time as the work itself.
 * Without this an export of 600 slides to JSON takes 39 % more processor time on Node 20, by the median of six
 * alternating runs. Nothing else breaks without it.
 */
export function optimizeLate(): void {
  setBudget(BUDGET.start);
}

/** Has V8 make its fastest code as early as ever, for a program that stays. */
export function optimizeAsUsual(): void {
  setBudget(BUDGET.usual);
}

/** Sets the budget of V8. */
function setBudget(bytes: number): void {
  for (const flag of listFlags(bytes)) setFlagsFromString(flag);
}

/** Lists the flags of a budget; later versions of V8 have a compiler between the two, and no such number. */
function listFlags(bytes: number): string[] {
  return process.versions.v8.startsWith('11.') ? [`--interrupt-budget=${bytes}`] : [];
}
