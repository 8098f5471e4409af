import { escapeHtml } from '../../../html/html.ts';
import type { Token } from '../../../model/token.ts';
import type { DeckSlide, Result } from '../../deck.ts';
import { attributeOf, listTags, type DeckTag } from '../../deck-tags.ts';
import type { Stretch } from '../../text-edits.ts';
import { findBrand } from '../../translate/brand-icons.ts';
import { INLINE_CODE, type MatchedRun } from './match-run.ts';

/** Writes what code in words gave when a program ran it; other code is named, and shown as it is written. */
export function takeInlineCode(slide: DeckSlide, run: MatchedRun | null): void {
  if (!RUN.test(slide.edits.text)) return;
  for (const token of slide.allTokens) if (token.type === 'codespan') takeSpan(token, slide, run);
  for (const tag of listTags(slide)) if (tag.kind === 'open') takeTag(tag, slide);
}

function takeSpan(token: Token, slide: DeckSlide, run: MatchedRun | null): void {
  const stretch = slide.stretch(token);
  const { text } = slide.edits;
  const [, language, code = ''] = SPAN.exec(text.slice(stretch.start, stretch.end)) ?? [];
  if (language === undefined) return;
  const value = run?.valueOf(token.span.line, text.slice(stretch.start, stretch.end));
  if (value !== undefined)
    return slide.replace(stretch, value, ['translated', `what it gave in the last run: ${value}`]);
  const [, emoji] = /^emo::ji\(\s*["']([\w-]+)["']\s*\)$/.exec(code) ?? [];
  if (emoji !== undefined)
    return slide.replace(stretch, `:${emoji}:`, ['translated', `:${emoji}:`]);
  const [, icon] =
    /^(?:\w+::)?(?:fa|fa_i|fontawesome|icon_fa)\(\s*["']([\w-]+)["']/.exec(code) ?? [];
  if (icon !== undefined) {
    const brand = findBrand(`fa-brands-${icon.replace(/^fa-/, '')}`);
    const became: Result =
      brand === null ? ['dropped', 'This set of icons is not at hand.'] : ['approximated', brand];
    return slide.replace(stretch, brand ?? '', became);
  }
  const reason = reasonFor(language);
  // Quotes in code make words of a tag, which is one again when the code is gone.
  const [opened] =
    /<(?:img|iframe|video|source|embed)\b[^<>]*\bsrc=["']?$/.exec(text.slice(0, stretch.start)) ??
    [];
  const [closed] = /^["']?[^<>]*>/.exec(text.slice(stretch.end)) ?? [];
  if (opened !== undefined && closed !== undefined) {
    const tag: Stretch = { start: stretch.start - opened.length, end: stretch.end + closed.length };
    const file = guessFile(code);
    if (file === '') return slide.replace(tag, standIn(code, ''), reason);
    return slide.replace(tag, opened + file + closed, takenFor(language, file));
  }
  const [whole, sign = '', words = ''] =
    /(!?)\[([^[\]\n]*)\]\($/.exec(text.slice(0, stretch.start)) ?? [];
  const [ending] = /^\)(?:\{[^{}\n]*\})?/.exec(text.slice(stretch.end)) ?? [];
  if (whole === undefined || ending === undefined) return slide.note(stretch, ...reason);
  const address: Stretch = {
    start: stretch.start - whole.length,
    end: stretch.end + ending.length,
  };
  if (sign === '') return slide.replace(address, words, reason);
  const file = guessFile(code);
  if (file === '') return slide.replace(address, standIn(code, words), reason);
  const scale = /^[ \t]*:scale\s+(\d+(?:\.\d+)?%)[ \t]*$/.exec(words)?.[1];
  const picture = `![${scale === undefined ? words : ''}](${file})${scale === undefined ? '' : `{width=${scale}}`}`;
  slide.replace(address, picture, takenFor(language, file));
}

/** A tag whose picture or link code would name, or with another attribute that it would compute. */
function takeTag(tag: DeckTag, slide: DeckSlide): void {
  const computed = tag.attributes.filter(({ value }) => RUN.test(value));
  const [first] = computed;
  if (!first) return;
  const [, language = 'r', code = ''] = SPAN.exec(RUN.exec(first.value)?.[0] ?? '') ?? [];
  const reason = reasonFor(language);
  if (computed.some(({ name }) => /^(?:data-)?src$/.test(name))) {
    const end = tag.partner?.end ?? tag.end;
    const file = guessFile(code);
    const written = slide.edits.text.slice(tag.start, tag.end);
    const [run = ''] = RUN.exec(written) ?? [];
    if (file !== '' && computed.length === 1)
      return slide.replace(tag, written.replace(run, file), takenFor(language, file));
    return slide.replace({ ...tag, end }, standIn(code, attributeOf(tag, 'alt') ?? ''), reason);
  }
  if (first.name === 'href' && tag.partner) {
    slide.replace(tag, '', reason);
    return slide.replace(tag.partner, '');
  }
  const raw = slide.edits.text.slice(tag.start, tag.end);
  for (const { name, value } of computed) {
    const at = raw.indexOf(value);
    const start = raw.lastIndexOf(name, at);
    if (at < 0 || start < 0) continue;
    const end = at + value.length + (/["']/.test(raw.charAt(at + value.length)) ? 1 : 0);
    slide.replace({ start: tag.start + start, end: tag.start + end }, '', reason);
  }
}

/** Returns the file that the strings of code name part by part; empty for none. */
function guessFile(code: string): string {
  return [...code.matchAll(/["']([^"']+)["']/g)].map(([, name = '']) => name).join('/');
}

function takenFor(language: string, file: string): Result {
  return [
    'manual',
    `${PROGRAMS[language] ?? language} computes the address; ${file} is taken for it.`,
  ];
}

/** A labelled place for a picture that code would name. */
function standIn(code: string, words: string): string {
  const label = words.trim() === '' ? `Picture of ${code}` : words;
  return `<span class="left-out">${escapeHtml(label)}</span>`;
}

function reasonFor(language: string): Result {
  const program = PROGRAMS[language] ?? language;
  return ['manual', `${program} would compute this; write what it gives.`];
}

/** How the languages of cells are called. */
export const PROGRAMS: Readonly<Record<string, string>> = {
  r: 'R',
  python: 'Python',
  julia: 'Julia',
};
const RUN = new RegExp(INLINE_CODE.source);
const SPAN = /^`\{?(r|python|julia)\}?[ \t]+([^`]*?)[ \t]*`$/;
