import type { DeckSlide } from './deck.ts';
import { listNested } from '../model/nested-tokens.ts';
import type { Token } from '../model/token.ts';
import type { Stretch } from './text-edits.ts';
import { walkTokens } from './walk.ts';

/** Keeps the line ends of paragraphs, which are breaks in some programs and spaces in a talk; `hasBreak` says of which lines. */
export function keepLineBreaks(
  slide: DeckSlide,
  hasBreak: (line: string) => boolean = () => true,
): void {
  walkTokens(slide.tokens, (token) => {
    const isText =
      token.type === 'paragraph' || (token.type === 'text' && token.tokens !== undefined);
    if (!isText) return token.type === 'table' || token.type === 'html';
    const { start, end } = slide.stretch(token);
    const { text } = slide.edits;
    const solid = token.tokens?.flatMap((each) => listSolid(each, slide)) ?? [];
    for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
      const isBroken = /(?: {2,}|\\|<br\s*\/?>|-->)\s*$/.test(line) || line.trim() === '';
      const isInside = solid.some((each) => each.start < at && at < each.end);
      // A backslash behind an address would be part of it.
      if (!isBroken && !isInside && hasBreak(line))
        slide.edits.insert(at, ADDRESS.test(line) ? ' \\' : '\\');
    }
    return true;
  });
}

/** Lists the stretches of code, tags and pictures over several lines, whose line ends are no breaks. */
function listSolid(token: Token, slide: DeckSlide): Stretch[] {
  if (!token.raw.includes('\n')) return [];
  if (SOLID.has(token.type)) return [slide.stretch(token)];
  return listNested(token).flatMap((each) => listSolid(each, slide));
}

const SOLID = new Set(['html', 'codespan', 'image', 'formula', 'comment']);
const ADDRESS = /(?:[a-z][\w+.-]*:\/\/|www\.|@)\S*$/i;
