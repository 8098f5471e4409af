import type { LiveSpec } from './dataset/recipe.ts';
import { badLive } from '../problems/problems.ts';
import type { Row } from '../model/dataset.ts';
import type { Live, Ranges } from '../model/shape.ts';
import type { DatasetFile } from './dataset/dataset-file.ts';
import { isRecord, isWebAddress } from '../text/value/record.ts';
import { toMilliseconds } from '../text/duration.ts';
import { describeRows, describeSchema } from './dataset/row-shape.ts';

const KEYS = ['interval', 'url', 'stream'];

/** Reads `live` of a dataset's file, else of its recipe; null when neither has it. */
export function readLive(
  file: DatasetFile,
  head: Record<string, unknown>,
  rows: readonly Row[],
): Live | null {
  const isOwn = head['live'] !== undefined;
  const value = isOwn ? head['live'] : file.recipe?.live;
  if (value === undefined || value === false) return null;
  const report = (what: string, key?: string): null => {
    const path = isOwn ? ['live', ...(key === undefined ? [] : [key])] : [];
    file.report(badLive(what, file.at(path)));
    return null;
  };
  if (!isRecord(value)) return report('"live" should be an object with an "interval"');
  const stranger = Object.keys(value).find((key) => !KEYS.includes(key));
  if (stranger !== undefined) return report(`"live" has no key "${stranger}"`, stranger);
  const written = value['interval'];
  const interval = typeof written === 'string' ? toMilliseconds(written) : null;
  if (interval === null) {
    return report('"interval" should be like 30s, 10min, 6h or 1d', 'interval');
  }
  for (const key of ['url', 'stream'] as const) {
    const address = value[key];
    if (address !== undefined && !isWebAddress(address)) {
      return report(`"${key}" should be an http or https address`, key);
    }
  }
  const { url, stream } = value as unknown as LiveSpec;
  if (url !== undefined && stream !== undefined) {
    return report('"live" has either a "url" or a "stream"', 'stream');
  }
  const checks = describeChecks(file, rows);
  if (typeof checks === 'string') {
    return report(`A page cannot check ${checks} of the recipe's schema`);
  }
  const { refresh } = file.recipe ?? {};
  const isAsked = refresh && !url && !stream;
  const askEvery = Math.max(interval, toMilliseconds(refresh?.minInterval ?? '') ?? 0);
  const where = { ...(url && { url }), ...(stream && { stream }), ...(isAsked && { askEvery }) };
  return { interval, ...where, ...checks };
}

function describeChecks(
  { recipe }: DatasetFile,
  rows: readonly Row[],
): Pick<Live, 'row' | 'ranges' | 'staleAfter'> | string {
  const ranges: Ranges = recipe?.ranges ?? {};
  if (!recipe) return { row: describeRows(rows), ranges };
  const described = describeSchema(recipe.schema);
  if (!described.ok) return described.what;
  const staleAfter = toMilliseconds(recipe.refresh?.staleAfter ?? '');
  return {
    row: described.shape,
    ranges,
    ...(staleAfter === null ? {} : { staleAfter }),
  };
}
