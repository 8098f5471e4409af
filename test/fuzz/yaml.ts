import type { Random } from './random.ts';
import { anyNumber, anyText, anyValue, COLUMNS, DATASETS } from './values.ts';

/** What is known of a valibot schema without its types. */
interface Schema {
  type?: string;
  entries?: Record<string, unknown>;
  wrapped?: unknown;
  item?: unknown;
  value?: unknown;
  options?: readonly unknown[];
  literal?: unknown;
  getter?: (input: unknown) => unknown;
}

/** Returns the YAML of a block's body: mostly what its schema takes, in every key now and then something else. */
export function makeBody(random: Random, schema: unknown): string {
  const value = fillSchema(random, schema, 4);
  if (random.chance(0.04)) return writeYaml(random, anyValue(random, 3), '');
  return writeYaml(random, value, '');
}

function fillSchema(random: Random, given: unknown, depth: number): unknown {
  if (random.chance(0.05)) return anyValue(random);
  const schema = (given ?? {}) as Schema;
  const inner = (part: unknown): unknown => fillSchema(random, part, depth - 1);
  if (schema.wrapped !== undefined) return inner(schema.wrapped);
  if (depth <= 0) return anyText(random);
  switch (schema.type) {
    case 'strict_object':
    case 'object':
      return fillObject(random, schema.entries ?? {}, inner);
    case 'array':
      return random.many(3, () => inner(schema.item));
    case 'record':
      return Object.fromEntries(random.many(2, () => [random.pick(COLUMNS), inner(schema.value)]));
    case 'union':
      return inner(random.pick(schema.options ?? [null]));
    case 'picklist':
      return random.pick(schema.options ?? [null]);
    case 'literal':
      return schema.literal;
    case 'lazy':
      return inner(schema.getter?.(undefined));
    case 'number':
      return anyNumber(random);
    case 'boolean':
      return random.chance(0.5);
    default:
      return random.pick([random.pick(COLUMNS), anyText(random), 'count']);
  }
}

function fillObject(
  random: Random,
  entries: Record<string, unknown>,
  inner: (schema: unknown) => unknown,
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(entries)) {
    const isOptional = (schema as Schema).wrapped !== undefined;
    if (isOptional && random.chance(0.6)) continue;
    found[key] = key === 'data' && random.chance(0.95) ? random.pick(DATASETS) : inner(schema);
  }
  if (random.chance(0.04)) found[random.pick(COLUMNS)] = anyValue(random);
  return found;
}

/** Writes a value as YAML in one of its many ways: as JSON, with anchors, tags or comments. */
export function writeYaml(random: Random, value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null || random.chance(0.15))
    return writeFlow(random, value);
  const entries = Object.entries(value);
  if (entries.length === 0) return Array.isArray(value) ? '[]' : '{}';
  const lines = entries.map(([key, part]) => {
    const isNested = typeof part === 'object' && part !== null && Object.keys(part).length > 0;
    const text = writeYaml(random, part, `${indent}  `);
    const gap = isNested && !/^[[{]/.test(text) ? `\n${indent}  ` : ' ';
    const name = /^[\w.]+$/.test(key) ? key : JSON.stringify(key);
    return `${Array.isArray(value) ? '-' : `${name}:`}${gap}${text}`;
  });
  return lines.join(`\n${indent}`);
}

const ODD = [
  '*a',
  '&a 1',
  '!!binary x',
  '!odd y',
  '~',
  '0x1f',
  '1e999',
  '.nan',
  '[',
  '"open',
  "it's",
  'a: b',
  '#colour',
  '|',
  '<<',
  '2024-02-30',
  '? a',
  '&b [*b]',
  '%x',
  '@',
];

function writeFlow(random: Random, value: unknown): string {
  const roll = random.next();
  if (roll < 0.03) return random.pick(ODD);
  const text = typeof value === 'string' && /^[\w.]+$/.test(value) ? value : JSON.stringify(value);
  if (roll < 0.05) return `&a ${text}`;
  if (roll < 0.06) return `${text} # a comment`;
  return text ?? 'null';
}
