import type { DeckSlide } from './deck.ts';
import { walkTokens } from './walk.ts';

/** Keeps the line ends of paragraphs, which are breaks in some programs and spaces in a talk. */
export function keepLineBreaks(slide: DeckSlide): void {
  walkTokens(slide.tokens, (token) => {
    const isText =
      token.type === 'paragraph' || (token.type === 'text' && token.tokens !== undefined);
    if (!isText) return token.type === 'table' || token.type === 'html';
    const { start, end } = slide.stretch(token);
    const { text } = slide.edits;
    for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
      const isBroken = /(?: {2,}|\\|<br\s*\/?>|-->)\s*$/.test(line) || line.trim() === '';
      // A backslash behind an address would be part of it.
      if (!isBroken) slide.edits.insert(at, ADDRESS.test(line) ? ' \\' : '\\');
    }
    return true;
  });
}

const ADDRESS = /(?:[a-z][\w+.-]*:\/\/|www\.|@)\S*$/i;
