import { stringify, TokenType, type CSSToken } from '@csstools/css-tokenizer';
import { readTokens, withRaw } from '../../../html/css-items.ts';
import type { Attribute } from '../../../html/tags.ts';
import { px, SCALE } from './utility-sizes.ts';

/** Writes the lengths in pixels of rules for slides of Slidev as those of a talk, whose slides are wider. */
export function scalePixels(css: string): string {
  const tokens = readTokens(css).map((token): CSSToken => {
    const isLength = token[0] === TokenType.Dimension && token[4].unit === 'px';
    return isLength ? withRaw(token, px(token[4].value * SCALE)) : token;
  });
  const [first, ...others] = tokens;
  return first ? stringify(first, ...others) : css;
}

/** Does so in the style of an element, and in the sizes of what has one by its attributes. */
export function scaleAttributes(name: string, attributes: readonly Attribute[]): Attribute[] {
  return attributes.map((each) => {
    if (each.name === 'style') return { ...each, value: scalePixels(each.value) };
    const isSize = SIZED.test(name) && /^(?:width|height)$/.test(each.name);
    const [, pixels] = (isSize && /^(\d+(?:\.\d+)?)(?:px)?$/.exec(each.value.trim())) || [];
    return pixels === undefined
      ? each
      : { ...each, value: String(Math.round(Number(pixels) * SCALE)) };
  });
}

const SIZED = /^(?:img|video|iframe|svg|canvas|embed|object)$/i;
