import { readNumber } from '../numbers.ts';

/** A row of the table of a histogram. */
export interface BinRow {
  from: { value: number; half: number };
  count: number;
}

/** Reads the table of a histogram. */
export function readBins(block: HTMLElement | null): BinRow[] {
  const table = block?.querySelector<HTMLTableElement>('table.chart-data');
  return [...(table?.tBodies[0]?.rows ?? [])].map((row) => {
    const [name = '', count = ''] = [...row.cells].map(({ textContent }) => textContent.trim());
    const from = readNumber(name.split(' to ')[0] ?? '') ?? { value: NaN, half: 0 };
    return { from, count: readNumber(count)?.value ?? NaN };
  });
}
