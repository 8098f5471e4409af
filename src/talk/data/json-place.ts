import type { Node, ParseError } from 'jsonc-parser';
import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import { explainJson } from '../problems/data/json-hints.ts';
import { badJson, duplicateKey } from '../problems/problems.ts';
import { findConflicts, reportConflicts } from '../source/merge-conflict.ts';
import { describeControl, findLost } from '../source/encoding.ts';
import { openSpans, type ToSpan } from '../source/offset-span.ts';
import type { Checked, Problem, Span } from '../model/problem.ts';
import type { SourceText } from '../source/source.ts';
import { showControlsIn } from '../text/symbols.ts';

/** A path into a JSON text: `['rows', 3, 'subscribers']`. */
export type JsonPath = readonly (string | number)[];

/** A parsed JSON text with the places of its parts. */
export interface JsonText {
  value: unknown;
  /** Returns the place of the value at a path, or of its nearest ancestor. */
  spanOf(path: JsonPath): Span;
  /** Returns the place of the key at the end of a path. */
  keySpanOf(path: JsonPath): Span;
}

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };
const MAX_DEPTH = 40;

const EXPECTED: Record<string, string> = {
  InvalidSymbol: 'This is no JSON value',
  InvalidNumberFormat: 'This is not how JSON writes a number',
  PropertyNameExpected: 'A key in double quotes should stand here',
  ValueExpected: 'A value should stand here',
  ColonExpected: 'A colon should stand here',
  CommaExpected: 'A comma should stand before this',
  CloseBraceExpected: 'A closing brace "}" should stand here',
  CloseBracketExpected: 'A closing bracket "]" should stand here',
  EndOfFileExpected: 'The file should end before this',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'This text is not closed by a double quote',
  UnexpectedEndOfNumber: 'This number breaks off',
  InvalidUnicode: 'This is no Unicode escape',
  InvalidEscapeCharacter: 'JSON has no such escape',
  InvalidCharacter: 'This character must be escaped',
};

/** Parses strict JSON with the places of its parts; null with a problem for invalid JSON. */
export function parseJson({ path, text }: SourceText): Checked<JsonText | null> {
  // A byte order mark has no column.
  const source = text.replace(/^\uFEFF/, '');
  const toSpan = openSpans(path, source);
  const tooDeep = findTooDeep(source);
  if (tooDeep !== null) {
    return {
      value: null,
      problems: [badJson(`Lists are nested deeper than ${MAX_DEPTH} here`, toSpan(tooDeep, 1))],
    };
  }
  const conflicts = reportConflicts(findConflicts(source), path);
  if (conflicts.length > 0) return { value: null, problems: conflicts };
  const errors: ParseError[] = [];
  const root = parseTree(source, errors, STRICT);
  const [error] = errors;
  if (error || !root) {
    const what = EXPECTED[error ? printParseErrorCode(error.error) : ''] ?? 'This is no JSON';
    const { offset = 0, length = 1 } = error ?? {};
    const found = explainJson(source, { what, offset, length }, path);
    const problem = badJson(found.what, toSpan(found.offset, found.length), found.hint);
    return { value: null, problems: [...findLost(source, path), problem] };
  }
  return {
    value: {
      value: readNode(root, source),
      spanOf: (at) => nodeSpan(nearestNode(root, at), toSpan),
      keySpanOf: (at) => nodeSpan(keyNode(root, at), toSpan),
    },
    problems: [
      ...findLost(source, path),
      ...findControls(source, toSpan),
      ...findDuplicateKeys(root, toSpan),
    ],
  };
}

/** In JSON, most control characters are escapes. */
const MAY_CONTROL = /\\[bfru]|[\x7f-\x9f]/;

function readNode(root: Node, source: string): unknown {
  const value: unknown = getNodeValue(root);
  return MAY_CONTROL.test(source) ? showControlsIn(value) : value;
}

/** Reports the first control character in JSON; most are written as escapes. */
function findControls(source: string, toSpan: ToSpan): Problem[] {
  if (!MAY_CONTROL.test(source)) return [];
  for (const { 0: piece, 1: code, 2: short, index } of source.matchAll(PIECE)) {
    const character = code
      ? String.fromCharCode(parseInt(code, 16))
      : (SHORT[short ?? ''] ?? piece);
    if (CONTROL.test(character)) return [describeControl(character, toSpan(index, piece.length))];
  }
  return [];
}

/** An escape of JSON, or a control character that needs none. */
const PIECE = /\\(?:u([\da-f]{4})|(.))|[\x7f-\x9f]/gi;
const SHORT: Record<string, string> = { b: '\b', f: '\f' };
/** Control characters but those of space and line end. */
const CONTROL = /^[^\P{Cc}\t\n\r]$/u;

function nodeSpan({ offset, length }: Node, toSpan: ToSpan): Span {
  return toSpan(offset, length);
}

function nearestNode(root: Node, path: JsonPath): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return node;
  }
  return root;
}

function keyNode(root: Node, path: JsonPath): Node {
  const value = findNodeAtLocation(root, [...path]);
  return value?.parent?.children?.[0] ?? nearestNode(root, path);
}

function findDuplicateKeys(node: Node, toSpan: ToSpan): Problem[] {
  const children = node.children ?? [];
  const inner = children.flatMap((child) => findDuplicateKeys(child, toSpan));
  if (node.type !== 'object') return inner;
  const seen = new Set<unknown>();
  for (const [key] of children.map((property) => property.children ?? [])) {
    if (!key) continue;
    if (seen.has(key.value)) inner.push(duplicateKey(String(key.value), nodeSpan(key, toSpan)));
    seen.add(key.value);
  }
  return inner;
}

/** The parser is recursive, so deep brackets could overflow its stack. */
function findTooDeep(text: string): number | null {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isText && character === '\\') at++;
    else if (character === '"') isText = !isText;
    else if (isText) continue;
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > MAX_DEPTH) return at;
  }
  return null;
}
