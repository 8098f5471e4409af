import type { BaseIssue, GenericSchema } from 'valibot';
import { safeParse } from 'valibot';
import type { BlockPath } from '../../../model/block.ts';
import {
  missingBlockKey,
  missingBlockKeys,
  unknownBlockKey,
  wrongValue,
} from '../../../problems/problems.ts';
import { hintOfInline, keyFor, type KeyForm } from '../../../problems/keys/block-hints.ts';
import { hintOfForm } from '../../../problems/value/form-hints.ts';
import { suggestName } from '../../../text/nearest.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Body } from './block-body.ts';
import { printShort, printValue } from '../../../text/value/value-text.ts';

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
  return { ok: false, problems: toProblems(issues, body, { block, schema }) };
}

/** Reports issues, those of one cause once: a key under another name is not missing as well. */
function toProblems(
  issues: readonly Issue[],
  body: Body,
  { block, schema }: { block: string; schema: unknown },
): Problem[] {
  const top = issues.filter(isMissing).map((issue) => String(pathOf(issue)[0]));
  const unknown = issues.filter(isUnknownKey).map((issue) => String(pathOf(issue).at(-1)));
  const renamed = unknown.flatMap((key) => keyFor(key, top) ?? []);
  // Rows within a block stand for a dataset.
  const isInline = issues.some((issue) =>
    hintOfInline(String(pathOf(issue).at(-1)), valueOf(issue)),
  );
  const written = Object.keys(Object(body.value) as object);
  const isThere = (key: string): boolean => written.some((word) => keyFor(word, [key]) === key);
  const missing = isInline ? [] : top.filter((key) => !renamed.includes(key) && !isThere(key));
  const others = issues.filter((issue) => !isMissing(issue));
  const own = others.map((issue) => toProblem(issue, body, block, { schema, missing: top }));
  if (missing.length === 0) return own;
  const forms = missing.map((key) => formOf(schema, key));
  return [missingBlockKeys(forms, block, body.spanOf([])), ...own];
}

/** Returns the value that an issue is about; that of an unknown key is at the end of its path. */
function valueOf(issue: Issue): unknown {
  return isUnknownKey(issue) ? issue.path?.at(-1)?.value : issue.input;
}

function isMissing(issue: Issue): boolean {
  return issue.received === 'undefined' && (issue.path ?? []).length === 1;
}

/** Returns what a key takes. */
export function formOf(schema: unknown, key: string): KeyForm {
  const entry = (schema as { entries?: Record<string, unknown> }).entries?.[key];
  const { options } = (entry ?? {}) as { options?: unknown };
  const names = Array.isArray(options) ? options.filter((name) => typeof name === 'string') : [];
  return { key, names };
}

/** Lists the keys that a schema cannot do without. */
export function requiredKeys(schema: unknown): KeyForm[] {
  const { entries = {} } = schema as { entries?: Record<string, { type?: string }> };
  const keys = Object.entries(entries).filter(([, { type }]) => type !== 'optional');
  return keys.map(([key]) => formOf(schema, key));
}

function toProblem(
  issue: Issue,
  body: Body,
  block: string,
  { schema, missing }: { schema: unknown; missing: readonly string[] },
): Problem {
  const path = pathOf(issue);
  const key = String(path.at(-1) ?? block);
  if (isUnknownKey(issue)) {
    const keys = keysAt(schema, path.slice(0, -1));
    const written = path.length === 1 ? Object.keys(Object(body.value) as object) : [];
    const unused = keys.filter((one) => !written.includes(one));
    const meant = keyFor(key, missing) ?? keyFor(key, unused) ?? keyFor(key, keys);
    const hint = hintOfInline(key, valueOf(issue));
    const problem = unknownBlockKey(key, keys, block, body.keySpanOf(path), meant);
    return hint === null || !keys.includes('data') ? problem : { ...problem, hint };
  }
  if (issue.received === 'undefined' && path.length > 0) {
    return missingBlockKey(key, `${block} block`, body.spanOf(path.slice(0, -1)));
  }
  const names = [...(issue.expected ?? '').matchAll(QUOTED)].map((match) => match[1] ?? '');
  const nearest = suggestName(printShort(issue.input), names);
  const isData = key === 'data' && path.length === 1;
  const expected = isData ? 'the name of a dataset' : say(issue, names);
  const hint =
    (nearest && `Did you mean "${nearest}"?`) ??
    hintOfValue(key, issue.input, names) ??
    hintOfForm(key, issue.input, { expected, names });
  return wrongValue(printPath(path, block), expected, body.spanOf(path), hint);
}

function hintOfValue(key: string, value: unknown, names: readonly string[]): string | undefined {
  if (key === 'data') return hintOfInline(key, value) ?? undefined;
  if (key === 'type' && names.includes('percent') && /pie|donut|doughnut/.test(printValue(value))) {
    return 'Shares are easier to read side by side: "bar" or "column", or "percent" for their change.';
  }
  if (key === 'where') return 'Write columns with their values: "where: { lang: C }".';
  return undefined;
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
  const others = (expected ?? '')
    .replace(/[()]/g, '')
    .split(' | ')
    .filter((type) => type in TYPES);
  if (names.length > 0) {
    const words = names.length === 1 ? `"${names[0]}"` : `one of ${names.join(', ')}`;
    return [...others.map((type) => TYPES[type]), words].join(' or ');
  }
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
