import type { ForeignToken } from '../../model/token.ts';
import { parseAttributes } from '../brace-attributes.ts';
import type { DeckSlide } from '../deck.ts';

/** Writes a mark, a superscript or a subscript as the element that it is; any other construct is left to the caller. */
export function takeMark(token: ForeignToken, slide: DeckSlide): boolean {
  const [, sign = '', words = ''] = /^(==|\^|~)([^]*)\1$/.exec(token.sign) ?? [];
  const tag = MARKS[sign];
  if (token.kind !== 'mark' || tag === undefined) return false;
  slide.replace(token, `<${tag}>${words}</${tag}>`, ['translated', `<${tag}>`]);
  return true;
}

/** Writes words in brackets and attributes in braces with their classes; returns the classes. */
export function takeClasses(token: ForeignToken, slide: DeckSlide): string[] {
  if (token.kind !== 'attributes' && token.kind !== 'span') return [];
  const [, words = '', braces = ''] = /^(?:\[([^]*)\])?\{:?([^]*)\}$/.exec(token.sign) ?? [];
  const { classes } = parseAttributes(braces);
  const names = classes.join(' ');
  if (token.kind === 'span') {
    const written = names === '' ? words : `<span class="${names}">${words}</span>`;
    slide.replace(token, written, ['translated', `<span class="${names}">`]);
  } else if (names === '') slide.replace(token, '', ['dropped', 'It has no such attributes here.']);
  else {
    const comment = `<!-- .element: class="${names}" -->`;
    slide.replace(token, ` ${comment}`, ['translated', comment]);
  }
  return classes;
}

const MARKS: Readonly<Record<string, string>> = { '==': 'mark', '^': 'sup', '~': 'sub' };
