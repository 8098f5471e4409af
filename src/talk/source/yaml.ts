import type { Alias, Document, Node, Range } from 'yaml';
import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import { showControlsIn } from '../text/symbols.ts';
import { explainYaml, findCurlyQuotes, type YamlAdvice } from './yaml-hints.ts';

/** A YAML error, and the offsets of the text it concerns. */
export type YamlFault = YamlAdvice;

/** Parsed YAML: its document, if any, and the first fault of its text. */
export interface YamlText {
  document: Document.Parsed | null;
  fault: YamlFault | null;
}

const MAX_LENGTH = 200_000;
const MAX_NODES = 10_000;
const TOO_LONG = `YAML on a slide has at most ${MAX_LENGTH} characters.`;
const TOO_DEEP = 'Its lists are nested too deep.';
const TOO_LARGE = `With its aliases written out it holds more than ${MAX_NODES} values.`;
const MAY_CUT = /[ \t]#[^\s#]/;
const CUT = /^([ \t]*)(#[^\s#].*)/;
const PLACES = / at line \d+, column \d+:?[^]*$/;

/** Parses YAML; values that the parser accepts but cannot evaluate count as faults. */
export function parseYaml(text: string): YamlText {
  if (text.length > MAX_LENGTH) return { document: null, fault: fault(TOO_LONG, [0, text.length]) };
  try {
    const document = parseDocument(text, OPTIONS);
    showEscapes(document, text);
    return { document, fault: findFault(document, text) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { document: null, fault: fault(TOO_DEEP, [0, text.length]) };
  }
}

/** Escapes in double-quoted texts can produce control characters. */
function showEscapes(document: Document.Parsed, text: string): void {
  if (!text.includes('\\')) return;
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string') node.value = showControlsIn(node.value);
    },
  });
}

/** Text after a value that YAML reads as a comment, probably by mistake. */
export interface CutValue {
  /** The value as read; empty for none. */
  kept: string;
  /** The comment with its `#`. */
  lost: string;
  range: [number, number];
}

/**
 * Finds unquoted values that a `#` cuts off: a colour, or a number such as "#3". An intended comment has a space after
 * the `#`.
 */
export function findCutValues(document: Document.Parsed, text: string): CutValue[] {
  const found: CutValue[] = [];
  if (!MAY_CUT.test(text)) return found;
  visit(document, {
    Scalar: (key, { type, range }) => {
      if (key === 'key' || !range || (type !== undefined && type !== 'PLAIN')) return;
      const [start, end] = range;
      const [, blanks = '', lost] = CUT.exec(text.slice(end)) ?? [];
      if (lost === undefined) return;
      const at = end + blanks.length;
      found.push({ kept: text.slice(start, end), lost, range: [at, at + lost.length] });
    },
  });
  return found;
}

/** Returns the plain values of a document. */
export function toPlain(document: Document.Parsed): unknown {
  return document.toJS({ maxAliasCount: -1 });
}

/** Returns a counter that converts offsets in a text to lines and columns. */
export function countLines(text: string): LineCounter {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    counter.addNewLine(at + 1);
  }
  return counter;
}

function findFault(document: Document.Parsed, text: string): YamlFault | null {
  const whole: [number, number] = [0, text.length];
  const [error] = document.errors;
  // Later faults are mostly consequences of the first.
  if (error) return explainYaml(text, fault(toSentence(error.message), error.pos));
  const curly = findCurlyQuotes(text);
  if (curly) return curly;
  const { targets, lost } = resolveAliases(document);
  if (lost) {
    const { source } = lost;
    return fault(`No anchor "&${source}" is above the alias "*${source}".`, toRange(lost));
  }
  if (isTooLarge(document, targets)) return fault(TOO_LARGE, whole);
  try {
    toPlain(document);
    return null;
  } catch (error) {
    // A directive can select YAML 1.1, in which only "<<" merges mappings.
    return fault(toSentence(error instanceof Error ? error.message : String(error)), whole);
  }
}

/** The parser compares all keys with each other; `findSameKeys` is linear. */
const OPTIONS = { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' } as const;

function fault(message: string, [start, end]: [number, number] | Range): YamlFault {
  return { message, range: [start, end] };
}

function toSentence(message: string): string {
  return `${message.replace(PLACES, '').replace(/[:.\s]+$/, '')}.`;
}

/** Finds the target node of each alias, and the first alias without an anchor above it. */
function resolveAliases(document: Document.Parsed): { targets: Map<Alias, Node>; lost?: Alias } {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const found: { targets: Map<Alias, Node>; lost?: Alias } = { targets };
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor) anchors.set(node.anchor, node);
        return undefined;
      }
      const target = anchors.get(node.source);
      if (target) targets.set(node, target);
      else found.lost ??= node;
      return undefined;
    },
  });
  return found;
}

function toRange(node: Node): Range {
  return node.range ?? [0, 0, 0];
}

/** Counts the nodes of a document with all aliases expanded, without expanding them. */
function isTooLarge(document: Document.Parsed, targets: Map<Alias, Node>): boolean {
  const sizes = new Map<unknown, number>();
  const sizeOf = (node: unknown): number => {
    const known = sizes.get(node);
    if (known !== undefined) return known;
    // A node that contains itself is infinite.
    sizes.set(node, Infinity);
    const size = 1 + listParts(node, targets).reduce<number>((sum, part) => sum + sizeOf(part), 0);
    sizes.set(node, size);
    return size;
  };
  return sizeOf(document.contents) > MAX_NODES;
}

function listParts(node: unknown, targets: Map<Alias, Node>): unknown[] {
  if (isAlias(node)) return [targets.get(node)];
  if (isPair(node)) return [node.key, node.value];
  return isCollection(node) ? node.items : [];
}

/** Finds the duplicate keys of a mapping and of mappings inside it. */
export function findSameKeys(node: unknown): { name: string; range: Range }[] {
  if (isPair(node)) return findSameKeys(node.value);
  if (!isCollection(node)) return [];
  const inner = node.items.flatMap((item) => findSameKeys(item));
  if (!isMap(node)) return inner;
  const seen = new Set<unknown>();
  const twice = node.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const isSame = seen.has(key.value);
    seen.add(key.value);
    return isSame ? [{ name: String(key.value), range: toRange(key) }] : [];
  });
  return [...twice, ...inner];
}
