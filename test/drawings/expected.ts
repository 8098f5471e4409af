import type { Row } from '../../src/talk/model/dataset.ts';
import type { Drawing } from './drawing.ts';

/** What a chart has to show, from the rows alone: one list of values for each series, in the order of the rows. */
export interface Expected {
  /** Names or dates along the chart. */
  places: string[];
  series: { name: string; values: (number | null)[] }[];
}

/** Lists what a chart has to show of the rows of a drawing. */
export function listExpected({ spec, rows }: Drawing): Expected {
  const isNamed = spec.type === 'bar' || spec.type === 'dot';
  const along = isNamed ? String(spec.label) : spec.x === 'date' ? 'asOf' : String(spec.x);
  const split = isNamed ? undefined : spec.label;
  const columns = [spec.y ?? []].flat();
  const places = [...new Set(rows.map((row) => String(row[along])))];
  const names = split === undefined ? columns : [...new Set(rows.map((row) => String(row[split])))];
  const series = names.map((name) => {
    const own = split === undefined ? rows : rows.filter((row) => String(row[split]) === name);
    const column = split === undefined ? name : (columns[0] ?? '');
    const cells = new Map(own.map((row) => [String(row[along]), cellOf(row, column)]));
    return { name, values: places.map((place) => cells.get(place) ?? null) };
  });
  return { places, series };
}

function cellOf(row: Row, column: string): number | null {
  const cell = row[column];
  return typeof cell === 'number' ? cell : null;
}
