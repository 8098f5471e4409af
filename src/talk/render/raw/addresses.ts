import { holdsCss, listFiles } from '../../html/listed-addresses.ts';
import { listCssUrls } from '../../html/css-urls.ts';
import type { Problem, Span } from '../../model/problem.ts';
import type { Attribute } from '../../html/tags.ts';
import type { SlideContext } from '../context.ts';
import { isExternal } from '../../text/path.ts';
import { linkAsset, reportFilm, useAsset } from '../elements/asset.ts';

const LINKS = new Set(['a', 'area']);

/** Resolves the files in an attribute; returns the first problem, or null. */
export function useAddresses(
  tag: string,
  { name, value }: Attribute,
  span: Span,
  context: SlideContext,
): Problem | null {
  if (name === 'href' && LINKS.has(tag)) linkAsset(value, span, context);
  // A page in a frame is loaded where there is a network.
  if (tag === 'iframe' && isExternal(value)) {
    if (listFiles(tag, name, value).length > 0) reportFilm(value, span, context);
    return null;
  }
  const addresses = holdsCss(name) ? listCssUrls(value) : listFiles(tag, name, value);
  const found = [...new Set(addresses)].map((address) => useAsset(address, span, context));
  return found.find((problem) => problem !== null) ?? null;
}

/** Resolves the files in CSS. */
export function useCssAddresses(css: string, span: Span, context: SlideContext): void {
  for (const address of new Set(listCssUrls(css))) useAsset(address, span, context);
}
