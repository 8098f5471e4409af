import type { Ranges, Rule, Shape } from '../../model/shape.ts';
import { isRecord, isWebAddress } from '../../text/value/record.ts';
import { printValue } from '../../text/value/value-text.ts';

/** Finds the first part of a value that does not match a shape, as `.column.part`; null when it matches. */
export function findMisfit(shape: Shape, value: unknown, place = ''): string | null {
  switch (shape.is) {
    case 'any':
      return null;
    case 'null':
      return value === null ? null : place;
    case 'text':
      return typeof value === 'string' && keepsRules(shape.rules, value) ? null : place;
    case 'number':
      return typeof value === 'number' && keepsRules(shape.rules, value) ? null : place;
    case 'truth':
      return typeof value === 'boolean' ? null : place;
    case 'one':
      return (shape.of as unknown[]).includes(value) ? null : place;
    case 'either':
      return shape.of.some((part) => findMisfit(part, value) === null) ? null : place;
    case 'map':
      return isRecord(value) ? firstMisfit(Object.entries(value), shape.of, place) : place;
    case 'list':
      return findInList(shape, value, place);
    case 'object':
      return findInObject(shape, value, place);
  }
}

/** Finds a column with a figure out of its range; null for none. */
export function findOutOfRange(ranges: Ranges, row: Record<string, unknown>): string | null {
  const entry = Object.entries(ranges).find(([column, [least, greatest]]) => {
    const cell = row[column];
    return typeof cell === 'number' && !(cell >= least && cell <= greatest);
  });
  return entry?.[0] ?? null;
}

function findInList(shape: Shape & { is: 'list' }, value: unknown, place: string): string | null {
  if (!Array.isArray(value) || !keepsRules(shape.rules, value)) return place;
  const entries = value.map((part: unknown, index) => [String(index), part] as const);
  return firstMisfit(entries, shape.of, place);
}

function firstMisfit(
  entries: readonly (readonly [string, unknown])[],
  shape: Shape,
  place: string,
): string | null {
  for (const [key, part] of entries) {
    const found = findMisfit(shape, part, `${place}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

function findInObject(
  { keys, optional, isClosed }: Shape & { is: 'object' },
  value: unknown,
  place: string,
): string | null {
  if (!isRecord(value)) return place;
  for (const [key, shape] of Object.entries(keys)) {
    const isThere = Object.hasOwn(value, key);
    if (!isThere && optional.includes(key)) continue;
    const found = isThere ? findMisfit(shape, value[key], `${place}.${key}`) : `${place}.${key}`;
    if (found !== null) return found;
  }
  const stranger = isClosed ? Object.keys(value).find((key) => !(key in keys)) : undefined;
  return stranger === undefined ? null : `${place}.${stranger}`;
}

function keepsRules(rules: readonly Rule[] = [], value: string | number | unknown[]): boolean {
  return rules.every((rule) => keepsRule(rule, value));
}

function keepsRule(rule: Rule, value: string | number | unknown[]): boolean {
  const size = typeof value === 'number' ? value : value.length;
  switch (rule.rule) {
    case 'match':
      return typeof value === 'string' && new RegExp(rule.source, rule.flags).test(value);
    case 'least':
      return typeof value === 'number'
        ? value >= rule.than
        : printValue(value) >= printValue(rule.than);
    case 'most':
      return typeof value === 'number'
        ? value <= rule.than
        : printValue(value) <= printValue(rule.than);
    case 'leastSize':
      return size >= rule.than;
    case 'mostSize':
      return size <= rule.than;
    case 'whole':
      return Number.isInteger(value);
    case 'address':
      return isWebAddress(value);
  }
}
