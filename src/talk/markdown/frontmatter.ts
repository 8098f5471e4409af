import { isAlias, isMap, isScalar, parseDocument, type Document, type Node, type Pair } from 'yaml';
import { badDate, badYaml, duplicateKey, unknownKey, wrongValue } from '../model/catalogue.ts';
import { findNearest } from '../model/nearest.ts';
import type { Problem, Span } from '../model/problem.ts';
import {
  SLIDE_KEYS,
  TALK_KEYS,
  type KeyReader,
  type KeyTable,
  type Reading,
  type Refusal,
} from './keys.ts';

/** Front matter that was read: its values, where they stand, and what is wrong with it. */
export interface FrontMatter<Spec> {
  spec: Spec;
  spans: Partial<Record<keyof Spec, Span>>;
  problems: Problem[];
}

/** Whose front matter it is. */
export type Owner = 'talk' | 'slide';

/** Where front matter stands: its file and the line of its first key. */
export interface Origin {
  file: string;
  line: number;
}

/** Reads the YAML of a talk's or slide's front matter, key by key; a key that is wrong is left out. */
export function parseFrontMatter<Spec>(
  text: string,
  keys: KeyTable<Spec>,
  owner: Owner,
  origin: Origin,
): FrontMatter<Spec> {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false });
  const spans: FrontMatter<Spec>['spans'] = {};
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  const spanOf = (start: number, end: number) => spanIn(text, start, end, origin);
  const [error] = document.errors;
  if (error) problems.push(badYaml(toSentence(error.message), spanOf(...error.pos)));
  for (const pair of readPairs(document)) {
    const { name, keyRange, node } = pair;
    const keySpan = spanOf(...keyRange);
    if (Object.hasOwn(values, name)) {
      problems.push(duplicateKey(name, keySpan));
      continue;
    }
    if (!Object.hasOwn(keys, name)) {
      problems.push(
        unknownKey(
          name,
          Object.keys(keys),
          { owner, isElsewhere: isKeyOfOther(name, owner) },
          keySpan,
        ),
      );
      continue;
    }
    const key = name as keyof Spec & string;
    if (!node || (isScalar(node) && node.value === null && key !== 'src')) continue;
    const [start, end] = node.range ?? keyRange;
    const span = spanOf(start, end);
    const value = readValue(keys[key], key, node, {
      span,
      problems,
      source: text.slice(start, end),
    });
    if (value === undefined) continue;
    values[key] = value;
    spans[key] = span;
  }
  return { spec: values as Spec, spans, problems };
}

interface KeyPair {
  name: string;
  keyRange: [number, number];
  node: Node | null;
}

function readPairs(document: Document.Parsed): KeyPair[] {
  if (!isMap(document.contents)) return [];
  return document.contents.items.flatMap((pair: Pair<unknown, unknown>) => {
    if (!isScalar(pair.key)) return [];
    const [start, end] = pair.key.range ?? [0, 0];
    const node = isAlias(pair.value) ? (pair.value.resolve(document) ?? null) : pair.value;
    return [{ name: String(pair.key.value), keyRange: [start, end], node: node as Node | null }];
  });
}

interface At {
  span: Span;
  source: string;
  problems: Problem[];
}

function readValue<T>(reader: KeyReader<T>, key: string, node: Node, at: At): T | undefined {
  const { span, problems } = at;
  const scalar = isScalar(node) ? node.value : undefined;
  const source = typeof scalar === 'string' ? scalar.trim() : at.source.trim();
  const result: Reading<T> = isScalar(node)
    ? reader(scalar ?? '', scalar === null ? '' : source)
    : { expected: 'one value' };
  if ('value' in result) return result.value;
  problems.push(result.isDate ? badDate(source, span) : refuse(key, source, result, span));
  return undefined;
}

function refuse(key: string, found: string, refusal: Refusal, span: Span): Problem {
  const { names = [] } = refusal;
  const expected = [refusal.expected, names.join(', ')].filter(Boolean).join(' ');
  const nearest = findNearest(found, names);
  return wrongValue(key, expected, span, nearest && `Did you mean "${nearest}"?`);
}

function isKeyOfOther(name: string, owner: Owner): boolean {
  return Object.hasOwn(owner === 'talk' ? SLIDE_KEYS : TALK_KEYS, name);
}

/** Says what the YAML reader found, as a sentence without its own places. */
function toSentence(message: string): string {
  const text = message.replace(/ at line \d+, column \d+:?[\s\S]*$/, '').replace(/[:.\s]+$/, '');
  return `${text}.`;
}

/** Front matter stands at the margin, so only the line of its first key moves its places. */
function spanIn(text: string, start: number, end: number, { file, line }: Origin): Span {
  const at = Math.min(start, text.length);
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  const newline = text.indexOf('\n', at);
  const lineEnd = newline < 0 ? text.length : newline;
  const row = before.split('\n').length - 1;
  return {
    file,
    line: line + row,
    column: at - lineStart + 1,
    length: Math.max(1, Math.min(end, lineEnd) - at),
  };
}
