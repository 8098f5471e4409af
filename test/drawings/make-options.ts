import type { Random } from '../fuzz/random.ts';
import type { Row } from '../../src/talk/model/dataset.ts';
import type { Body, Kind, Spec } from './drawing.ts';

const PLAIN: readonly Kind[] = ['percent', 'histogram'];
const FREE: readonly Kind[] = ['line', 'dot', 'slope', 'range', 'scatter'];

/** Makes what an author may set beside the columns of a chart. */
export function makeOptions(random: Random, kind: Kind, { rows, spec }: Body): Spec {
  const options: Spec = PLAIN.includes(kind) ? {} : pickFormat(random);
  if (random.chance(0.2)) options['height'] = 80 + random.below(561);
  if (random.chance(0.2))
    options['title'] = random.pick([
      'Since the start',
      'Of all that was found in every part of the tree over the years',
    ]);
  if (random.chance(0.15) && FREE.includes(kind) && isAboveZero(rows, spec))
    options['scale'] = 'log';
  else if (random.chance(0.25) && FREE.includes(kind)) options['min'] = 'auto';
  if (random.chance(0.2) && ['bar', 'dot'].includes(kind)) options['sort'] = 'value';
  if (random.chance(0.1)) options['steps'] = true;
  return options;
}

function isAboveZero(rows: readonly Row[], spec: Spec): boolean {
  const columns = [spec.y ?? [], spec['low'] ?? [], spec['high'] ?? []].flat();
  const cells = rows.flatMap((row) => columns.map((column) => row[String(column)]));
  return cells.every((cell) => typeof cell !== 'number' || cell > 0);
}

/** Picks a format of numbers, or none. */
export function pickFormat(random: Random): Spec {
  return random.chance(0.25) ? { format: random.pick(['compact', 'signed', 'percent']) } : {};
}

const AT_VALUES: readonly Kind[] = ['line', 'area', 'column', 'scatter', 'bar', 'dot', 'stacked'];
const AT_POINTS: readonly Kind[] = ['line', 'area', 'column', 'scatter'];
const AT_DATES: readonly Kind[] = ['line', 'area'];
const TEXTS = ['limit', 'room of the old server', 'what was agreed on by all of them'];

/** Makes up to three notes at what is drawn, now and then. */
export function makeNotes(random: Random, kind: Kind, { rows, spec }: Body): Spec {
  if (!AT_VALUES.includes(kind) || random.chance(0.8)) return {};
  const [column = ''] = [spec.y ?? []].flat();
  const along = spec.x === 'date' ? 'asOf' : kind === 'scatter' ? 'name' : String(spec.x);
  const axes = kind === 'scatter' ? [String(spec.x), column] : [column];
  const known = rows.filter((row) => axes.every((one) => typeof row[one] === 'number'));
  // A point of several series would need the name of one.
  const isOne = spec.label === undefined && !Array.isArray(spec.y);
  const makers = [
    (row: Row) => ({ value: row[column] }),
    ...(AT_POINTS.includes(kind) && isOne ? [(row: Row) => ({ point: row[along] })] : []),
    ...(AT_DATES.includes(kind) && spec.x === 'date'
      ? [(row: Row) => ({ date: row['asOf'] })]
      : []),
  ];
  if (known.length === 0) return {};
  const annotate = TEXTS.slice(0, 1 + random.below(3)).map((text) => ({
    ...random.pick(makers)(random.pick(known)),
    text,
  }));
  return { annotate };
}
