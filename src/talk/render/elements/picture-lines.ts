import { extraHeight } from '../../model/slide/aspect.ts';
import type { ImageToken, NestedToken, Token } from '../../model/token.ts';
import type { PictureSize } from '../../model/project.ts';
import type { Attribute } from '../../html/tags.ts';
import { mergeAttributes, sortAttributes, withAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { chooseColumns } from '../pictures/picture-grid.ts';
import { renderInline } from './inline.ts';
import { encodeAddress } from './asset.ts';
import { findCaptioned, isOfSeveral, listPictures, splitCaption } from './pictures.ts';

/** More pictures than that in a row have cells of one size. */
const MAX_BESIDE = 3;

/** Renders a paragraph whose pictures take their share of the slide, with their captions; null for any other. */
export function renderPictureLines({ tokens }: NestedToken, context: SlideContext): string | null {
  const captioned = findCaptioned(tokens);
  if (captioned) return renderCaptioned(captioned, tokens, context);
  const parts = splitCaption(tokens);
  if (parts) return renderParts(parts, tokens, context);
  return isOfSeveral(tokens) ? renderSeveral(tokens, context) : null;
}

/** What a comment does to a picture it does to its caption as well. */
function renderCaptioned(picture: ImageToken, tokens: readonly Token[], context: SlideContext) {
  const { own, of } = sortAttributes(tokens);
  return withAttributes([...(of.get(picture) ?? []), ...own], context, () => {
    return `<p class="captioned">${withCaptions('after', [picture], context)}</p>\n`;
  });
}

function renderParts(parts: readonly Token[][], tokens: readonly Token[], context: SlideContext) {
  return withAttributes(sortAttributes(tokens).own, context, () => {
    const inner = parts.map((part) => {
      const markup = withCaptions('after', part, context);
      return part.length === 1 && part[0]?.type === 'image'
        ? markup
        : `<span>${markup.trim()}</span>`;
    });
    return `<p class="captioned">${inner.join('')}</p>\n`;
  });
}

function renderSeveral(tokens: readonly Token[], context: SlideContext): string {
  const render = () => `<p>${withCaptions('around', tokens, context)}</p>\n`;
  const markup = withAttributes(sortAttributes(tokens).own, context, render);
  const sizes = listPictures(tokens).map(({ href }) => context.pictures.get(encodeAddress(href)));
  return markPictures(markup, sizes, extraHeight(context.talk.meta));
}

/** Marks a paragraph of several pictures, so that they share the room: side by side, or in rows where they are larger so. */
function markPictures(
  markup: string,
  sizes: readonly (PictureSize | undefined)[],
  extra: number,
): string {
  const columns = chooseColumns(sizes, extra);
  const isGrid = columns < sizes.length || sizes.length > MAX_BESIDE;
  const grid: Attribute[] = isGrid ? [{ name: 'style', value: `--columns:${columns}` }] : [];
  const name = isGrid ? 'pictures grid' : 'pictures';
  return mergeAttributes(markup, [{ name: 'class', value: name }, ...grid]);
}

function withCaptions(
  captions: SlideContext['captions'],
  tokens: readonly Token[],
  context: SlideContext,
): string {
  const before = context.captions;
  context.captions = captions;
  const markup = renderInline(tokens, context);
  context.captions = before;
  return markup;
}

/** Marks the paragraph of a picture that reaches to the slide's edge, or that is alone on its slide. */
export function markPlace(markup: string, token: Token, context: SlideContext): string {
  const { alone, bleed } = context;
  const name =
    token === bleed?.paragraph
      ? bleed.isSmall
        ? 'bleed small'
        : 'bleed'
      : token === alone && 'alone';
  const mark: Attribute[] = name ? [{ name: 'class', value: name }] : [];
  return mergeAttributes(markup, mark);
}
