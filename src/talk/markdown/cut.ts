import type { CutToken } from '../model/token.ts';
import {
  Tokenizer,
  type Lexer,
  type TokenizerAndRendererExtension,
  type TokenizerObject,
} from 'marked';
import { readMatter } from './slide-matter.ts';
import type { Unplaced } from './lex/unplaced.ts';

/** Cuts slides at `---` and `--` at the margin of the file, never inside another construct. */
export const cuts: TokenizerAndRendererExtension = {
  name: 'cut',
  level: 'block',
  start(src) {
    return findInParagraph(src, VERTICAL_BELOW, this.lexer);
  },
  tokenizer(src, tokens) {
    if (tokens !== this.lexer.tokens) return undefined;
    const vertical = VERTICAL.exec(src)?.[0];
    const line = vertical ?? CUT.exec(src)?.[0];
    if (line === undefined) return undefined;
    lexWaitingInline(this.lexer);
    if (vertical !== undefined) {
      return {
        type: 'cut',
        raw: line,
        matter: null,
        isVertical: true,
      } satisfies Unplaced<CutToken>;
    }
    const matter = readMatter(src.slice(line.length));
    return { type: 'cut', raw: line + (matter?.raw ?? ''), matter } satisfies Unplaced<CutToken>;
  },
};

/** Disables headings underlined with dashes, because `---` below a paragraph is a cut. */
export const underlines: TokenizerObject = {
  lheading(src) {
    const text = cutAtLine(src);
    const underline = this.rules.block.lheading.exec(text)?.[2];
    return underline?.startsWith('=') ? Tokenizer.prototype.lheading.call(this, text) : undefined;
  },
};

/** Ends lists and quotations at a line `--` and at a footnote, which would otherwise continue their last line. */
export const verticalEnds: TokenizerObject = {
  list(src) {
    return endAtVertical(src, this.lexer, (text) => Tokenizer.prototype.list.call(this, text));
  },
  blockquote(src) {
    return endAtVertical(src, this.lexer, (text) =>
      Tokenizer.prototype.blockquote.call(this, text),
    );
  },
};

/** Lexes a block again without the line that ends it and the text below it. */
function endAtVertical<Block extends { raw: string }>(
  src: string,
  lexer: Lexer,
  lex: (text: string) => Block | undefined,
): Block | undefined {
  const queued = lexer.inlineQueue.length;
  const token = lex(src);
  const at = lexer.state.top && token ? token.raw.search(END_BELOW) : -1;
  if (at < 0) return token;
  lexer.inlineQueue.length = queued;
  return lex(src.slice(0, at + 1));
}

/** Reports whether a line at the margin begins a slide, a vertical one included. */
export function isSlideLine(line: string): boolean {
  return isCutLine(line) || /^(?:--|vvv)[ \t]*$/.test(line);
}

/** Reports whether a line at the margin is a cut. */
export function isCutLine(line: string): boolean {
  return line.startsWith('---') && CUT.test(line);
}

/** Finds a line that ends the current paragraph; lists are lexed line by line and are not searched. */
export function findInParagraph(src: string, line: RegExp, { state }: Lexer): number | undefined {
  if (!state.top) return undefined;
  const end = src.indexOf('\n\n');
  const at = (end < 0 ? src : src.slice(0, end)).search(line);
  return at < 0 ? undefined : at + 1;
}

/** Lexes the slide's text with its own link definitions, so that its meaning does not depend on the talk. */
function lexWaitingInline(lexer: Lexer): void {
  for (const { src, tokens } of lexer.inlineQueue.splice(0)) {
    lexer.state.inRawBlock = false;
    lexer.inlineTokens(src, tokens);
  }
  lexer.tokens.links = Object.create(null);
}

/** Marked searches the underline of a heading from every line, which is slow in a long text. */
function cutAtLine(src: string): string {
  const end = src.indexOf('\n', MAX_HEADING);
  return end < 0 ? src : src.slice(0, end + 1);
}

const MAX_HEADING = 5000;
/** Marks of a vertical slide in reveal.js and in editors that preview it. */
const VERTICAL = /^(?:--|vvv)[ \t]*(?:\n|$)/;
const END_BELOW = /\n(?:(?:--|vvv)[ \t]*(?:\n|$)|\[\^[^\]\s]+\]:)/;
export const VERTICAL_BELOW = /\n(?:--|vvv)[ \t]*(?:\n|$)/;
const CUT = /^-{3,}[ \t]*(?:\n|$)/;
