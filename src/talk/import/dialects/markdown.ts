import { readMatter } from '../../markdown/slide-matter.ts';
import { SLIDE_KEYS, TALK_KEYS } from '../../markdown/keys.ts';
import { THEMES } from '../../model/slide/themes.ts';
import { cutText, splitHead } from '../cut-slides.ts';
import { DeckSlide, toNote, type Deck } from '../deck.ts';
import type { DialectReader } from '../dialect.ts';
import { takeMatter, type ForeignKey } from '../matter.ts';
import { scanLines } from '../scan-lines.ts';
import { rewriteUnderlines } from '../underlined-headings.ts';
import { includeBookFiles } from './book-includes.ts';
import { fenceNamedCode } from './remark/remark-code.ts';
import { takeContainers } from '../translate/foreign-containers.ts';
import { COMMON_KEYS, takeKeys, toKeyNote, type KeyRule } from '../talk-keys.ts';

/** Reads plain Markdown and talks: slides are cut at rules, or at headings where there are none. */
export const markdown: DialectReader = {
  name: 'markdown',
  program: 'Markdown',
  signs: {},
  read({ path, text }, context) {
    const deck: Deck = { keys: {}, slides: [], css: [], notes: [] };
    const whole = includeBookFiles(text, path, { deck, context });
    const { head, headLine, body, bodyLine } = splitHead(rewriteCleaver(whole));
    const keys = takeMatter(head, { file: path, line: headLine }, deck.notes);
    takeKeys(keys, KEYS, { deck, program: 'other programs' });
    const named = fenceNamedCode(body, OF_SHOWOFF);
    const parts = cutMarkdown(rewriteUnderlines(named, { hasDashes: false }), bodyLine);
    const cut = cutLongParts(parts);
    if (cut) {
      const span = { file: path, line: bodyLine, column: 1, length: 1 };
      deck.notes.push(toNote(['approximated', BY_HEADINGS], '---', span));
    }
    for (const part of cut ?? parts) {
      const slide = new DeckSlide({ file: path, line: part.line, text: part.text });
      const own = takeMatter(part.matter, { file: path, line: part.matterLine }, deck.notes);
      for (const key of own) takeSlideKey(key, slide);
      takeContainers(slide);
      if (part.text.trim() !== '' || own.length > 0) deck.slides.push(slide);
    }
    makeCover(deck);
    return deck;
  },
};

/** Writes the cuts of a deck of Cleaver, lines of two dashes, as those of talks; keys stand above the first of them. */
function rewriteCleaver(text: string): string {
  const lines = scanLines(text).filter(({ isInside }) => !isInside);
  const cuts = lines.filter((line) => /^--[ \t]*$/.test(line.text));
  if (cuts.length < 2 || lines.some((line) => /^-{3,}[ \t]*$/.test(line.text))) return text;
  const cutAt = new Set(cuts.map(({ start }) => start));
  const body = scanLines(text)
    .map((line) => (cutAt.has(line.start) ? '---\n' : text.slice(line.start, line.end)))
    .join('');
  const isHeaded =
    /^[A-Za-z][\w-]*:[ \t]?[^\n]*\n(?:(?:[A-Za-z][\w-]*:|[ \t]+\S)[^\n]*\n)*\s*---\n/.test(body);
  return isHeaded ? `---\n${body}` : body;
}

/** The line by which ShowOff names the language of indented code. */
const OF_SHOWOFF = /^(?: {4}|\t)@@@[ \t]*([A-Za-z][\w+-]*)[ \t]*$/;

const BY_HEADINGS =
  'Slides begin at headings as well, since lines of dashes are few among many headings.';

/** A slide of Markdown: its text, and the front matter that talks have below a cut. */
interface MarkdownPart {
  matter: string;
  matterLine: number;
  text: string;
  line: number;
}

function cutMarkdown(body: string, firstLine: number): MarkdownPart[] {
  const lines = scanLines(body);
  const parts: MarkdownPart[] = [{ matter: '', matterLine: firstLine, text: '', line: firstLine }];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const part = parts.at(-1);
    if (!line || !part) continue;
    if (line.isInside || !/^-{3,}[ \t]*$/.test(line.text)) {
      part.text += body.slice(line.start, line.end);
      continue;
    }
    const matter = readMatter(body.slice(line.end));
    const count = matter ? matter.raw.split('\n').length - 1 : 0;
    const next = firstLine + line.line;
    parts.push({ matter: matter?.text ?? '', matterLine: next, text: '', line: next + count });
    at += count;
  }
  const [only] = parts;
  if (parts.length > 1 || !only) return parts;
  return cutPart(only);
}

function cutPart(part: MarkdownPart): MarkdownPart[] {
  return cutAtHeadings(part.text, part.line).map((own) => ({ ...part, ...own }));
}

/** Cuts slides at their headings as well, where lines of dashes are few among many headings; null for a usual deck. */
function cutLongParts(parts: readonly MarkdownPart[]): MarkdownPart[] | null {
  const cut = parts.flatMap(cutPart);
  const isUsual = parts.length === 1 || parts.some(({ matter }) => matter.trim() !== '');
  return isUsual || cut.length < Math.max(8, parts.length * 4) ? null : cut;
}

/** Cuts before each heading of the first levels; the heading stays in its slide. */
export function cutAtHeadings(
  text: string,
  firstLine: number,
  level = 2,
): ReturnType<typeof cutText> {
  const isHeading = new RegExp(`^#{1,${level}}[ \\t]`);
  const starts: number[] = [];
  const parts = cutText(text, firstLine, ({ text: line, start }) => {
    if (isHeading.test(line)) starts.push(start);
    return false;
  });
  if (starts.length === 0) return parts;
  const bounds = [...new Set([0, ...starts, text.length])];
  return bounds.slice(0, -1).map((start, index) => ({
    line: firstLine + text.slice(0, start).split('\n').length - 1,
    text: text.slice(start, bounds[index + 1]),
    cut: null,
  }));
}

function takeSlideKey(key: ForeignKey, slide: DeckSlide): void {
  if (Object.hasOwn(SLIDE_KEYS, key.name)) {
    Object.assign(slide.keys, { [key.name]: key.value });
  } else slide.notes.push(toKeyNote(key, ['dropped', 'Slides have no such key.']));
}

/** Makes the first slide a cover when it has a title and little more, and says nothing else about itself. */
function makeCover({ slides: [first, second] }: Deck): void {
  if (!first || !second || Object.keys(first.keys).length > 0) return;
  const blocks = first.tokens.filter(({ type }) => type !== 'space');
  const [heading, ...others] = blocks;
  const isTitle = heading?.type === 'heading' && heading.depth === 1;
  const isShort =
    others.length <= 2 && others.every(({ type, raw }) => type === 'paragraph' && raw.length < 200);
  if (isTitle && isShort && !others.some(({ raw }) => raw.includes('![')))
    first.keys.layout = 'cover';
}

const own: KeyRule = ({ name, value }, { keys }) => {
  Object.assign(keys, { [name]: value });
  return undefined;
};
const KEYS: Readonly<Record<string, KeyRule>> = {
  ...Object.fromEntries(Object.keys(TALK_KEYS).map((name) => [name, own])),
  theme: (key, deck) =>
    THEMES.some((name) => name === key.value)
      ? own(key, deck)
      : ['dropped', 'The look of a talk comes from its theme and its stylesheet.', 'harmless'],
  ...COMMON_KEYS,
};
