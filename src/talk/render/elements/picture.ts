import { slideHeight } from '../../model/slide/aspect.ts';
import type { ImageToken } from '../../model/token.ts';
import {
  largePicture,
  locatedPicture,
  missingAlt,
  missingPoster,
  noAddress,
  unknownPictureOption,
} from '../../problems/problems.ts';
import { html } from '../../html/html.ts';
import { isExternal } from '../../text/path.ts';
import type { PictureSize } from '../../model/project.ts';
import type { SlideContext } from '../context.ts';
import { readPictureSize } from '../context.ts';
import { encodeAddress, findFile, shorten, useAsset } from './asset.ts';
import {
  isQr,
  isReducible,
  listPosters,
  mediaKind,
  type MediaKind,
} from '../../text/media-kind.ts';
import { renderMedia, type Media } from '../pictures/media.ts';
import { isMark, placeBleed } from '../pictures/picture-layout.ts';
import { findRoom } from '../pictures/picture-room.ts';
import { describeShape, writeLength, writePictureStyle } from '../pictures/picture-style.ts';
import { drawPlaceholder, PLACEHOLDER_SIZE } from '../pictures/placeholder.ts';
import { renderInlineProblem } from './panel.ts';
import { renderTitle } from './picture-title.ts';
import { holdStill } from './value-element.ts';
import { renderQr } from '../pictures/qr-picture.ts';

/** A slide on a screen of twice its pixels, and how many pixels of a picture are far more than that. */
const FINEST = { width: 2560, height: 1440 };
const MAX_PIXELS = 2.5 * FINEST.width * FINEST.height;

/** Renders a picture, or its problem in its place. */
export function renderPicture(token: ImageToken, alt: string, context: SlideContext): string {
  const { span } = token;
  // A directive of another program in the alternative text has been reported.
  if (alt.trim() === '' && !token.isForeign) context.problems.push(missingAlt(token.href, span));
  if (isQr(token.href)) return renderQr(token, alt, context);
  const problem =
    token.href.trim() === '' ? noAddress(alt, span) : useAsset(token.href, span, context, true);
  if (problem?.code === 'empty-link') context.problems.push(problem);
  if (problem?.severity === 'error') return renderInlineProblem(problem, alt || token.href);
  if (problem) {
    const drawn = { address: drawPlaceholder(token.href, alt), alt, size: PLACEHOLDER_SIZE };
    return renderImage(token, drawn, context);
  }
  const address = encodeAddress(token.href);
  const asset = isExternal(token.href) ? undefined : context.assets.at(-1);
  const size = asset && readPictureSize(context, asset.path);
  if (size) context.pictures.set(address, size);
  if (asset && size) reportFile({ path: asset.path, size }, token, context);
  const image = renderImage(token, { address, alt, size }, context);
  const { bleed } = context;
  const side = bleed?.picture === token ? (bleed.side ?? 0) : null;
  if (asset && size && !size.isDrawing)
    asset.room = findRoom(token.options, side, slideHeight(context.talk.meta));
  return image;
}

/** Reports a picture that is published as it is, though it is far larger than it is shown, or says where it was taken. */
function reportFile(
  { path, size }: { path: string; size: PictureSize },
  { span }: ImageToken,
  { problems, talk: { project } }: SlideContext,
): void {
  const isSeenTo = isReducible(path);
  if (size.isDrawing || (isSeenTo && project.hasSharp)) return;
  if (size.isLocated) problems.push(locatedPicture(path, isSeenTo, span));
  if (size.width * size.height <= MAX_PIXELS) return;
  problems.push(largePicture({ path, size, place: FINEST, isReducible: isSeenTo }, span));
}

const USUAL_FILM = { width: 16, height: 9 };

/** The address, words and size of a picture that is there. */
interface Shown {
  address: string;
  alt: string;
  size: PictureSize | undefined;
}

