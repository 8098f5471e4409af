import { SLIDE_KEYS, TALK_KEYS } from './keys.ts';

/** Front matter as it stands below a cut. */
export interface Matter {
  /** The YAML lines. */
  text: string;
  /** Everything that belongs to it, the closing dashes too. */
  raw: string;
  unclosed: boolean;
}

/** Reads a slide's front matter from the text below a cut; null where the slide has none. */
export function readMatter(src: string): Matter | null {
  if (!KEY_LINE.test(src)) return null;
  const { lines, closing } = readChunk(src);
  const prose = lines.findIndex((line) => !YAML_LINE.test(line));
  const isKnown = isKnownKey(lines[0] ?? '');
  if (closing !== null && (prose < 0 || (isKnown && !lines.some((line) => HEADING.test(line))))) {
    const text = lines.join('\n') + '\n';
    return { text, raw: text + closing, unclosed: false };
  }
  if (!isKnown) return null;
  const end = lines.findIndex((line) => !YAML_LINE.test(line) || HEADING.test(line));
  const text = (end < 0 ? lines : lines.slice(0, end)).join('\n') + '\n';
  return { text, raw: src.slice(0, text.length), unclosed: true };
}

/** Reads the front matter at the top of a talk, in which blank lines may stand. */
export function readHead(src: string): Matter | null {
  const opening = HEAD_OPENING.exec(src)?.[0];
  if (opening === undefined) return null;
  const rest = src.slice(opening.length);
  if (!KEY_LINE.test(rest.replace(BEFORE_KEYS, ''))) return null;
  const closing = CLOSING.exec(rest);
  if (closing && isYamlOnly(rest.slice(0, closing.index))) {
    const text = rest.slice(0, closing.index);
    return { text, raw: opening + text + closing[0], unclosed: false };
  }
  const matter = readMatter(rest);
  return matter && { ...matter, raw: opening + matter.raw };
}

/** Tells whether text is nothing but lines that set a slide's keys, and cannot well be anything else. */
export function looksLikeMatter(text: string): boolean {
  const names = text.split('\n').map((line) => KEY_LINE.exec(line)?.[1] ?? '');
  const known = names.filter((name) => Object.hasOwn(SLIDE_KEYS, name));
  const isAlone = known.length === 1 && WORDS_OF_TEXT.has(known[0] ?? '');
  return known.length > 0 && !isAlone && !names.includes('');
}

function isKnownKey(line: string): boolean {
  const key = KEY_LINE.exec(line)?.[1] ?? '';
  return Object.hasOwn(SLIDE_KEYS, key) || Object.hasOwn(TALK_KEYS, key);
}

/** The lines up to a blank one, to dashes (`closing`) or to the end. */
function readChunk(src: string): { lines: string[]; closing: string | null } {
  const lines: string[] = [];
  for (let at = 0; at < src.length;) {
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

function isYamlOnly(text: string): boolean {
  if (!text.includes('\n\n')) return true;
  const lines = text.split('\n');
  // A comment above a key is YAML; with anything else below it, it is a slide's heading.
  return lines.every((line, index) =>
    HEADING.test(line) ? KEY_LINE.test(lines[index + 1] ?? '') : YAML_LINE.test(line),
  );
}

/** Keys that a line of a slide's text may begin with as well. */
const WORDS_OF_TEXT = new Set(['title', 'time', 'steps', 'background']);
const DASHES = /^-{3,}[ \t]*(?:\n|$)/;
const CLOSING = /^-{3,}[ \t]*(?:\n|$)/m;
const HEAD_OPENING = /^(?:[ \t]*\n)*-{3,}[ \t]*(?:\n|$)/;
const BEFORE_KEYS = /^(?:[ \t]*\n|#[^\n]*\n)+/;
const KEY_LINE = /^["']?([A-Za-z_][\w-]*)["']?[ \t]*:(?=[ \t]|\n|$)/;
const YAML_LINE = /^(?:["']?[A-Za-z_][\w-]*["']?[ \t]*:(?:[ \t]|$)|[ \t]|- |#|[\]}]|$)/;
const HEADING = /^#{1,6}[ \t]/;
