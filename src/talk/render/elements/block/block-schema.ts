import type { BaseIssue, GenericSchema } from 'valibot';
import { safeParse } from 'valibot';
import type { BlockPath } from '../../../model/block.ts';
import { missingBlockKey, unknownBlockKey, wrongValue } from '../../../problems/problems.ts';
import { findNearest } from '../../../text/nearest.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Body } from './block-body.ts';
import { printShort } from '../../../text/value-text.ts';

/** The rule for a block's body. */
export interface BodyRule<Spec> {
  block: string;
  schema: GenericSchema<unknown, Spec>;
}

/** A checked body, or all of its problems. */
export type CheckedBody<Spec> = { ok: true; spec: Spec } | { ok: false; problems: Problem[] };

type Issue = BaseIssue<unknown>;
const QUOTED = /"([^"]*)"/g;
const BOUND = /^(>=|<=)(.+)$/;
const TYPES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'a list of "key: value" lines',
  null: 'empty',
};

/** Checks a block's body; the schema decides whether a number-like value is a number or text. */
export function checkBody<Spec>(body: Body, { block, schema }: BodyRule<Spec>): CheckedBody<Spec> {
  const first = safeParse(schema, body.value);
  if (first.success) return { ok: true, spec: first.output };
  const second = safeParse(schema, body.swapNumbers(first.issues.map(pathOf)));
  if (second.success) return { ok: true, spec: second.output };
  const { issues } = second.issues.length < first.issues.length ? second : first;
  return { ok: false, problems: issues.map((issue) => toProblem(issue, body, block, schema)) };
}

function toProblem(issue: Issue, body: Body, block: string, schema: unknown): Problem {
  const path = pathOf(issue);
  const key = String(path.at(-1) ?? block);
  if (isUnknownKey(issue)) {
    return unknownBlockKey(key, keysAt(schema, path.slice(0, -1)), block, body.keySpanOf(path));
  }
  if (issue.received === 'undefined' && path.length > 0) {
    return missingBlockKey(key, `${block} block`, body.spanOf(path.slice(0, -1)));
  }
  const names = [...(issue.expected ?? '').matchAll(QUOTED)].map((match) => match[1] ?? '');
  const nearest = findNearest(printShort(issue.input), names);
  const hint = nearest && `Did you mean "${nearest}"?`;
  return wrongValue(printPath(path, block), say(issue, names), body.spanOf(path), hint);
}

function pathOf(issue: Issue): BlockPath {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

function isUnknownKey({ type, expected }: Issue): boolean {
  return type === 'strict_object' && expected === 'never';
}

/** Describes the expected value: in the schema's own words if given, else by its types. */
function say({ message, expected }: Issue, names: readonly string[]): string {
  if (!message.startsWith('Invalid ')) return message.replace(/\.$/, '');
  if (names.length > 0) return names.length === 1 ? `"${names[0]}"` : `one of ${names.join(', ')}`;
  const [, bound, limit] = BOUND.exec(expected ?? '') ?? [];
  if (limit !== undefined) return `${limit} or ${bound === '>=' ? 'more' : 'less'}`;
  const types = (expected ?? '').replace(/[()]/g, '').split(' | ');
  return types.map((type) => TYPES[type] ?? type).join(' or ');
}

/** Formats a path for authors: `columns[1].title`. */
function printPath(path: BlockPath, block: string): string {
  if (path.length === 0) return block;
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`));
  return parts.join('').replace(/^\./, '');
}

/** Lists the keys of a schema at a path, through lists, unions and wrappers. */
export function keysAt(schema: unknown, path: BlockPath): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if ('wrapped' in schema) return keysAt(schema.wrapped, path);
  if ('options' in schema && Array.isArray(schema.options)) {
    return [...new Set(schema.options.flatMap((option) => keysAt(option, path)))];
  }
  if ('item' in schema) return keysAt(schema.item, path.slice(1));
  if (!('entries' in schema) || typeof schema.entries !== 'object' || schema.entries === null) {
    return 'value' in schema ? keysAt(schema.value, path.slice(1)) : [];
  }
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(schema.entries);
  return keysAt((schema.entries as Record<string, unknown>)[key], rest);
}
