import type { BlockPath } from '../../../model/block.ts';
import type { Problem, Span } from '../../../model/problem.ts';
import type { ValueUse } from '../../../model/talk.ts';
import type { BlockText } from '../../../model/time/talk-time.ts';
import type { SlideContext } from '../../context.ts';
import { joinParts, splitValues, type FilledPart } from '../value-element.ts';
import type { Body } from './block-body.ts';

/** A text of a body with its values filled in. */
export interface FilledText {
  path: BlockPath;
  parts: FilledPart[];
  text: string;
  values: ValueUse[];
}

/** Fills in the values of all texts in a block's body; problems of values are those of the block. */
export function fillBody(
  body: Body,
  context: SlideContext,
  problems: Problem[],
): { body: Body; texts: FilledText[] } {
  const known = context.problems.length;
  const texts = new Map<string, FilledText>();
  const value = replaceTexts(body.value, (written, path) => {
    const before = context.values.length;
    const parts = splitValues(written, placeText(written, body.spanOf(path)), context);
    const text = joinParts(parts);
    texts.set(keyOf(path), { path, parts, text, values: context.values.splice(before) });
    return text;
  });
  problems.push(...context.problems.splice(known));
  // Where its numbers are read as texts, a body has the same texts with values.
  const swapNumbers: Body['swapNumbers'] = (paths) =>
    replaceTexts(body.swapNumbers(paths), (text, path) => texts.get(keyOf(path))?.text ?? text);
  return { body: { ...body, value, swapNumbers }, texts: [...texts.values()] };
}

/** Splits texts into those that a page can fill in again, and the uses of all values; `spec` is absent where it cannot. */
export function settleTexts(
  texts: readonly FilledText[],
  spec: unknown,
): { followed: BlockText[]; values: ValueUse[] } {
  const isFollowed = ({ path, text }: FilledText): boolean =>
    path.reduce<unknown>(readKey, spec) === text;
  return {
    followed: texts.filter(isFollowed).flatMap(toBlockText),
    values: texts.flatMap((text) => (isFollowed(text) ? text.values.map(toMoving) : text.values)),
  };
}

function toMoving({ isStill: _isStill, ...use }: ValueUse): ValueUse {
  return use;
}

function toBlockText({ path, parts }: FilledText): BlockText[] {
  const shown = parts
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? part : { expression: part.expression }));
  return shown.every((part) => typeof part === 'string') ? [] : [{ path, parts: shown }];
}

/** Copies a body's value with the texts replaced that hold values. */
function replaceTexts(
  value: unknown,
  replace: (text: string, path: BlockPath) => string,
  path: BlockPath = [],
): unknown {
  if (typeof value === 'string') return value.includes('{{') ? replace(value, path) : value;
  if (Array.isArray(value))
    return value.map((item, index) => replaceTexts(item, replace, [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, replaceTexts(item, replace, [...path, key])]),
  );
}

function placeText(text: string, span: Span): Span {
  const quote = span.length > text.length ? 1 : 0;
  return { ...span, column: span.column + quote };
}

function keyOf(path: BlockPath): string {
  return JSON.stringify(path);
}

function readKey(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}
