import {
  stringify,
  tokenize,
  TokenType,
  type CSSToken,
  type TokenString,
  type TokenURL,
} from '@csstools/css-tokenizer';

/** CSS functions with an address as a string. */
const URL_FUNCTIONS = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set']);
const URL_CALL = /(?:url|src|image|image-set)\(/i;
const UNSAFE = /["\\\n\r\f]/g;
/** What surrounds the address in a token. */
const OPENING = /^(?:url\(\s*|["'])/i;
const CLOSING = /(?:\s*\)|["'])$/;

/** Returns a new address, or null to keep the current one. */
export type MapAddress = (address: string) => string | null;

/** An address in CSS, with its place as written, without quotes. */
export interface CssAddress {
  address: string;
  /** Whether it names the stylesheet of an `@import`. */
  isImport: boolean;
  offset: number;
  length: number;
}

/** Lists the addresses of files in CSS: in `url()`, with quotes or without, and in `image-set()`. */
export function listCssUrls(css: string): string[] {
  const found: string[] = [];
  mapCssUrls(css, (address) => (found.push(address), null));
  return found;
}

/** Lists the addresses of files and of imported stylesheets in CSS, with their places; a namespace is none. */
export function listCssAddresses(css: string): CssAddress[] {
  const read = readAddresses();
  return tokenize({ css }).flatMap((token) => {
    const found = read(token);
    if (found === null || found.rule === 'namespace') return [];
    const [, raw, start] = token;
    const opening = OPENING.exec(raw)?.[0].length ?? 0;
    const length = raw.slice(opening).replace(CLOSING, '').length;
    const isImport = found.rule === 'import';
    return [{ address: found.token[4].value, isImport, offset: start + opening, length }];
  });
}

/** Replaces the addresses of files in CSS. */
export function mapCssUrls(css: string, map: MapAddress): string {
  if (!URL_CALL.test(css)) return css;
  const read = readAddresses();
  const tokens = tokenize({ css }).map((token) => {
    const found = read(token);
    const address = found?.isCall ? map(found.token[4].value) : null;
    return address === null ? token : writeAddress(token, address);
  });
  return stringify(...tokens);
}

/** A token that is an address. */
interface FoundAddress {
  token: TokenString | TokenURL;
  /** The at-rule before whose block it is; empty for none. */
  rule: string;
  /** Whether it is within `url()` or another function of files. */
  isCall: boolean;
}

/** Returns a function that reads the tokens of CSS in order and finds the addresses among them. */
function readAddresses(): (token: CSSToken) => FoundAddress | null {
  const functions: string[] = [];
  let rule = '';
  return (token) => {
    const [type] = token;
    if (type === TokenType.Function) functions.push(token[4].value.toLowerCase());
    else if (type === TokenType.OpenParen) functions.push('');
    else if (type === TokenType.CloseParen) functions.pop();
    else if (type === TokenType.AtKeyword) rule = token[4].value.toLowerCase();
    else if (type === TokenType.Semicolon || type === TokenType.OpenCurly) rule = '';
    if (type !== TokenType.URL && type !== TokenType.String) return null;
    const isCall = type === TokenType.URL || URL_FUNCTIONS.has(functions.at(-1) ?? '');
    const isNamed = rule === 'import' && functions.length === 0;
    if (!isCall && !isNamed) return null;
    const found = { token, rule, isCall };
    // What follows the address of an import is its condition.
    rule = '';
    return found;
  };
}

/** Writes an address as a string token. */
function writeAddress(token: CSSToken, address: string): CSSToken {
  const quoted = `"${address.replace(UNSAFE, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
  const copy = [...token] as unknown as CSSToken;
  copy[1] = token[0] === TokenType.URL ? `url(${quoted})` : quoted;
  return copy;
}
