import { daysBetween, isPartialDate, printDate } from '../../data/date.ts';
import { formatNumber } from '../../data/value/format.ts';
import { EPOCH, type ChartPlace } from './chart-place.ts';
import type { ChartSeries } from './chart-series.ts';
import type { ChartSpec, NoteSpec } from './chart-spec.ts';

/** A few words at a value, a date or a point of a chart. */
export interface ChartNote {
  key: string;
  text: string;
  /** What it is at, in words: "500", "March 2024", "6.11". */
  at: string;
  target: NoteTarget;
}

/** What a note is at: a value, a date as days since 1970, or a point by its indexes. */
export type NoteTarget =
  | { kind: 'value'; value: number }
  | { kind: 'date'; day: number }
  | { kind: 'point'; place: number; series: number };

/** What a note may be at. */
export type NoteKind = NoteTarget['kind'];

interface Drawn {
  places: readonly ChartPlace[];
  series: readonly ChartSeries[];
}

/** Finds what the notes of a chart are at; leaves out those at points that have no value. */
export function toNotes(spec: ChartSpec, drawn: Drawn): ChartNote[] {
  return (spec.annotate ?? []).flatMap((note, index) => {
    const target = findTarget(note, drawn);
    const at = target && writeTarget(target, note, { spec, drawn });
    return target && at ? [{ key: `note ${index}`, text: note.text, at, target }] : [];
  });
}

/** Lists the values that a chart's axis has to include for its notes. */
export function listNoteValues({ annotate = [] }: ChartSpec): number[] {
  return annotate.flatMap(({ value }) => value ?? []);
}

/** Returns the index of the place that a note names by its key or its label; -1 for none. */
export function findNotePlace({ point }: NoteSpec, places: readonly ChartPlace[]): number {
  return places.findIndex(({ key, label }) => key === point || label === point);
}

/** Lists the series with a value at a place, by index, among those that a note may mean. */
export function listNoteSeries(
  note: NoteSpec,
  place: number,
  series: readonly ChartSeries[],
): number[] {
  return series.flatMap(({ name, points }, index) => {
    const isMeant = note.series === undefined || note.series === name;
    return isMeant && (points[place]?.value ?? null) !== null ? [index] : [];
  });
}

function findTarget(note: NoteSpec, { places, series }: Drawn): NoteTarget | null {
  const { value, date } = note;
  if (value !== undefined) return { kind: 'value', value };
  if (date !== undefined)
    return isPartialDate(date) ? { kind: 'date', day: daysBetween(EPOCH, date) } : null;
  const place = findNotePlace(note, places);
  const [found] = listNoteSeries(note, place, series);
  return found === undefined ? null : { kind: 'point', place, series: found };
}

function writeTarget(
  target: NoteTarget,
  { date = '' }: NoteSpec,
  { spec, drawn }: { spec: ChartSpec; drawn: Drawn },
): string {
  const { format } = spec;
  if (target.kind === 'value') return formatNumber(target.value, format ? { format } : {});
  if (target.kind === 'date') return printDate(date);
  const name = drawn.places[target.place]?.label ?? '';
  return drawn.series.length === 1 ? name : `${name}, ${drawn.series[target.series]?.name ?? ''}`;
}
