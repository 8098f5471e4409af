import type { Drawing } from '../drawing.ts';
import type { Expected } from '../expected.ts';
import { fault, type Fault } from '../fault.ts';
import { judgeNumber } from '../numbers.ts';

/** Finds cells of the table whose text is not their value. */
export function checkTable(
  { kind, spec, unit }: Drawing,
  { places, series }: Expected,
  block: HTMLElement,
): Fault[] {
  if (kind === 'percent' || kind === 'scatter') return [];
  const table = block.querySelector<HTMLTableElement>('table.chart-data');
  const rows = [...(table?.tBodies[0]?.rows ?? [])].map((row) =>
    [...row.cells].map(({ textContent }) => textContent.trim()),
  );
  const ends = [0, places.length - 1];
  const shown = kind === 'slope' ? ends : places.map((_, place) => place);
  if (rows.length !== shown.length) {
    return [fault('rows', `The table has ${rows.length} of ${shown.length} rows`)];
  }
  const isSorted = spec['sort'] !== undefined;
  const wrong = rows.flatMap(([name = '', ...cells], row) => {
    const place = isSorted ? places.indexOf(name) : (shown[row] ?? 0);
    return series.flatMap(
      ({ values }, column) => judgeCell(cells[column] ?? '', values[place] ?? null, unit) ?? [],
    );
  });
  return wrong.slice(0, 1).map((text) => fault('number', text));
}

function judgeCell(cell: string, value: number | null, unit: string | null): string | undefined {
  if (value !== null) return judgeNumber(cell, value, unit);
  return cell === 'no data' ? undefined : `A missing value is written "${cell}"`;
}
