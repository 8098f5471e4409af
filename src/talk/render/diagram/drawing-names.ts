import { stringify, TokenType } from '@csstools/css-tokenizer';
import { readTokens, withRaw } from '../../html/css-items.ts';
import { listForbidden, listKeyframes, scopeCss } from '../raw/css.ts';

/** A reference to an id within a drawing. */
export const URL_ID = /url\(\s*["']?#([^"')\s]+)["']?\s*\)/gi;
const HAS_URL = /url\s*\(/i;
const NAMING = /@(?:font-face|import|property)\b/i;

/** Gives references their own names; null where the value leads elsewhere. */
export function renameUrls(value: string, prefix: string): string | null {
  const own = value.replaceAll(URL_ID, (_, id: string) => `\0${prefix}${id})`);
  return HAS_URL.test(own) ? null : own.replaceAll('\0', 'url(#');
}

/** Gives classes names that no page has. */
export function prefixClasses(value: string): string {
  return value
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => `d-${name}`)
    .join(' ');
}

/** Scopes a stylesheet to the drawing that holds it; empty where it loads, imports or names something. */
export function scopeDrawingCss(text: string, prefix: string, ids: ReadonlySet<string>): string {
  const renamed = readTokens(text).map((token, at, tokens) =>
    token[0] === TokenType.Ident && isDot(tokens[at - 1]) ? withRaw(token, `d-${token[1]}`) : token,
  );
  const css = stringify(...renamed);
  const names = new Map([...ids].map((id) => [id, prefix + id]));
  const isPlain = listForbidden(css).length === 0 && !NAMING.test(css);
  if (!isPlain || HAS_URL.test(css.replaceAll(URL_ID, ''))) return '';
  return scopeCss(css, new Set(listKeyframes(css)), { ids: names, prefix });
}

function isDot(token: readonly unknown[] | undefined): boolean {
  return token?.[0] === TokenType.Delim && token[1] === '.';
}