/** Renders a picture with its options; its title is a caption where it stands in a line of pictures. */
function renderImage(token: ImageToken, { address, alt, size }: Shown, context: SlideContext) {
  const { options } = token;
  const { captions } = context;
  const before = context.values.length;
  const { caption, words } = renderTitle(token, context);
  const isBleed = settleBleed(token, size, context);
  const isCaptioned = words !== '' && captions !== 'none';
  if (!isCaptioned) holdStill(context, before);
  const kind = address.startsWith('data:') ? null : mediaKind(token.href);
  if (kind === null) reportPoster(token, context);
  const poster = kind === null ? null : findPoster(token, kind, context);
  const isInRow = captions === 'around' && !options?.width && !options?.height;
  const row = isInRow ? describeRow(size, poster, kind) : '';
  const width =
    captions === 'around' && options?.width ? `width:${writeLength(options.width)}` : row;
  const isHeld = isCaptioned && captions === 'around';
  const { width: _width, height, ...rest } = options ?? {};
  const own = isBleed ? rest : isHeld || row ? { ...rest, ...(height && { height }) } : options;
  const sized = writePictureStyle(own, slideHeight(context.talk.meta));
  const outer = isHeld ? '' : row;
  const css = [sized, kind === null ? outer : ''].filter(Boolean).join(';');
  const style = css === '' ? null : html` style="${css}"`;
  const tip = words !== '' && !isCaptioned ? html` title="${words}"` : null;
  const image =
    kind === null
      ? html`<img src="${address}" alt="${alt}"${tip}${style}>`
      : renderMedia({ kind, address, alt, css: sized, row: outer, poster });
  if (!isCaptioned) return image.markup;
  const captioned = html`${image}<span class="caption">${caption}</span>`;
  if (!isHeld) return captioned.markup;
  const held = width === '' ? null : html` style="${width}"`;
  return html`<span class="captioned"${held}>${captioned}</span>`.markup;
}

/** Describes the shape of a picture in a row; a film has that of its picture, or the usual one, and no size of its own. */
function describeRow(
  size: PictureSize | undefined,
  poster: Media['poster'],
  kind: MediaKind | null,
): string {
  if (size) return describeShape(size);
  const shape = poster?.size ?? (kind === 'video' ? USUAL_FILM : undefined);
  return shape ? describeShape({ ...shape, isDrawing: true }) : '';
}

/** Finds the picture of a film: one that its author names, or one of its own name beside it; reports that there is none. */
function findPoster(token: ImageToken, kind: MediaKind, context: SlideContext): Media['poster'] {
  const { href, options, span } = token;
  if (kind === 'audio') {
    reportPoster(token, context);
    return null;
  }
  const isNear = (one: string): boolean => !isExternal(href) && findFile(one, context) !== null;
  const address = options?.poster ?? listPosters(href).find(isNear);
  if (address === undefined) context.problems.push(missingPoster(shorten(href), span));
  if (address === undefined || useAsset(address, span, context)) return null;
  const path = isExternal(address) ? undefined : context.assets.at(-1)?.path;
  const size = path === undefined ? undefined : readPictureSize(context, path);
  return { address: encodeAddress(address), size };
}

/** Only films have a picture that stands for them. */
function reportPoster({ options, span }: ImageToken, { problems }: SlideContext): void {
  if (options?.poster !== undefined) problems.push(unknownPictureOption('poster', [], span));
}

/** Decides the place of a picture that reaches to the edge of its slide; false for any other. */
function settleBleed(token: ImageToken, size: PictureSize | undefined, context: SlideContext) {
  const { bleed, layout } = context;
  if (bleed?.picture !== token) return false;
  const height = slideHeight(context.talk.meta);
  if (isMark(layout, size, height)) {
    context.bleed = null;
    return false;
  }
  const place = placeBleed(bleed, size, { layout, height });
  context.bleed = { ...bleed, ...place };
  context.problems.push(...place.problems);
  return true;
}
