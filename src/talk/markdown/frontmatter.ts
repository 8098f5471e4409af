import { isAlias, isMap, isScalar, isSeq, type Document, type Range } from 'yaml';
import {
  badYaml,
  duplicateKey,
  foreignKey,
  unknownKey,
  unquotedHash,
  wrongValue,
} from '../problems/problems.ts';
import { hintOfForm } from '../problems/value/form-hints.ts';
import { suggestName } from '../text/nearest.ts';
import type { Problem, Span } from '../model/problem.ts';
import { memoize } from '../text/memoize.ts';
import { countLines, findCutValues, parseYaml } from '../source/yaml.ts';
import type { KeyReader, Reading } from './key-reading.ts';
import { LIST_KEYS, SLIDE_KEYS, TALK_KEYS, type KeyTable } from './keys.ts';

/** Parsed front matter: its values, their places, and its problems. */
export interface FrontMatter<Spec> {
  spec: Spec;
  spans: Partial<Record<keyof Spec, Span>>;
  problems: Problem[];
}

/** Owner of the front matter. */
export type Owner = 'talk' | 'slide';

/** Place of front matter: its file and the line of its first key. */
export interface Origin {
  file: string;
  line: number;
}

/** Parses the YAML of a talk's or slide's front matter key by key; a wrong key is left out. */
export function parseFrontMatter<Spec>(
  text: string,
  keys: KeyTable<Spec>,
  owner: Owner,
  origin: Origin,
): FrontMatter<Spec> {
  const { document, fault } = readYaml(text);
  const place = placeRanges(text, origin);
  const matter: FrontMatter<Spec> = { spec: {} as Spec, spans: {}, problems: [] };
  // The background parser reports half a gradient.
  const cuts = document && !fault ? findCutValues(document, text) : [];
  const lost = cuts.filter(({ kept }) => !HALF_GRADIENT.test(kept));
  matter.problems.push(...lost.map((cut) => unquotedHash(cut, place(cut.range))));
  const seen = new Set<string>();
  for (const pair of document ? readPairs(document, text, place) : []) {
    if (seen.has(pair.name)) matter.problems.push(duplicateKey(pair.name, pair.keySpan));
    else if (isKeyOf(keys, pair.name)) readKey(matter, pair.name, pair, keys[pair.name]);
    else matter.problems.push(reportUnknown(pair, Object.keys(keys), owner));
    seen.add(pair.name);
  }
  if (!fault) return matter;
  // Further problems in broken YAML mostly follow from the first.
  const problem = badYaml(fault.message, place(fault.range), fault.hint);
  return { ...matter, problems: [problem] };
}

/** Many slides have the same front matter, so the parser is cached. */
const readYaml = memoize({ texts: 200, length: 200 }, parseYaml);

/** A line "key: value", read as YAML. */
interface Pair {
  name: string;
  keySpan: Span;
  isSingle: boolean;
  /** The scalar, or the texts of a list where the key takes one. */
  value: unknown;
  /** The value as written, without quotes. */
  source: string;
  span: Span;
}

function readPairs(document: Document.Parsed, text: string, place: PlaceOf): Pair[] {
  if (!isMap(document.contents)) return [];
  return document.contents.items.flatMap((pair) => {
    if (!isScalar(pair.key)) return [];
    const keyRange = pair.key.range ?? NOWHERE;
    const node = isAlias(pair.value) ? pair.value.resolve(document) : pair.value;
    const range = pair.value?.range ?? keyRange;
    const name = String(pair.key.value);
    const value = isScalar(node) ? node.value : LIST_KEYS.has(name) ? readItems(node) : null;
    return {
      name,
      keySpan: place(keyRange),
      isSingle: node === null || value !== null || isScalar(node),
      value,
      source: typeof value === 'string' ? value.trim() : text.slice(range[0], range[1]).trim(),
      span: place(range),
    };
  });
}

/** Returns the texts of a list of scalars; null for anything else. */
function readItems(node: unknown): string[] | null {
  if (!isSeq(node) || !node.items.every(isScalar)) return null;
  return node.items.map((item) => item.source ?? String(item.value));
}

function readKey<Spec, Key extends keyof Spec & string>(
  matter: FrontMatter<Spec>,
  key: Key,
  { isSingle, value, source, span }: Pair,
  reader: KeyReader<NonNullable<Spec[Key]>>,
): void {
  // A key without a value yet is left out, but a slide without its source would be empty.
  if (isSingle && value === null && key !== 'src') return;
  const several = isSingle ? undefined : hintOfList(key, source);
  const reading: Reading<NonNullable<Spec[Key]>> = isSingle
    ? reader(value ?? '', source)
    : { expected: 'a single value', ...(several !== undefined && { hint: several }) };
  if ('value' in reading) {
    matter.spec[key] = reading.value;
    matter.spans[key] = span;
    if (reading.warn) matter.problems.push(reading.warn(span));
    return;
  }
  const { expected, names = [], report, hint: said } = reading;
  const nearest = suggestName(source, names);
  const hint = nearest
    ? `Did you mean "${nearest}"?`
    : (said ?? hintOfForm(key, source, { expected, names }));
  const words = [expected, names.join(', ')].filter(Boolean).join(' ');
  matter.problems.push(report?.(source, span) ?? wrongValue(key, words, span, hint));
}

function hintOfList(key: string, source: string): string | undefined {
  if (source.startsWith('{{')) return QUOTES;
  const names = [...(/^\[([^[\]{}]*)\]$/.exec(source)?.[1] ?? '').matchAll(/[^\s,"']+/g)];
  const [first] = names.map(([name]) => name);
  if (first === undefined) return undefined;
  // Classes are words of one text, as in HTML.
  return key === 'class'
    ? `Write them in one text: "class: ${names.join(' ')}".`
    : `Write one of them: "${key}: ${first}".`;
}

function reportUnknown({ name, keySpan }: Pair, names: readonly string[], owner: Owner): Problem {
  const others = owner === 'talk' ? SLIDE_KEYS : TALK_KEYS;
  const foreign = isKeyOf(others, name) ? null : foreignKey(name, owner, keySpan);
  return foreign ?? unknownKey(name, names, { owner, others: Object.keys(others) }, keySpan);
}

function isKeyOf<Table extends object>(keys: Table, name: string): name is keyof Table & string {
  return Object.hasOwn(keys, name);
}

type PlaceOf = (range: Range | [number, number]) => Span;

/** Front matter is at the margin, so only the line of its first key shifts its places. */
function placeRanges(text: string, { file, line: first }: Origin): PlaceOf {
  const lines = countLines(text);
  return ([start, end]) => {
    const at = Math.min(start, text.length);
    const { line, col } = lines.linePos(at);
    const newline = text.indexOf('\n', at);
    const length = Math.min(end, newline < 0 ? text.length : newline) - at;
    return { file, line: first + line - 1, column: col, length: Math.max(1, length) };
  };
}

const QUOTES = 'Put the text in quotes: YAML takes "{" for the start of a map.';
const HALF_GRADIENT = /gradient\([^)]*$/;
const NOWHERE: [number, number] = [0, 0];
