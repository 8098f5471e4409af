import { clockDay, isPartialDate, printDate } from '../../data/date.ts';
import { formatNumber } from '../../data/value/format.ts';
import type { ChartNote, NoteTarget } from './chart-note.ts';
import type { ChartPlace } from './chart-place.ts';
import type { ChartSeries } from './chart-series.ts';
import type { ChartSpec, NoteSpec } from './chart-spec.ts';
import type { ChartView } from './chart-view.ts';

/** Adds the notes of a chart, and extends its axis to their values; leaves out those at points without a value. */
export function addNotes(spec: ChartSpec, view: ChartView): ChartView {
  const { annotate = [] } = spec;
  const notes = annotate.flatMap((note, index): ChartNote[] => {
    const target = findTarget(note, view);
    if (!target) return [];
    return [{ key: `note ${index}`, text: note.text, at: writeTarget(target, note, view), target }];
  });
  const values = annotate.flatMap(({ value }) => value ?? []);
  // The values of a histogram are along its other axis.
  if (view.type === 'histogram') return { ...view, notes };
  return {
    ...view,
    notes,
    min: Math.min(view.min, ...values),
    max: Math.max(view.max, ...values),
  };
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

function findTarget(note: NoteSpec, { places, series }: ChartView): NoteTarget | null {
  const { value, date } = note;
  if (value !== undefined) return { kind: 'value', value };
  if (date !== undefined) return isPartialDate(date) ? { kind: 'date', day: clockDay(date) } : null;
  const place = findNotePlace(note, places);
  const [found] = listNoteSeries(note, place, series);
  return found === undefined ? null : { kind: 'point', place, series: found };
}

function writeTarget(
  target: NoteTarget,
  { date = '' }: NoteSpec,
  { format, places, series }: ChartView,
): string {
  if (target.kind === 'value') return formatNumber(target.value, format ? { format } : {});
  if (target.kind === 'date') return printDate(date);
  const name = places[target.place]?.label ?? '';
  return series.length === 1 ? name : `${name}, ${series[target.series]?.name ?? ''}`;
}
