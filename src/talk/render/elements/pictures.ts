import type { Token } from '../../model/token.ts';
import { mergeAttributes } from '../attributes.ts';

/** Elements that may wrap a picture. */
const AROUND = new Set(['link', 'strong', 'em']);
/** Comments, which are invisible. */
const COMMENTS = new Set(['attributes', 'pause']);

/** Separates a picture from the text on adjacent lines; null for no text. */
export function splitCaption(tokens: readonly Token[]): [Token[], Token[]] | null {
  const last = tokens.length - 1;
  if (tokens.some(({ type }) => type === 'pause') || tokens.every(isOfPictures)) return null;
  if (tokens[0]?.type === 'image' && beginsLine(tokens[1])) {
    return [tokens.slice(0, 1), tokens.slice(tokens[1]?.type === 'br' ? 2 : 1)];
  }
  if (tokens[last]?.type === 'image' && endsLine(tokens[last - 1])) {
    return [tokens.slice(0, tokens[last - 1]?.type === 'br' ? last - 1 : last), tokens.slice(last)];
  }
  return null;
}

/** Marks a paragraph of several pictures, or of one in a link, so that they share the room. */
export function markPictures(tokens: readonly Token[], markup: string): string {
  const kept = tokens.filter((token) => !COMMENTS.has(token.type) && !isBreak(token));
  const isPlain = kept.length === 1 && kept[0]?.type === 'image';
  if (kept.length === 0 || isPlain || !kept.every(isPicture)) return markup;
  return mergeAttributes(markup, [{ name: 'class', value: 'pictures' }]);
}

function isOfPictures(token: Token): boolean {
  return isPicture(token) || isBreak(token) || COMMENTS.has(token.type);
}

function isPicture(token: Token): boolean {
  if (token.type === 'image') return true;
  const inner = 'tokens' in token ? (token.tokens ?? []) : [];
  return AROUND.has(token.type) && inner.length === 1 && inner.every(isPicture);
}

function isBreak({ type, raw }: Token): boolean {
  return type === 'br' || (type === 'text' && raw.trim() === '');
}

function beginsLine(token: Token | undefined): boolean {
  return token?.type === 'br' || (token?.type === 'text' && /^[ \t]*\n/.test(token.raw));
}

function endsLine(token: Token | undefined): boolean {
  return token?.type === 'br' || (token?.type === 'text' && /\n[ \t]*$/.test(token.raw));
}
