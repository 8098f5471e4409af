import type { TokenizerAndRendererExtension } from 'marked';

/** Lexes inline `{{ expression }}`, and braces that never close, to report them. */
export const values: TokenizerAndRendererExtension = {
  name: 'value',
  level: 'inline',
  start: (src) => {
    const at = src.indexOf('{{');
    return at < 0 ? undefined : at;
  },
  tokenizer(src) {
    if (!src.startsWith('{{')) return undefined;
    const found = VALUE.exec(src);
    if (!found) return { type: 'openvalue', raw: '{{' };
    return { type: 'value', raw: found[0], expression: toExpression(found[1] ?? '') };
  },
};

/** Masks values for the search for emphasis, so that `_` and `*` in them have no meaning. */
export function maskValues(src: string): string {
  return src.replaceAll(VALUES, (value) => 'a'.repeat(value.length));
}

/** Joins an expression that a formatter wrapped. */
export function toExpression(source: string): string {
  return source.trim().replaceAll(/\s*\n\s*/g, ' ');
}

/** A value anywhere in a text. */
export const VALUES = /\{\{((?:(?!\{\{|\}\}|\n\n)[\s\S])*)\}\}/g;
const VALUE = /^\{\{((?:(?!\{\{|\}\})[\s\S])*)\}\}/;
