import type { ImageToken } from '../../model/token.ts';
import { html, rawHtml, type Html } from '../../html/html.ts';
import type { SlideContext } from '../context.ts';
import { toWords } from '../words.ts';
import { renderValue } from './value-element.ts';

/** The title of a picture as a caption, and as plain words; both are empty for none. */
export interface PictureTitle {
  caption: Html;
  words: string;
}

/** Renders the title of a picture with the values in it. */
export function renderTitle({ title, caption }: ImageToken, context: SlideContext): PictureTitle {
  if (!caption) return { caption: html`${title}`, words: title ?? '' };
  const parts = caption.map((token) =>
    token.type === 'value' ? rawHtml(renderValue(token, context)) : toWords([token], context),
  );
  return { caption: html`${parts}`, words: toWords(caption, context) };
}
