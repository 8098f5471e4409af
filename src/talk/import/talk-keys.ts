import { decodeReferences } from '../html/character-references.ts';
import type { ImportNote } from '../model/import/imported-deck.ts';
import { toDay } from './translate/keys/key-dates.ts';
import { withoutLatex } from './translate/keys/key-latex.ts';
import { toLine, toNote, type Deck, type Result } from './deck.ts';
import type { ForeignKey } from './matter.ts';
import { isRecord } from '../text/value/record.ts';
import { textOf } from '../text/value/value-text.ts';

/** How a key of another program's front matter is taken: it sets keys of the talk, or returns what became of it. */
export type KeyRule = (key: ForeignKey, deck: Deck) => Result | undefined;

/** Keys that many programs share, and what they are in a talk. */
export const COMMON_KEYS: Readonly<Record<string, KeyRule>> = {
  title: takeText('title'),
  subtitle: takeText('subtitle'),
  author: takeNames('speaker'),
  authors: takeNames('speaker'),
  speaker: takeNames('speaker'),
  institute: takeNames('affiliation'),
  affiliation: takeNames('affiliation'),
  email: takeText('email'),
  event: takeText('event'),
  venue: takeText('place'),
  place: takeText('place'),
  lang: takeText('language'),
  language: takeText('language'),
  description: takeText('description'),
  abstract: takeText('description'),
  tags: takeNames('tags'),
  keywords: takeNames('tags'),
  date: takeDate,
};

/** What becomes of several values under a key of one. */
export const ONE_VALUE: Result = ['dropped', 'Only a single value can be taken.'];

/** Gives each key to its rule; keys without one are noted as left out. */
export function takeKeys(
  keys: readonly ForeignKey[],
  rules: Readonly<Record<string, KeyRule>>,
  { deck, program }: { deck: Deck; program: string },
): void {
  for (const key of keys) {
    const rule = Object.hasOwn(rules, key.name) ? rules[key.name] : undefined;
    const taken = rule
      ? rule(key, deck)
      : (['dropped', `A talk has no key for this setting of ${program}.`] as const);
    if (taken) deck.notes.push(toKeyNote(key, taken));
  }
}

/** Notes what became of a key. */
export function toKeyNote({ name, written, span }: ForeignKey, result: Result): ImportNote {
  return toNote(result, toLine(written === '' ? name : `${name}: ${written}`), span);
}

/** Returns a rule that takes a single value as text. */
export function takeText(name: keyof Deck['keys']): KeyRule {
  return ({ name: written, value }, { keys }) => {
    if (typeof value === 'object' && value !== null) return ONE_VALUE;
    const words = plainText(textOf(value));
    if (words.trim() === '') return undefined;
    keys[name] = words;
    if (textOf(value).search(COMPUTED) >= 0) return PARTLY;
    if (PICTURE.test(textOf(value))) return WITHOUT_PICTURE;
    return written === name ? undefined : ['translated', name];
  };
}

/** Returns a rule that takes one name, or several in a list, also with further facts about each. */
export function takeNames(name: keyof Deck['keys']): KeyRule {
  return ({ name: written, value }, { keys }) => {
    const all = Array.isArray(value) ? value : [value];
    const names = all.map(toName).filter(Boolean);
    if (names.length === 0) return isRecord(value) ? ['dropped', 'It has no name.'] : undefined;
    keys[name] = names.join(', ');
    if (all.map(textOf).join('\n').search(COMPUTED) >= 0) return PARTLY;
    if (all.some((each) => PICTURE.test(textOf(each)))) return WITHOUT_PICTURE;
    return written === name ? undefined : ['translated', name];
  };
}

/** Takes the shape of slides, written as a ratio, a fraction or a size in pixels. */
export const takeAspect: KeyRule = ({ value, written }, { keys }) => {
  const text = textOf(value).trim();
  const [, width, height] = /^([\d.]+)\s*[:/x]\s*([\d.]+)$/.exec(text) ?? [];
  const ratio = width === undefined ? Number(text) : Number(width) / Number(height);
  const aspect = ASPECTS.find(([, known]) => Math.abs(known - ratio) < 0.02)?.[0];
  if (aspect === undefined)
    return ['dropped', `Slides are 16:9, 16:10 or 4:3, and not ${written}.`];
  if (aspect === '16:9') return undefined;
  keys.aspect = aspect;
  return ['translated', `aspect: ${aspect}`];
};

