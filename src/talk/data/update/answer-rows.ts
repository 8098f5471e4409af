import { ShapeError } from '../formats/answer-shape.ts';
import { isRecord } from '../../text/value/record.ts';
import type { Row } from '../../model/dataset.ts';
import type { Fresh, RefreshContext } from './refresh-context.ts';

/**
 * Takes the only response of a recipe as rows: a series where each row has a date, else a whole table as of today.
 * Throws an error for anything else.
 */
export function toFresh(
  answers: Readonly<Record<string, unknown>>,
  { today }: Pick<RefreshContext, 'today'>,
): Fresh {
  const [rows, ...others] = Object.values(answers);
  if (others.length > 0) throw new ShapeError('several answers need a "parse" in the recipe');
  if (!Array.isArray(rows) || !rows.every(isRecord))
    throw new ShapeError('it is no list of rows; the recipe needs a "parse" that makes rows of it');
  const dated = rows.filter((row) => row['asOf'] !== undefined && row['asOf'] !== null);
  if (dated.length === 0) return { asOf: today, table: rows as Row[] };
  if (dated.length === rows.length) return { rows: rows as Row[] };
  throw new ShapeError(`${rows.length - dated.length} of its ${rows.length} rows have no "asOf"`);
}
