/** Writes an amount with its noun: "1 slide", "3 slides". */
export function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
