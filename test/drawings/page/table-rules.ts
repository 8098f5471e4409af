import type { Drawing } from '../drawing.ts';
import type { Expected } from '../expected.ts';
import { fault, type Fault } from '../fault.ts';
import { judgeNumber, readNumber } from '../numbers.ts';

/** Finds cells of the table whose text is not their value. */
export function checkTable(
  { kind, unit }: Drawing,
  { series }: Expected,
  block: HTMLElement,
): Fault[] {
  const rows = [
    ...(block.querySelector<HTMLTableElement>('table.chart-data')?.tBodies[0]?.rows ?? []),
  ];
  const cells = rows.map((row) =>
    [...row.cells].slice(1).map(({ textContent }) => textContent.trim()),
  );
  if (kind === 'percent' || kind === 'scatter') return [];
  // Rows may be sorted, so that cells of a series are compared in the order of their values.
  return series.flatMap(({ values: all }, index) => {
    const values = kind === 'slope' ? [all[0] ?? null, all.at(-1) ?? null] : all;
    const known = values.filter((value) => value !== null);
    const labels = cells.map((row) => row[index] ?? '').filter((label) => label !== 'no data');
    if (labels.length !== known.length && rows.length === values.length) {
      return [fault('rows', `The table has ${labels.length} of ${known.length} values`)];
    }
    const read = labels.map((label) => ({ label, value: readNumber(label, unit)?.value ?? NaN }));
    const ordered = read.toSorted((a, b) => a.value - b.value);
    const wrong = known
      .toSorted((a, b) => a - b)
      .flatMap((value, place) => judgeNumber(ordered[place]?.label ?? '', value, unit) ?? []);
    return wrong.slice(0, 1).map((text) => fault('number', text));
  });
}
