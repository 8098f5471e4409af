import { clockDay, isPartialDate } from '../../data/date.ts';
import type { BlockPath } from '../../model/block.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { unknownHighlight, wrongValue } from '../../problems/problems.ts';
import type { NoteKind } from './chart-note.ts';
import { findNotePlace, listNoteSeries } from './chart-notes.ts';
import type { ChartSpec, ChartType, NoteSpec } from './chart-spec.ts';
import type { ChartView } from './chart-view.ts';

/** Reports a problem at a key of the chart. */
export type Report = (path: BlockPath, problem: (span: Span) => Problem) => void;

/** What notes can be at in each kind of chart. */
const NOTE_KINDS: Record<ChartType, readonly NoteKind[]> = {
  line: ['value', 'date', 'point'],
  area: ['value', 'date', 'point'],
  bar: ['value'],
  column: ['value', 'point'],
  dot: ['value'],
  slope: [],
  stacked: ['value'],
  percent: ['value'],
  histogram: ['value'],
  heatmap: [],
  range: ['value'],
  scatter: ['value', 'point'],
};
const KINDS = ['value', 'date', 'point'] as const;

/** Reports the notes of a chart that are at nothing that it shows. */
export function checkNotes(
  spec: ChartSpec,
  view: ChartView,
  isFacet: boolean,
  report: Report,
): void {
  (spec.annotate ?? []).forEach((note, index) => {
    const path = ['annotate', index];
    const given = KINDS.filter((kind) => note[kind] !== undefined);
    const [kind] = given;
    if (kind === undefined || given.length > 1) {
      const expected = 'a text and one of value, date and point';
      report(path, (span) => wrongValue(printPath(path), expected, span));
      return;
    }
    const key = `${printPath(path)}.${kind}`;
    const wrong = (expected: string): void =>
      report([...path, kind], (span) => wrongValue(key, expected, span));
    const all = NOTE_KINDS[spec.type];
    // Small charts rarely have one point in common.
    const allowed = isFacet ? all.filter((one) => one !== 'point') : all;
    const isLow = spec.scale === 'log' && (note.value ?? 1) <= 0;
    if (!allowed.includes(kind)) wrong(describeAllowed(spec.type, allowed));
    else if (isLow) wrong('above zero where the scale is log');
    else if (kind === 'date') checkDate(note, view, wrong);
    else if (kind === 'point') checkPoint(note, view, path, report);
  });
}

function printPath([key, index]: BlockPath): string {
  return `${key}[${index}]`;
}

function describeAllowed(type: ChartType, allowed: readonly NoteKind[]): string {
  if (allowed.length === 0) return `left out, as a chart of type ${type} has no notes`;
  return `left out: notes of a chart of type ${type} are at a ${allowed.join(' or a ')}`;
}

function checkDate({ date }: NoteSpec, { places }: ChartView, wrong: (text: string) => void): void {
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last || first.day === null || last.day === null) {
    return wrong(
      'left out, as the chart does not run along dates; "point" names one of its places',
    );
  }
  const day = isPartialDate(date) ? clockDay(date) : null;
  if (day === null || day < first.day || day > last.day) {
    wrong(`a date that the chart shows, from ${first.key} to ${last.key}`);
  }
}

function checkPoint(note: NoteSpec, view: ChartView, path: BlockPath, report: Report): void {
  const { places, series } = view;
  const place = findNotePlace(note, places);
  if (place < 0) {
    const names = [...new Set(places.flatMap(({ key, label }) => [key, label]))];
    report([...path, 'point'], (span) => unknownHighlight(note.point ?? '', names, span));
    return;
  }
  const names = series.map(({ name }) => name);
  if (note.series !== undefined && !names.includes(note.series)) {
    report([...path, 'series'], (span) => unknownHighlight(note.series ?? '', names, span));
    return;
  }
  const isPlaced = !view.across || view.across.values[place] !== null;
  const found = isPlaced ? listNoteSeries(note, place, series) : [];
  const expected =
    found.length === 0
      ? 'a place with a value'
      : 'one of several series: name it with "series" beside it';
  if (found.length === 1) return;
  report([...path, 'point'], (span) => wrongValue(`${printPath(path)}.point`, expected, span));
}
