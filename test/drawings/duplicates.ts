import type { Row } from '../../src/talk/model/dataset.ts';
import type { Random } from '../fuzz/random.ts';
import { TIMELINES, type Drawing, type Kind } from './drawing.ts';
import { columnsOf } from './expected.ts';

/** Kinds in which each row has a place of its own. */
const FREE: readonly Kind[] = ['scatter', 'histogram', 'spark', ...TIMELINES];

/** Adds a second row at the place of another, now and then. */
export function addDuplicate(random: Random, kind: Kind, rows: Row[]): Row[] {
  if (FREE.includes(kind) || !random.chance(0.03)) return rows;
  const row = random.pick(rows);
  return [...rows, { ...row }];
}

/** Reports whether two rows have the same place in a drawing. */
export function hasDuplicate(drawing: Drawing): boolean {
  const { kind, rows, spec } = drawing;
  if (FREE.includes(kind)) return false;
  const { along, split } = columnsOf(drawing);
  const facet = typeof spec['facet'] === 'string' ? spec['facet'] : undefined;
  const names = [along, split, facet].flatMap((name) => name ?? []);
  const keys = rows.map((row) => JSON.stringify(names.map((name) => row[name])));
  return new Set(keys).size < keys.length;
}
