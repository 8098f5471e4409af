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
  if (kind === 'histogram' || kind === 'facets') return [];
  const table = block.querySelector<HTMLTableElement>('table.chart-data');
  const rows = [...(table?.tBodies[0]?.rows ?? [])].map((row) =>
    [...row.cells].map(({ textContent }) => textContent.trim()),
  );
  const ends = [0, places.length - 1];
  const shown = kind === 'slope' ? ends : places.map((_, place) => place);
  if (rows.length !== shown.length) {
    return [fault('rows', `The table has ${rows.length} of ${shown.length} rows`)];
  }
  const heads = [...(table?.tHead?.rows[0]?.cells ?? [])].map(({ textContent }) =>
    textContent.trim(),
  );
  const isSorted = spec['sort'] !== undefined || kind === 'heatmap';
  const wrong = rows.flatMap(([name = '', ...cells], row) => {
    const place = isSorted ? places.indexOf(name) : (shown[row] ?? 0);
    if (kind === 'scatter') return judgePoint(cells, series, place, unit);
    return series.flatMap(({ name: own, values }, column) => {
      const at = kind === 'heatmap' && series.length > 1 ? heads.indexOf(own) - 1 : column;
      const cell = cells[at] ?? '';
      const value = values[place] ?? null;
      // A share is followed by the value that it comes from.
      return (
        judgeCell(kind === 'percent' && value !== null ? inBrackets(cell) : cell, value, unit) ?? []
      );
    });
  });
  return wrong.slice(0, 1).map((text) => fault('number', text));
}

const inBrackets = (cell: string): string => /\((.*)\)$/.exec(cell)?.[1] ?? cell;

/** Judges the second value of a point; the first is checked by its axis. */
function judgePoint(
  [, cell = '']: readonly string[],
  series: Expected['series'],
  place: number,
  unit: string | null,
): string[] {
  const value = series.map(({ values }) => values[place] ?? null).find((one) => one !== null);
  return [judgeCell(cell, value ?? null, unit) ?? []].flat();
}

function judgeCell(cell: string, value: number | null, unit: string | null): string | undefined {
  if (value !== null) return judgeNumber(cell, value, unit);
  return cell === 'no data' ? undefined : `A missing value is written "${cell}"`;
}
