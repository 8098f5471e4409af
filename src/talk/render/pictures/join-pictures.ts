import type { ComposedSlide } from '../../model/composed.ts';
import type { Layout } from '../../model/talk.ts';
import type { ImageToken, NestedToken, Token } from '../../model/token.ts';
import { isQr, mediaKind } from '../../text/media-kind.ts';

/** Puts pictures that have a paragraph each, and a slide to themselves, into one, so that they share the room side by side. */
export function joinPictures(
  slide: ComposedSlide,
  layout: Layout,
  title: Token | null,
): ComposedSlide {
  if (layout !== 'default' && layout !== 'figure') return slide;
  const { tokens } = slide.source;
  const kept = tokens.filter((token) => token !== title && token.type !== 'space');
  const pictures = kept.flatMap((token) => findPlain(token) ?? []);
  const [first] = kept;
  if (first?.type !== 'paragraph' || pictures.length < 2 || pictures.length !== kept.length) {
    return slide;
  }
  const joined: NestedToken = { ...first, tokens: pictures };
  const around = tokens.filter((token) => token === title);
  return { ...slide, source: { ...slide.source, tokens: [...around, joined] } };
}

/** Returns the only picture of a paragraph whose size and place nothing asks for. */
function findPlain(token: Token): ImageToken | null {
  if (token.type !== 'paragraph' || token.tokens.length !== 1) return null;
  const [picture] = token.tokens;
  if (picture?.type !== 'image' || picture.options) return null;
  return mediaKind(picture.href) === null && !isQr(picture.href) ? picture : null;
}
