import type { Random } from './random.ts';

/** Marks that no element, attribute or address on a page may come from, for they stand in data. */
export const TRAP = 'trapped';

/** Names that datasets, columns and keys of the generated projects share, so that they find each other. */
export const DATASETS = [
  'list',
  'table',
  'releases',
  'people',
  'empty',
  'constructor',
  '__proto__',
];
export const COLUMNS =
  'asOf since retrieved source exact count other name version label url role day time room speaker group title status id note kind M: parts.x toString __proto__ length'.split(
    ' ',
  );

const MARKUP = [
  `<${TRAP} a=b>`,
  `"><${TRAP}>`,
  `' ${TRAP}='1`,
  `" ${TRAP}="1" onerror="${TRAP}`,
  `</script><${TRAP}>`,
  `<!--<${TRAP}>-->`,
  `]]><${TRAP}/>`,
  `&lt;${TRAP}&gt;`,
  `javascript:${TRAP}()`,
  `https://a.example/"onclick=${TRAP}`,
];

const ODD = [
  '',
  ' ',
  '\u0000',
  '\u001b[31m',
  '\u009b2J',
  '\u202ereversed\u2066',
  '\ud800',
  'e\u0301\u00e9',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  '\ufeff',
  '\u2028',
  '\r',
  'İ\u0130ß',
  '{{ list.count }}',
  '---',
  ':::',
  '$&$1',
  'x'.repeat(300),
  '無'.repeat(40),
];

const DATES = [
  '2024',
  '2024-02',
  '2024-02-30',
  '2024-12-31',
  '0000',
  '9999-12-31',
  '24-1-1',
  'today',
];

const PLAIN = [
  'a',
  'b',
  'Alice',
  '6.10',
  '6.9',
  'v6.11-rc1',
  'merged',
  'https://a.example/x',
  'main',
  '10:00',
  '1y',
  'value',
];

/** Returns a text: mostly a plain one, else one that tries to be markup or is odd. */
export function anyText(random: Random): string {
  const roll = random.next();
  if (roll < 0.45) return random.pick(PLAIN);
  if (roll < 0.6) return random.pick(DATES);
  if (roll < 0.8) return random.pick(MARKUP);
  return random.pick(ODD) + random.pick(['', random.pick(PLAIN)]);
}

/** Returns any JSON value, nested up to `depth`. */
export function anyValue(random: Random, depth = 2): unknown {
  const roll = random.next();
  if (roll < 0.35) return anyText(random);
  if (roll < 0.6) return anyNumber(random);
  if (roll < 0.72) return random.pick([null, true, false]);
  if (depth === 0) return null;
  if (roll < 0.86) return random.many(3, () => anyValue(random, depth - 1));
  return anyObject(random, depth - 1);
}

/** Returns a number, now and then one at an edge. */
export function anyNumber(random: Random): number {
  const edges = [0, -0, 1, -1, 0.1, 1e21, -1e308, 5e-324, 2 ** 53 + 2, 1.005];
  return random.chance(0.4) ? random.pick(edges) : random.below(2000);
}

function anyObject(random: Random, depth: number): Record<string, unknown> {
  const entries = random.many(3, () => [random.pick(COLUMNS), anyValue(random, depth)] as const);
  return Object.fromEntries(entries);
}
