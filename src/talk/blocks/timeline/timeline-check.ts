import type { BlockContext, BlockPath } from '../../model/block.ts';
import type { DatasetView } from '../../model/dataset.ts';
import { wrongValue } from '../../problems/block-problems.ts';
import { unknownRow } from '../../problems/lookup-problems.ts';
import { parsePeriod, periodDays } from '../../data/date.ts';
import { PERIOD_FORMS } from '../../text/duration.ts';
import { printValue } from '../../text/value/value-text.ts';
import { checkColumn } from '../row-filter.ts';
import { compareVersions, isVersion } from '../version.ts';
import { readCadence, splitCadence } from './timeline-cadence.ts';
import type { TimelineSpec } from './timeline-view.ts';

/** Reports whether a timeline can be drawn; adds a problem for each key that does not fit the data or the others. */
export function checkSpec(spec: TimelineSpec, data: DatasetView, context: BlockContext): boolean {
  return [
    hasPeriods(spec, context) && hasOrder(spec, context),
    hasColumns(spec, data, context),
    hasVersions(spec, data, context),
  ].every(Boolean);
}

function hasPeriods({ cadence, candidates }: TimelineSpec, context: BlockContext): boolean {
  const cadences = splitCadence(cadence).map((text) => [['cadence'], text] as const);
  const ofCandidates = (['every', 'after'] as const).flatMap((key) =>
    candidates ? [[['candidates', key], candidates[key]] as const] : [],
  );
  const wrong = [...cadences, ...ofCandidates].filter(([, text]) => !isOfDays(text));
  // Both ends of a cadence have one place.
  const places = new Map(wrong.map(([path]) => [path.join('.'), path]));
  for (const path of places.values()) {
    context.report(wrongValue(path.join('.'), PERIOD_FORMS, context.spanOf(path)));
  }
  return wrong.length === 0;
}

/** Releases have dates without a time. */
function isOfDays(text: string): boolean {
  const period = parsePeriod(text);
  return period !== null && periodDays(period) >= 1;
}

/** Checks that a cycle ends after its first candidate. */
function hasOrder(spec: TimelineSpec, context: BlockContext): boolean {
  const { least, most, candidates } = readCadence(spec);
  const report = (path: BlockPath, expected: string): false => {
    context.report(wrongValue(path.join('.'), expected, context.spanOf(path)));
    return false;
  };
  if (least > most) return report(['cadence'], 'the least time first, such as 9w to 10w');
  if (!candidates || candidates.after < least) return true;
  return report(['candidates', 'after'], 'shorter than the cadence');
}

function hasColumns(spec: TimelineSpec, data: DatasetView, context: BlockContext): boolean {
  const { opened, closed, below } = spec;
  const columns = [
    [['opened'], opened],
    [['closed'], closed],
    [['below', 'column'], below?.column],
  ] as const;
  const found = columns.map(
    ([path, column]) => column === undefined || checkColumn(column, data, context, path),
  );
  return found.every(Boolean);
}

function hasVersions(spec: TimelineSpec, data: DatasetView, context: BlockContext): boolean {
  const named = data.rows.filter(({ version }) => version !== undefined && version !== null);
  const versions = named.map(({ version }) => printValue(version)).sort(compareVersions);
  let isGood = true;
  for (const key of ['from', 'to', 'focus'] as const) {
    const version = spec[key];
    if (version === undefined || versions.includes(version)) continue;
    // On an earlier day the last release may be unknown; the timeline then ends before it.
    if (key === 'to' && isAhead(version, versions)) continue;
    context.report(unknownRow(version, spec.data, versions, context.spanOf([key])));
    isGood = false;
  }
  return isGood;
}

function isAhead(version: string, versions: readonly string[]): boolean {
  const newest = versions.at(-1);
  return newest !== undefined && isVersion(version) && compareVersions(version, newest) > 0;
}
