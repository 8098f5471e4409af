import type { Random } from '../fuzz/random.ts';
import type { Cell, Row } from '../../src/talk/model/dataset.ts';
import { columnsOf } from './expected.ts';
import type { Drawing } from './drawing.ts';
import { makeNames } from './make-names.ts';

const DAY = 86_400_000;
/** Later rows are not known on the day of the talk. */
const TODAY = '2030-05-31';
const OTHERS = [null, null, 0, -7, -4.2e6, 0.0004, 3.1e13];
/** Kinds whose numbers are parts of a whole, or counts. */
const PARTS: readonly Drawing['kind'][] = ['stacked', 'percent', 'facets', 'heatmap'];

/** Makes the next state of the rows of a drawing, as a source could send it: later rows, other series, names and numbers. */
export function growDrawing(random: Random, drawing: Drawing): Drawing {
  const change = random.pick([addRows, addRows, addSeries, changeValues, scaleValues, dropRows]);
  // The series of a chart are in the order of its sorted rows.
  const rows = change(random, drawing).toSorted((a, b) =>
    (a.asOf ?? '') < (b.asOf ?? '') ? -1 : Number(a.asOf !== b.asOf),
  );
  return rows.length > 0 ? { ...drawing, rows } : drawing;
}

/** Adds rows at later dates, at uneven distances, or with names of any kind. */
function addRows(random: Random, drawing: Drawing): Row[] {
  const { along } = columnsOf(drawing);
  const count = 1 + random.below(5);
  const names = along === 'asOf' ? listLater(random, drawing.rows, count) : makeNew(random, count);
  const models = listPlaces(drawing, along);
  const added = names.flatMap((name) =>
    random.pick(models).map((row) => ({ ...row, [along]: name })),
  );
  return [...drawing.rows, ...added] as Row[];
}

/** Adds rows of another series at some of the places; rows of one series only change. */
function addSeries(random: Random, drawing: Drawing): Row[] {
  const { along, split } = columnsOf(drawing);
  if (split === undefined) return addRows(random, drawing);
  const [name = ''] = makeNew(random, 1);
  const added = listPlaces(drawing, along).flatMap(([first]) =>
    first && random.chance(0.7) ? [{ ...first, [split]: name } as Row] : [],
  );
  return [...drawing.rows, ...added];
}

/** Replaces some numbers by missing, negative, tiny and huge ones. */
function changeValues(random: Random, drawing: Drawing): Row[] {
  const others = isPositive(drawing) ? OTHERS.filter((one) => one !== null && one > 0) : OTHERS;
  return mapNumbers(drawing, (cell) => (random.chance(0.2) ? random.pick(others) : cell));
}

function scaleValues(random: Random, drawing: Drawing): Row[] {
  const factor = random.pick(isPositive(drawing) ? [1000, 1e-6] : [1000, 1e-6, -1]);
  return mapNumbers(drawing, (cell) => Number((cell * factor).toPrecision(4)));
}

/** Drops the rows of the first places. */
function dropRows(random: Random, drawing: Drawing): Row[] {
  const places = listPlaces(drawing, columnsOf(drawing).along);
  const dropped = new Set(places.slice(0, 1 + random.below(Math.ceil(places.length / 2))).flat());
  return drawing.rows.filter((row) => !dropped.has(row));
}

function isPositive({ kind, spec }: Drawing): boolean {
  return PARTS.includes(kind) || spec['scale'] === 'log';
}

function mapNumbers({ rows }: Drawing, change: (cell: number) => Cell): Row[] {
  return rows.map((row) => {
    const cells = Object.entries(row).map(([name, cell]) => [
      name,
      typeof cell === 'number' ? change(cell) : cell,
    ]);
    return Object.fromEntries(cells) as Row;
  });
}

/** Lists the rows of each place. */
function listPlaces({ rows }: Drawing, along: string): Row[][] {
  const places = new Map<unknown, Row[]>();
  for (const row of rows) places.set(row[along], [...(places.get(row[along]) ?? []), row]);
  return [...places.values()];
}

/** Lists dates after the last of rows, in its precision. */
function listLater(random: Random, rows: readonly Row[], count: number): string[] {
  const last =
    rows
      .map(({ asOf }) => asOf ?? '')
      .toSorted()
      .at(-1) ?? '2020';
  const step = last.length === 4 ? 366 : last.length === 7 ? 31 : 1;
  let time = Date.parse(last);
  const dates = Array.from({ length: count }, () => {
    time += step * DAY * (1 + random.below(random.pick([1, 9])));
    return new Date(time).toISOString().slice(0, last.length);
  });
  return dates.filter((date) => date < TODAY);
}

/** Makes names that hardly any row has yet. */
function makeNew(random: Random, count: number): string[] {
  return makeNames(random, 200).slice(-count);
}
