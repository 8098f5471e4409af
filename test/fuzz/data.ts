import type { Random } from './random.ts';
import { anyNumber, anyText, anyValue, COLUMNS } from './values.ts';

const GOOD_DATES = ['2022', '2023-04', '2023-09-18', '2024-01', '2024-06-30', '2024-12-01'];

/** Returns the text of a dataset: mostly a sound one with something wrong in it. */
export function makeDataset(random: Random): string {
  const roll = random.next();
  if (roll < 0.03)
    return random.pick(['', '{', '[1,', 'null', '7', '"a"', '{"rows": }', '\ufeff[]']);
  if (roll < 0.08) return JSON.stringify(anyValue(random, 4));
  const text = JSON.stringify(makeDocument(random), null, random.pick([0, 1]));
  return random.chance(0.1) ? breakText(random, text) : text;
}

/** Returns JSON that a source may answer: a dataset, rows, one row, or anything else. */
export function makeAnswer(random: Random): string {
  const columns = ['count', ...random.many(4, () => random.pick(COLUMNS))];
  const [row = null] = makeRows(random, columns, 0.7);
  const roll = random.next();
  if (roll < 0.4) return JSON.stringify(makeDocument(random));
  if (roll < 0.6) return JSON.stringify(makeRows(random, columns, 0.7));
  return JSON.stringify(roll < 0.8 ? row : anyValue(random, 4));
}

function makeDocument(random: Random): unknown {
  const columns = [...new Set(['count', ...random.many(6, () => random.pick(COLUMNS))])];
  const isEditions = random.chance(0.25);
  const rows = makeRows(random, columns, isEditions ? 0 : 0.75);
  const head: Record<string, unknown> = {
    title: maybe(random, 'A list'),
    sources: maybe(random, {
      s: { name: anyText(random), url: 'https://s.example/' },
      t: { name: 'T' },
    }),
  };
  if (random.chance(0.3)) head['key'] = maybe(random, random.pick(columns));
  if (random.chance(0.3)) head['unit'] = maybe(random, anyText(random));
  if (random.chance(0.15))
    head['live'] = maybe(random, { interval: random.pick(['10min', '1s', '0s', 'x']) });
  if (random.chance(0.05)) head[anyText(random)] = 1;
  if (isEditions)
    head['editions'] = maybe(
      random,
      random.many(3, () => makeEdition(random, columns)),
    );
  if (!isEditions || random.chance(0.05)) head['rows'] = maybe(random, rows);
  return head;
}

function makeEdition(random: Random, columns: readonly string[]): unknown {
  return maybe(random, {
    asOf: maybe(random, random.pick(GOOD_DATES)),
    source: maybe(random, 's'),
    rows: maybe(random, makeRows(random, columns, 0)),
  });
}

function makeRows(random: Random, columns: readonly string[], dated: number): unknown[] {
  const isDated = random.chance(dated);
  return random.many(7, () => {
    const row: Record<string, unknown> = { source: maybe(random, 's') };
    if (isDated) row['asOf'] = maybe(random, random.pick(GOOD_DATES));
    if (random.chance(0.1)) row['since'] = maybe(random, random.pick(GOOD_DATES));
    for (const column of columns) {
      if (random.chance(0.85) && !(column in row)) row[column] = makeCell(random, column);
    }
    return maybe(random, row);
  });
}

function makeCell(random: Random, column: string): unknown {
  if (random.chance(0.08)) return anyValue(random);
  if (column === 'count' || column === 'other')
    return random.chance(0.1) ? null : anyNumber(random);
  if (column === 'url') return random.pick(['https://a.example/', anyText(random)]);
  return anyText(random);
}

/** Returns what is given, and now and then something else. */
function maybe(random: Random, value: unknown): unknown {
  return random.chance(0.04) ? anyValue(random) : value;
}

/** Takes a piece out of a text, or puts one in. */
export function breakText(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const pieces = [
    '',
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    '\n',
    '\\',
    '\u0000',
    '\ud83d',
    '---\n',
    '<',
    '*',
    '&a ',
    '`',
  ];
  return text.slice(0, at) + random.pick(pieces) + text.slice(at + random.below(4));
}

/** Returns JSON with one of its values, at any depth, left out or replaced. */
export function breakValue(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.1)) return anyValue(random);
  const entries = Object.entries(value);
  const at = random.below(entries.length);
  const [key, inner] = entries[at] ?? ['', null];
  const isGone = random.chance(0.15);
  const broken = isGone ? undefined : breakValue(random, inner);
  if (!Array.isArray(value)) return { ...value, [key]: broken };
  return isGone ? value.toSpliced(at, 1) : value.with(at, broken);
}
