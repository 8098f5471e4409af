import type { DataBlockToken } from '../../../model/token.ts';
import type { Document, LineCounter, Node, ParsedNode } from 'yaml';
import { isMap, isScalar } from 'yaml';
import type { BlockPath } from '../../../model/block.ts';
import type { Span } from '../../../model/problem.ts';
import type { CutValue } from '../../../source/yaml.ts';
import {
  countLines,
  findCutValues,
  findSameKeys,
  parseYaml,
  toPlain,
} from '../../../source/yaml.ts';

/** The parsed YAML body of a block, with places. */
export interface Body {
  value: unknown;
  /** Errors of the YAML parser with their places. */
  faults: { message: string; span: Span; hint?: string }[];
  /** Values cut off by a `#`. */
  cuts: (CutValue & { span: Span })[];
  /** Returns the place of a value; the whole block for none. */
  spanOf(path: BlockPath): Span;
  /** Returns the place of a key; the whole block for none. */
  keySpanOf(path: BlockPath): Span;
  /** Returns the value with the numbers at these paths as text, and the texts as numbers. */
  swapNumbers(paths: readonly BlockPath[]): unknown;
}

const NOT_MAPPING = 'The body of a block is a list of "key: value" lines.';

/** Parses the YAML body of a block. */
export function parseBody(token: DataBlockToken): Body {
  const counter = countLines(token.text);
  const place = (start: number, end: number) => spanIn(token, counter, start, end);
  const { document, fault } = parseYaml(token.text);
  const whole = token.span;
  const faults: Body['faults'] = fault ? [{ ...fault, span: place(...fault.range) }] : [];
  if (!document || fault)
    return { ...NO_BODY, faults, spanOf: () => whole, keySpanOf: () => whole };
  const isEmpty = document.contents === null;
  if (!isEmpty && !isMap(document.contents)) faults.push({ message: NOT_MAPPING, span: whole });
  for (const { name, range } of findSameKeys(document.contents).slice(0, 1)) {
    faults.push({ message: `The key "${name}" is set twice.`, span: place(range[0], range[1]) });
  }
  return {
    value: faults.length > 0 ? null : readValue(document, []),
    faults,
    cuts: findCutValues(document, token.text).map((cut) => ({ ...cut, span: place(...cut.range) })),
    spanOf: (path) => rangeSpan(nodeAt(document, path), place) ?? whole,
    keySpanOf: (path) => rangeSpan(keyAt(document, path), place) ?? whole,
    swapNumbers: (paths) => readValue(document, paths),
  };
}

const NO_BODY = { value: null, cuts: [], swapNumbers: () => null };

/**
 * Converts the document to plain values. A number that would lose digits (a version such as `6.10`) becomes text;
 * `paths` inverts the choice.
 */
function readValue(document: Document.Parsed, paths: readonly BlockPath[]): unknown {
  const swapped = new Set(paths.map((path) => document.getIn(path, true)));
  const read = (node: unknown): unknown => {
    if (isScalar(node) && typeof node.value === 'number' && node.source !== undefined) {
      const isLossy = String(node.value) !== node.source;
      return isLossy === swapped.has(node) ? node.value : node.source;
    }
    return undefined;
  };
  return convert(toPlain(document) ?? {}, document.contents, read);
}

/** Copies plain values, and replaces those for which `read` returns a value. */
function convert(value: unknown, node: unknown, read: (node: unknown) => unknown): unknown {
  const own = read(node);
  if (own !== undefined) return own;
  if (Array.isArray(value))
    return value.map((item, index) => convert(item, child(node, index), read));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, convert(item, child(node, key), read)]),
  );
}

function child(node: unknown, key: string | number): unknown {
  if (typeof node !== 'object' || node === null || !('items' in node)) return undefined;
  return (node as unknown as { get(key: unknown, keep: true): unknown }).get(key, true);
}

function nodeAt(document: Document.Parsed, path: BlockPath): Node | undefined {
  const node = path.length === 0 ? undefined : document.getIn(path, true);
  return node as Node | undefined;
}

function keyAt(document: Document.Parsed, path: BlockPath): Node | undefined {
  const parent: unknown =
    path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap<ParsedNode>(parent)) return undefined;
  return parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))
    ?.key;
}

type Place = (start: number, end: number) => Span;

function rangeSpan(node: Node | undefined, place: Place): Span | undefined {
  return node?.range ? place(node.range[0], node.range[1]) : undefined;
}

/** Returns the place of a part of the body in the slide file, up to the end of its first line. */
function spanIn(token: DataBlockToken, counter: LineCounter, start: number, end: number): Span {
  const { line, col } = counter.linePos(Math.min(start, token.text.length));
  const base = token.lines[line - 1] ?? token.lines.at(-1) ?? token.span;
  const lineEnd = token.text.indexOf('\n', start);
  const stop = lineEnd < 0 ? end : Math.min(end, lineEnd);
  return { ...base, column: base.column + col - 1, length: Math.max(1, stop - start) };
}
