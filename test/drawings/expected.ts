import type { Row } from '../../src/talk/model/dataset.ts';
import type { Drawing } from './drawing.ts';

/** What a chart has to show, from the rows alone: one list of values for each series, in the order of the rows. */
export interface Expected {
  /** Names or dates along the chart. */
  places: string[];
  series: { name: string; values: (number | null)[] }[];
}

/** Lists what a chart has to show of the rows of a drawing. */
export function listExpected({ kind, spec, rows }: Drawing): Expected {
  const isNamed = ['bar', 'dot'].includes(spec.type ?? '');
  const along = isNamed
    ? String(spec.label)
    : spec.x === 'date'
      ? 'asOf'
      : kind === 'scatter'
        ? 'name'
        : String(spec.x);
  const split = kind === 'scatter' ? asName(spec['group']) : isNamed ? undefined : spec.label;
  const columns = kind === 'range' ? listRange(spec) : [spec.y ?? []].flat();
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

/** Lists the columns of a range, in the order of its table. */
function listRange(spec: Drawing['spec']): string[] {
  const ends = [String(spec['low']), String(spec['high'])];
  return spec.y === undefined ? ends : [String(spec.y), ...ends];
}

/** Lists the sums at which the parts of stacks end; those of shares are percents of their whole. */
export function sumParts({ places, series }: Expected, kind: Drawing['kind']): number[] {
  return places.flatMap((_, place) => {
    const parts = series.map(({ values }) => values[place] ?? null);
    const whole = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
    let sum = 0;
    return parts.flatMap((part) => {
      sum += part ?? 0;
      if (part === null || part <= 0) return [];
      return [kind === 'percent' ? (sum / whole) * 100 : sum];
    });
  });
}

function asName(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
