import type { Matter } from '../model/token.ts';
import { SLIDE_KEYS, TALK_KEYS } from './keys.ts';

/** Reads a slide's front matter from the text below a cut; null for none. */
export function readMatter(src: string): Matter | null {
  const lead = COMMENTS.exec(src)?.[0] ?? '';
  const first = src.slice(lead.length);
  if (!KEY_LINE.test(first) || (lead !== '' && !isKnownKey(first))) return null;
  const block = readBlock(src);
  if (lead !== '' && (!block || looksLikeWords(block.text))) return null;
  if (block && isSpacedYaml(block.text)) return { ...block, unclosed: false };
  const { lines, closing } = readChunk(src, lead.length);
  const own = lines.filter((_, index) => !isComment(lines, index));
  const prose = own.findIndex((line) => !YAML_LINE.test(line));
  const isKnown = isKnownKey(first);
  if (closing !== null && (prose < 0 || (isKnown && !own.some((line) => HEADING.test(line))))) {
    const text = src.slice(0, lead.length) + lines.join('\n') + '\n';
    return { text, raw: text + closing, unclosed: false };
  }
  if (!isKnown || lead !== '') return null;
  const end = lines.findIndex((line) => !YAML_LINE.test(line) || HEADING.test(line));
  const text = (end < 0 ? lines : lines.slice(0, end)).join('\n') + '\n';
  return { text, raw: src.slice(0, text.length), unclosed: true };
}

/** Reads the front matter at the top of a talk, which may contain blank lines. */
export function readHead(src: string): Matter | null {
  const opening = HEAD_OPENING.exec(src)?.[0];
  if (opening === undefined) return null;
  const rest = src.slice(opening.length);
  if (!KEY_LINE.test(rest.replace(BEFORE_KEYS, ''))) return null;
  const block = readBlock(rest);
  if (block && isYamlOnly(block.text)) {
    return { ...block, raw: opening + block.raw, unclosed: false };
  }
  const matter = readMatter(rest);
  return matter && { ...matter, raw: opening + matter.raw };
}

/** Reports whether text consists of lines that set a slide's keys and is unlikely to be anything else. */
export function looksLikeMatter(text: string): boolean {
  const names = text.split('\n').map((line) => KEY_LINE.exec(line)?.[1] ?? '');
  const known = names.filter((name) => Object.hasOwn(SLIDE_KEYS, name));
  const isAlone = known.length === 1 && WORDS_OF_TEXT.has(known[0] ?? '');
  return known.length > 0 && !isAlone && !names.includes('');
}

/** Returns the first of lines `key = value`, which all set keys of a slide, as front matter has it; null for other text. */
export function findEquals(text: string): string | null {
  const pairs = text.split('\n').map((line) => EQUALS_LINE.exec(line));
  const isMatter = pairs.every((pair) => Object.hasOwn(SLIDE_KEYS, pair?.[1] ?? ''));
  const [, name, value] = pairs[0] ?? [];
  return isMatter ? `${name}: ${value}` : null;
}

function isKnownKey(line: string): boolean {
  const key = KEY_LINE.exec(line)?.[1] ?? '';
  return Object.hasOwn(SLIDE_KEYS, key) || Object.hasOwn(TALK_KEYS, key);
}

/** Returns the text up to the next dashes, with and without them; null when there are none. */
function readBlock(src: string): { text: string; raw: string } | null {
  const closing = CLOSING.exec(src);
  if (!closing) return null;
  const text = src.slice(0, closing.index);
  return { text, raw: text + closing[0] };
}

/** Returns the lines from an offset up to a blank one, to dashes (`closing`) or to the end. */
function readChunk(src: string, from: number): { lines: string[]; closing: string | null } {
  const lines: string[] = [];
  for (let at = from; at < src.length;) {
    const newline = src.indexOf('\n', at);
    const next = newline < 0 ? src.length : newline + 1;
    const line = src.slice(at, newline < 0 ? undefined : newline);
    if (DASHES.test(line)) return { lines, closing: src.slice(at, next) };
    if (line.trim() === '') break;
    lines.push(line);
    at = next;
  }
  return { lines, closing: null };
}

/**
 * Reports whether text with blank lines is front matter: only YAML, and each part begins with a key of a slide or
 * talk.
 */
function isSpacedYaml(text: string): boolean {
  if (!BLANK_LINE.test(text)) return false;
  const lines = text.slice(0, -1).split('\n');
  return lines.every((line, index) => {
    if (line.trim() === '') return true;
    if (line.startsWith('#')) return isComment(lines, index) && !isLastPart(lines, index);
    const isFirst = lines[index - 1]?.trim() === '';
    return isFirst ? isKnownKey(line) : YAML_LINE.test(line) && !HEADING.test(line);
  });
}

/** Reports whether a line follows blank lines and is surrounded only by comments, so that it can be a heading. */
function isLastPart(lines: readonly string[], index: number): boolean {
  const start = lines.findLastIndex((line, at) => at < index && line.trim() === '');
  return start >= 0 && lines.slice(start + 1).every((line) => line.startsWith('#'));
}

/** Reports whether the text is only a heading and a line such as "time: 10 o'clock". */
function looksLikeWords(text: string): boolean {
  const names = text.split('\n').flatMap((line) => KEY_LINE.exec(line)?.[1] ?? []);
  return names.every((name) => name !== 'background' && WORDS_OF_TEXT.has(name));
}

function isYamlOnly(text: string): boolean {
  if (!text.includes('\n\n')) return true;
  const lines = text.slice(0, -1).split('\n');
  return lines.every((line, index) =>
    HEADING.test(line) ? isComment(lines, index) : YAML_LINE.test(line),
  );
}

/**
 * Reports whether a `#` line is a YAML comment rather than a heading. The next other line must set a key; after a
 * blank line the key must be known. Closing dashes without a blank line also count.
 */
function isComment(lines: readonly string[], index: number): boolean {
  if (!lines[index]?.startsWith('#')) return false;
  let next = index + 1;
  let isApart = false;
  while (next < lines.length && (lines[next]?.startsWith('#') || lines[next]?.trim() === '')) {
    if (lines[next]?.trim() === '') isApart = true;
    next++;
  }
  const line = lines[next];
  if (line === undefined) return !isApart && index > 0;
  return isApart ? isKnownKey(line) : KEY_LINE.test(line);
}

/** Keys that can also begin a line of a slide's text. */
const WORDS_OF_TEXT = new Set(['title', 'time', 'steps', 'background']);
const COMMENTS = /^(?:#[^\n]*\n(?:[ \t]*\n)*)+/;
const BLANK_LINE = /^[ \t]*$/m;
const DASHES = /^-{3,}[ \t]*(?:\n|$)/;
const CLOSING = /^-{3,}[ \t]*(?:\n|$)/m;
const HEAD_OPENING = /^(?:[ \t]*\n)*-{3,}[ \t]*(?:\n|$)/;
const BEFORE_KEYS = /^(?:[ \t]*\n|#[^\n]*\n)+/;
const KEY_LINE = /^["']?([A-Za-z_][\w-]*)["']?[ \t]*:(?=[ \t]|\n|$)/;
const EQUALS_LINE = /^([A-Za-z_][\w-]*)[ \t]*=[ \t]*(\S.*)$/;
const YAML_LINE = /^(?:["']?[A-Za-z_][\w-]*["']?[ \t]*:(?:[ \t]|$)|[ \t]|- |#|[\]}]|$)/;
const HEADING = /^#{1,6}[ \t]/;
