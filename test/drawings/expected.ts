import type { Row } from '../../src/talk/model/dataset.ts';
import type { Drawing } from './drawing.ts';

/** What a chart has to show, from the rows alone: one list of values for each series, in the order of the rows. */
export interface Expected {
  /** Names or dates along the chart. */
  places: string[];
  series: { name: string; values: (number | null)[] }[];
}

/** Returns the columns that say where rows are drawn: along the chart, and in which series. */
export function columnsOf({ kind, spec }: Omit<Drawing, 'rows'>): {
  along: string;
  split: string | undefined;
} {
  if (kind === 'spark') return { along: 'asOf', split: undefined };
  if (kind === 'histogram') return { along: 'name', split: undefined };
  if (kind === 'scatter') return { along: 'name', split: asName(spec['group']) };
  if (kind === 'facets') return { along: alongOf(spec), split: asName(spec['facet']) };
  const isNamed = ['bar', 'dot'].includes(spec.type ?? '');
  if (isNamed) return { along: String(spec.label), split: undefined };
  return { along: alongOf(spec), split: spec.label };
}

const alongOf = ({ x }: Drawing['spec']): string => (x === 'date' ? 'asOf' : String(x));

/** Lists what a chart has to show of the rows of a drawing. */
export function listExpected(drawing: Drawing): Expected {
  const { kind, spec, rows } = drawing;
  const { along, split } = columnsOf(drawing);
  const y = kind === 'histogram' ? spec.x : kind === 'spark' ? 'value' : spec.y;
  const columns = kind === 'range' ? listRange(spec) : [y ?? []].flat();
  const places = [...new Set(rows.map((row) => String(row[along])))];
  if (split === undefined) {
    return {
      places,
      series: columns.map((name) => fill(name, rows, { along, column: name, places })),
    };
  }
  const names = [...new Set(rows.map((row) => String(row[split])))];
  const series = names.flatMap((name) => {
    const own = rows.filter((row) => String(row[split]) === name);
    return columns.map((column) => fill(name, own, { along, column, places }));
  });
  return { places, series };
}

function fill(
  name: string,
  rows: readonly Row[],
  { along, column, places }: { along: string; column: string; places: readonly string[] },
): Expected['series'][number] {
  const cells = new Map(rows.map((row) => [String(row[along]), cellOf(row, column)]));
  return { name, values: places.map((place) => cells.get(place) ?? null) };
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
