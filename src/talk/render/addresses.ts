import { TokenType } from '@csstools/css-tokenizer';
import type { Problem, Span } from '../model/problem.ts';
import type { Attribute } from '../model/tags.ts';
import { isAddressList, listAddresses } from './attribute-list.ts';
import type { SlideContext } from './context.ts';
import { readTokens } from './css-items.ts';
import { useAsset } from './picture.ts';

const ADDRESSES = new Set(['src', 'poster', 'background']);
const DRAWN_ADDRESSES = new Set(['image', 'use', 'feimage']);
const URL_CALL = /url\(/i;

/** Looks up the files that an attribute names; returns the first problem, or null. */
export function useAddresses(
  tag: string,
  { name, value }: Attribute,
  span: Span,
  context: SlideContext,
): Problem | null {
  const found = listFiles(tag, name, value).map((address) => useAsset(address, span, context));
  return found.find((problem) => problem !== null) ?? null;
}

/** Looks up the files that CSS names. */
export function useCssAddresses(css: string, span: Span, context: SlideContext): void {
  for (const address of new Set(listUrls(css))) useAsset(address, span, context);
}

function listFiles(tag: string, name: string, value: string): string[] {
  if (value === '') return [];
  const isDrawn = (name === 'href' || name === 'xlink:href') && DRAWN_ADDRESSES.has(tag);
  if (ADDRESSES.has(name) || isDrawn) return [value];
  if (isAddressList(name)) return listAddresses(name, value).filter(Boolean);
  return URL_CALL.test(value) ? [...new Set(listUrls(value))] : [];
}

/** Lists the addresses in `url()` of CSS. */
function listUrls(css: string): string[] {
  if (!URL_CALL.test(css)) return [];
  return readTokens(css).flatMap((token, at, tokens) => {
    if (token[0] === TokenType.URL) return token[4].value;
    const before = tokens
      .slice(Math.max(0, at - 2), at)
      .findLast(([type]) => type !== TokenType.Whitespace);
    const isUrl = before?.[0] === TokenType.Function && before[4].value.toLowerCase() === 'url';
    return isUrl && token[0] === TokenType.String ? token[4].value : [];
  });
}
