import type { Token } from '../../../model/token.ts';
import type { DeckSlide } from '../../deck.ts';

/** Takes words for one format of output: HTML stays, any other is left out. */
export function takeRawWords(token: Token, slide: DeckSlide): void {
  const { start, end } = slide.stretch(token);
  const [braces = '', format = ''] = /^\{=([\w+-]+)\}/.exec(slide.edits.text.slice(end)) ?? [];
  if (format === '') return;
  const stretch = { start, end: end + braces.length };
  const [, words = ''] = /^`+([^]*?)`+$/.exec(slide.edits.text.slice(start, end)) ?? [];
  if (format.startsWith('html')) slide.replace(stretch, words.trim(), ['translated', words.trim()]);
  else slide.replace(stretch, '', ['dropped', `It is for ${format} alone.`]);
}
