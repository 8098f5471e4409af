import type { GenericSchema } from 'valibot';
import { BOOKKEEPING } from '../known-rows.ts';
import type { Rule, Shape } from '../../model/shape.ts';

/** A schema as plain data, or the part of it that cannot be described. */
export type Described = { ok: true; shape: Shape } | { ok: false; what: string };

/** Internal fields of valibot's schemas and actions. */
interface Part {
  kind: string;
  type: string;
  pipe?: Part[];
  entries?: Record<string, Part>;
  item?: Part;
  value?: Part;
  wrapped?: Part;
  options?: unknown[];
  literal?: unknown;
  requirement?: unknown;
}

const PLAIN: Record<string, Shape['is'] & ('any' | 'text' | 'number' | 'truth' | 'null')> = {
  any: 'any',
  unknown: 'any',
  string: 'text',
  number: 'number',
  boolean: 'truth',
  null: 'null',
};
const OBJECTS = ['object', 'loose_object', 'strict_object'];
const OPTIONAL = ['optional', 'exact_optional', 'nullish'];
const BOUNDS: Record<string, ('least' | 'most' | 'leastSize' | 'mostSize')[]> = {
  min_value: ['least'],
  max_value: ['most'],
  min_length: ['leastSize'],
  max_length: ['mostSize'],
  length: ['leastSize', 'mostSize'],
};
const OPTIONAL_KEYS = BOOKKEEPING.filter((key) => key !== 'asOf');
const NULL: Shape = { is: 'null' };

/** Converts a valibot schema to plain data, so that a page can check rows without valibot and the recipe. */
export function describeSchema(schema: GenericSchema): Described {
  try {
    return { ok: true, shape: describe(schema as unknown as Part) };
  } catch (error) {
    if (error instanceof UndescribableError) return { ok: false, what: error.message };
    throw error;
  }
}

/** Thrown in this file for a schema with a function of the author. */
class UndescribableError extends Error {}

function describe(schema: Part): Shape {
  const [, ...actions] = schema.pipe ?? [];
  const rules = actions.flatMap(describeAction);
  const shape = describeType(schema);
  if (rules.length === 0) return shape;
  if (shape.is !== 'text' && shape.is !== 'number' && shape.is !== 'list') {
    throw new UndescribableError(`a bound on ${schema.type}`);
  }
  return { ...shape, rules };
}

function describeType(schema: Part): Shape {
  const { type, item, wrapped, value, options = [] } = schema;
  const plain = PLAIN[type];
  if (plain) return { is: plain };
  if (OBJECTS.includes(type)) return describeObject(schema);
  if (type === 'array' && item) return { is: 'list', of: describe(item) };
  if (type === 'record' && value) return { is: 'map', of: describe(value) };
  if (type === 'nullable' && wrapped) return { is: 'either', of: [describe(wrapped), NULL] };
  if (type === 'nullish' && wrapped) return { is: 'either', of: [describe(wrapped), NULL] };
  if (OPTIONAL.includes(type) && wrapped) return describe(wrapped);
  if (type === 'picklist' || type === 'enum') return { is: 'one', of: options.map(toScalar) };
  if (type === 'literal') return { is: 'one', of: [toScalar(schema.literal)] };
  if (type === 'union' || type === 'variant') {
    return { is: 'either', of: options.map((option) => describe(option as Part)) };
  }
  throw new UndescribableError(`"${type}"`);
}

function describeObject({ type, entries = {} }: Part): Shape {
  const pairs = Object.entries(entries);
  const keys = Object.fromEntries(pairs.map(([key, part]) => [key, describe(part)]));
  const optional = pairs.filter(([, part]) => OPTIONAL.includes(part.type)).map(([key]) => key);
  return { is: 'object', keys, optional, ...(type === 'strict_object' ? { isClosed: true } : {}) };
}

function describeAction({ kind, type, requirement }: Part): Rule[] {
  if (kind === 'metadata') return [];
  if (requirement instanceof RegExp) {
    return [{ rule: 'match', source: requirement.source, flags: requirement.flags }];
  }
  const bounds = BOUNDS[type];
  if (bounds && typeof requirement === 'number') {
    return bounds.map((rule) => ({ rule, than: requirement }));
  }
  if (type === 'non_empty') return [{ rule: 'leastSize', than: 1 }];
  if (type === 'integer') return [{ rule: 'whole' }];
  if (type === 'url') return [{ rule: 'address' }];
  throw new UndescribableError(`"${type}"`);
}

function toScalar(value: unknown): string | number | boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  throw new UndescribableError('a choice that is no JSON');
}

/** Derives a shape from rows without a recipe: a column with one type keeps it. */
export function describeRows(rows: readonly Record<string, unknown>[]): Shape {
  const [first = {}] = rows;
  const keys: Record<string, Shape> = {};
  for (const column of Object.keys(first)) {
    if (column === 'retired' || !rows.every((row) => Object.hasOwn(row, column))) continue;
    const types = new Set(
      rows
        .map((row) => row[column])
        .filter((cell) => cell !== null)
        .map(typeOf),
    );
    const [only, ...others] = types;
    if (only && others.length === 0) keys[column] = { is: 'either', of: [{ is: only }, NULL] };
  }
  return { is: 'object', keys, optional: OPTIONAL_KEYS };
}

function typeOf(cell: unknown): 'text' | 'number' | 'truth' | 'any' {
  return (
    ({ string: 'text', number: 'number', boolean: 'truth' } as const)[String(typeof cell)] ?? 'any'
  );
}
