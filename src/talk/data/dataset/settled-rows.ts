import { badDataset } from '../../problems/data/dataset-problems.ts';
import type { JsonPath } from '../json-place.ts';
import { isRecord } from '../../text/value/record.ts';
import { isReason } from '../settlement.ts';
import { checkDate, type DatasetFile } from './dataset-file.ts';

const PINNED = 'Write why the figure is settled by hand: "pinned": "counted twice by the source".';
const RETIRED =
  'Write from which day the row is withdrawn, and why: "retired": { "on": "2026-11-20", "why": "counted twice" }.';
const PREFER = 'Write the ids of the sources, the one that is shown first: "prefer": ["a", "b"].';

/** Checks what an author settled by hand in a row: a pin, or a retirement. */
export function checkSettled(
  file: DatasetFile,
  { pinned, retired }: Record<string, unknown>,
  path: JsonPath,
): void {
  if (pinned !== undefined && !isReason(pinned)) {
    file.report(badDataset('"pinned" should be a reason', file.at([...path, 'pinned']), PINNED));
  }
  if (retired === undefined) return;
  const place = [...path, 'retired'];
  const keys = isRecord(retired) ? Object.keys(retired) : [];
  if (!isRecord(retired) || keys.some((key) => key !== 'on' && key !== 'why')) {
    file.report(
      badDataset('"retired" should be an object with "on" and "why"', file.at(place), RETIRED),
    );
    return;
  }
  if (!isReason(retired['why']) || retired['on'] === undefined) {
    file.report(badDataset('"retired" states both a day and a reason', file.at(place), RETIRED));
  }
  checkDate(file, retired['on'], [...place, 'on']);
}

/** Reads `prefer`: ids of the dataset's sources in the order in which they are shown; null for none. */
export function readPreferred(
  file: DatasetFile,
  value: unknown,
  ids: readonly string[],
): readonly string[] | null {
  if (value === undefined) return null;
  const report = (what: string): null => {
    file.report(badDataset(what, file.at(['prefer']), PREFER));
    return null;
  };
  if (!Array.isArray(value) || value.length === 0)
    return report('"prefer" should be a list of sources');
  const wrong = value.find((id: unknown) => typeof id !== 'string' || !ids.includes(id)) as unknown;
  if (wrong !== undefined)
    return report(
      `"prefer" names a source that the dataset does not list: ${JSON.stringify(wrong)}`,
    );
  if (new Set(value).size < value.length) return report('"prefer" names a source twice');
  return value as string[];
}
