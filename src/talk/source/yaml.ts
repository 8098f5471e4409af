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

/** Why YAML cannot be read, and the offsets in its text that it is about. */
export interface YamlFault {
  message: string;
  range: [number, number];
}

/** YAML that was read: its document, where there is any, and the first fault of its text. */
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

/** Reads YAML; what the parser accepts and cannot evaluate is a fault as well. */
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

/** Texts in double quotes can hold escapes of control characters. */
function showEscapes(document: Document.Parsed, text: string): void {
  if (!text.includes('\\')) return;
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string') node.value = showControlsIn(node.value);
    },
  });
}

/** Text behind a value that is a comment to YAML, and that its author hardly meant as one. */
export interface CutValue {
  /** The value as it is read; empty for none. */
  kept: string;
  /** The comment with its sharp. */
  lost: string;
  range: [number, number];
}

/** Finds values without quotes that a sharp cuts off: a colour, or a number such as "#3". A comment has a blank behind it. */
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

/** Returns the counter that gives line and column of an offset in a text. */
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
  // What follows the first fault is mostly its echo.
  if (error) return fault(toSentence(error.message), error.pos);
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
    // A directive can select YAML 1.1, in which "<<" merges mappings and nothing else.
    return fault(toSentence(error instanceof Error ? error.message : String(error)), whole);
  }
}

/** The parser compares each key with all others; `findSameKeys` takes one look at each. */
const OPTIONS = { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' } as const;

function fault(message: string, [start, end]: [number, number] | Range): YamlFault {
  return { message, range: [start, end] };
}

function toSentence(message: string): string {
  return `${message.replace(PLACES, '').replace(/[:.\s]+$/, '')}.`;
}

/** Finds the node that each alias stands for, and the first alias whose anchor is not above it. */
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

/** Counts what a document holds when each alias is replaced by what it stands for, without replacing any. */
function isTooLarge(document: Document.Parsed, targets: Map<Alias, Node>): boolean {
  const sizes = new Map<unknown, number>();
  const sizeOf = (node: unknown): number => {
    const known = sizes.get(node);
    if (known !== undefined) return known;
    // What holds itself has no end.
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

/** Finds the keys that a mapping has twice, the mappings inside of it included. */
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
