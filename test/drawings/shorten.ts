import { shrink } from '../fuzz/shrink.ts';
import { KINDS, SETTINGS, TIMELINES, type Drawing } from './drawing.ts';
import type { FaultKind } from './fault.ts';
import type { DrawingJudge } from './open-judge.ts';

const TIMEOUT_MS = 15_000;

/** Shortens a drawing while it has the same kind of fault: rows first, then keys, names and digits. */
export async function shorten(
  drawing: Drawing,
  kind: FaultKind,
  { judge }: Pick<DrawingJudge, 'judge'>,
): Promise<Drawing> {
  const hasFault = async (next: Drawing): Promise<boolean> => {
    if (!isWhole(next)) return false;
    const [verdict] = await judge([next]);
    return verdict?.faults.some((fault) => fault.kind === kind) === true;
  };
  const few = await dropRows(drawing, hasFault);
  const one = async (next: unknown): Promise<string | null> =>
    (await hasFault(next as Drawing)) ? kind : null;
  return shrink(few, one, { timeout: TIMEOUT_MS });
}

/** Leaves out ever smaller pieces of the rows. */
async function dropRows(
  drawing: Drawing,
  hasFault: (next: Drawing) => Promise<boolean>,
): Promise<Drawing> {
  let best = drawing;
  for (let size = drawing.rows.length >> 1; size >= 1; size = size >> 1) {
    for (let at = 0; at < best.rows.length;) {
      const next = { ...best, rows: best.rows.toSpliced(at, size) };
      if (next.rows.length > 0 && (await hasFault(next))) best = next;
      else at += size;
    }
  }
  return best;
}

/** Reports whether a shortened drawing still says what it shows. */
function isWhole({ kind, spec, rows, key, unit, setting, language }: Drawing): boolean {
  if (rows.length === 0 || !KINDS.includes(kind) || !SETTINGS.includes(setting)) return false;
  if ([key, unit, setting, language].includes(undefined as never)) return false;
  if (TIMELINES.includes(kind)) return true;
  if (kind === 'spark') return spec['value'] !== undefined;
  if (kind === 'histogram') return spec.x !== undefined;
  const isNamed = kind === 'bar' || kind === 'dot';
  const columns = [spec.y ?? []].flat();
  const along = isNamed ? spec.label : spec.x === 'date' ? 'asOf' : spec.x;
  const others = isNamed || spec.label === undefined ? [] : [spec.label];
  const names = [along ?? '', ...others];
  return (
    (spec.type === kind || kind === 'facets') &&
    columns.length > 0 &&
    names.every((name) => rows.every((row) => typeof row[name] === 'string' && row[name] !== ''))
  );
}
