import type { ImageToken, Token } from '../../model/token.ts';
import { isQr, mediaKind } from '../../text/media-kind.ts';

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

/** Finds a picture with a caption, or a film, sound or QR code, that stands alone in its paragraph; undefined for any other. */
export function findCaptioned(tokens: readonly Token[]): ImageToken | undefined {
  const kept = listKept(tokens);
  const [picture] = kept;
  if (kept.length !== 1 || picture?.type !== 'image') return undefined;
  const isNamed = mediaKind(picture.href) !== null || isQr(picture.href);
  if (!picture.title && !isNamed) return undefined;
  return tokens.some(({ type }) => type === 'pause') ? undefined : picture;
}

/** Reports whether a paragraph holds several pictures, or one in a link, which share the room. */
export function isOfSeveral(tokens: readonly Token[]): boolean {
  const kept = listKept(tokens);
  const isPlain = kept.length === 1 && kept[0]?.type === 'image';
  return kept.length > 0 && !isPlain && kept.every(isPicture);
}

/** Lists the pictures of a paragraph, those in links as well. */
export function listPictures(tokens: readonly Token[]): ImageToken[] {
  return tokens.flatMap((token) => {
    if (token.type === 'image') return [token];
    return 'tokens' in token ? listPictures(token.tokens ?? []) : [];
  });
}

/** Reports whether a paragraph holds nothing but pictures. */
export function isOfPicturesOnly(tokens: readonly Token[]): boolean {
  const kept = listKept(tokens);
  return kept.length > 0 && kept.every(isPicture);
}

function listKept(tokens: readonly Token[]): Token[] {
  return tokens.filter((token) => !COMMENTS.has(token.type) && !isBreak(token));
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
