import { stringify, tokenize, TokenType, type CSSToken } from '@csstools/css-tokenizer';

/** CSS functions with an address as a string. */
const URL_FUNCTIONS = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set']);
const URL_CALL = /(?:url|src|image|image-set)\(/i;
const UNSAFE = /["\\\n\r\f]/g;

/** Returns a new address, or null to keep the current one. */
export type MapAddress = (address: string) => string | null;

/** Lists the addresses of files in CSS: in `url()`, with quotes or without, and in `image-set()`. */
export function listCssUrls(css: string): string[] {
  const found: string[] = [];
  mapCssUrls(css, (address) => (found.push(address), null));
  return found;
}

/** Replaces the addresses of files in CSS. */
export function mapCssUrls(css: string, map: MapAddress): string {
  if (!URL_CALL.test(css)) return css;
  const functions: string[] = [];
  const tokens = tokenize({ css }).map((token) => {
    if (token[0] === TokenType.Function) functions.push(token[4].value.toLowerCase());
    else if (token[0] === TokenType.OpenParen) functions.push('');
    else if (token[0] === TokenType.CloseParen) functions.pop();
    const isUrl = token[0] === TokenType.URL;
    const isNamed = token[0] === TokenType.String && URL_FUNCTIONS.has(functions.at(-1) ?? '');
    if (!isUrl && !isNamed) return token;
    const address = map(token[4].value);
    return address === null ? token : writeAddress(token, address);
  });
  return stringify(...tokens);
}

/** Writes an address as a string token. */
function writeAddress(token: CSSToken, address: string): CSSToken {
  const quoted = `"${address.replace(UNSAFE, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
  const copy = [...token] as unknown as CSSToken;
  copy[1] = token[0] === TokenType.URL ? `url(${quoted})` : quoted;
  return copy;
}