/** Returns a rule that leaves a key out, because every talk has what it switches on. */
export function leaveOut(reason: string): KeyRule {
  return () => ['dropped', reason, 'harmless'];
}

function takeDate({ value, written }: ForeignKey, { keys }: Deck): ReturnType<KeyRule> {
  if (value === null || value === '') return undefined;
  const day = toDay(textOf(value));
  if (day === null) {
    const words = plainText(textOf(value));
    const isShown = keys.event === undefined && /\d/.test(words) && !/[`\\]/.test(textOf(value));
    if (!isShown) return ['manual', `Write the day as YYYY-MM-DD; "${written}" is not one.`];
    keys.event = words;
    return ['approximated', `event: ${words}; write the day as YYYY-MM-DD`];
  }
  keys.date = day;
  return day === textOf(value) ? undefined : ['translated', `date: ${day}`];
}

function toName(value: unknown): string {
  if (isRecord(value)) {
    const { name, literal } = value;
    return toName(typeof name === 'object' ? name : (literal ?? name));
  }
  return plainText(textOf(value));
}

/** Returns text without Markdown, which front matter does not have: line breaks, links and signs of emphasis become words. */
export function plainText(text: string): string {
  return withoutBrackets(withoutLatex(text))
    .replaceAll(COMPUTED, '')
    .replaceAll(/\\inst\{[^{}]*\}|\[fit\][ \t]*/gi, '')
    .replaceAll(/\{\{<[^>]*>\}\}/g, '')
    .replaceAll(/\\and\b/g, ', ')
    .replaceAll(/<br\s*\/?>|\\\n|\n/g, ' ')
    .replaceAll(/<((?:https?:|mailto:)?[^\s<>@]*[@/][^\s<>]*\.[^\s<>]+)>/gi, '$1')
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/<\/?[a-z][^<>]*>|<!--[^]*?-->/gi, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\[([^\]]*)\]\{[^}]*\}/g, '$1')
    .replace(/(?<=\S)[ \t]*\{[ \t]*(?:-|(?:[.#][\w-]|[\w-]+=)[^{}]*)[ \t]*\}[ \t]*$/, '')
    .replaceAll(/(?<=[\p{L}\p{N}.])\^([\d,*]+)\^/gu, (_, marks: string) => toSuperscript(marks))
    .replaceAll(/(`+)([^`]+)\1/g, '$2')
    .replaceAll(/(\*\*|__)(?=\S)(.+?)\1/g, '$2')
    .replaceAll(/(?<![\w*])([*_])(?=[^\s*_])([^*_]*[^\s*_])\1(?![\w*])/g, '$2')
    .replaceAll(/&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/gi, decodeReferences)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Returns text without the classes that remark writes before words in brackets, which may hold others. */
function withoutBrackets(text: string): string {
  const inner = text.replaceAll(/(?<![\w.])(?:\.[A-Za-z][\w-]*)+\[([^[\]]*)\]/g, '$1');
  return inner === text ? text : withoutBrackets(inner);
}

/** Code in words that R would run, and what is said of it. */
const COMPUTED = /`r[ \t][^`]*`/g;
const PICTURE = /<(?:img|svg|i)\b|!\[[^\]]*\]\(/i;
const WITHOUT_PICTURE: Result = ['approximated', 'its words, without the picture in them'];
const PARTLY: Result = ['manual', 'R would compute a part of this; write what it gives.'];

/** Writes the marks of affiliations as small raised digits. */
function toSuperscript(marks: string): string {
  return [...marks].map((mark) => SUPERSCRIPTS[Number(mark)] ?? mark).join('');
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const ASPECTS = [
  ['16:9', 16 / 9],
  ['16:10', 1.6],
  ['4:3', 4 / 3],
] as const;
