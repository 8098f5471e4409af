import type { Lexer, TokenizerAndRendererExtension, TokenizerObject } from 'marked';
import { readMatter, type Matter } from './matter.ts';

/** A `---` that begins a slide, with the front matter below it. */
export interface CutToken {
  type: 'cut';
  raw: string;
  matter: Matter | null;
}

/** Cuts slides at `---` at the margin of the file itself, never inside of anything. */
export const cuts: TokenizerAndRendererExtension = {
  name: 'cut',
  level: 'block',
  tokenizer(src, tokens) {
    if (!src.startsWith('---') || tokens !== this.lexer.tokens) return undefined;
    const line = CUT.exec(src)?.[0];
    if (line === undefined) return undefined;
    finishSlide(this.lexer);
    const matter = readMatter(src.slice(line.length));
    return { type: 'cut', raw: line + (matter?.raw ?? ''), matter } satisfies CutToken;
  },
};

/** Leaves headings underlined with dashes unread, since `---` below a paragraph is a cut. */
export const underlines: TokenizerObject = {
  lheading(src) {
    const underline = this.rules.block.lheading.exec(src)?.[2];
    return underline?.startsWith('-') ? undefined : false;
  },
};

/** Tells whether a line is a cut when it stands at the margin. */
export function isCutLine(line: string): boolean {
  return line.startsWith('---') && CUT.test(line);
}

/** Lexes the slide's text with its own link definitions, so that a slide means the same in whatever talk it stands. */
function finishSlide(lexer: Lexer): void {
  for (const { src, tokens } of lexer.inlineQueue.splice(0)) {
    lexer.state.inRawBlock = false;
    lexer.inlineTokens(src, tokens);
  }
  lexer.tokens.links = Object.create(null);
}

const CUT = /^-{3,}[ \t]*(?:\n|$)/;
