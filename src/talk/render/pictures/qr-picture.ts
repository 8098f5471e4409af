import { slideHeight } from '../../model/slide/aspect.ts';
import type { ImageToken } from '../../model/token.ts';
import { html, type Html } from '../../html/html.ts';
import { hasErrors, type Problem } from '../../model/problem.ts';
import { qrContent } from '../../text/media-kind.ts';
import { emptyCode, longCode, smallCode } from '../../problems/problems.ts';
import type { SlideContext } from '../context.ts';
import { encodeQr, MOST_CHARACTERS, type QrCode } from './qr-code.ts';
import { toPixels, writePictureStyle } from './picture-style.ts';
import { encodeAddress, shorten } from '../elements/asset.ts';
import { renderInlineProblem } from '../elements/panel.ts';
import { fillValues } from '../elements/value-element.ts';
import { renderTitle } from '../elements/picture-title.ts';

const LINK = /^(?:https?|mailto|tel|geo|sms):/i;
/** A host without a scheme, as people say it. */
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?#]\S*)?$/u;
const PLAIN = /^(?:https?:\/\/|mailto:|tel:)|\/$/gi;
/** Width of the room in which a share is measured. */
const ROOM = 1104;

/** Writes an address as people say it. */
export function writeAddress(address: string): string {
  return shorten(address.replace(PLAIN, ''));
}

/** Renders a QR code that is a link, with its address as words, or its problem in its place. */
export function renderQr(token: ImageToken, alt: string, context: SlideContext): string {
  const text = fillContent(token, context);
  if (typeof text !== 'string') return renderInlineProblem(text, alt || token.href);
  const content = LINK.test(text) ? encodeAddress(text) : text;
  const code = encodeQr(content);
  const problem = findFault(content, code, token, context);
  if (problem || !code) {
    if (problem) context.problems.push(problem);
    return problem ? renderInlineProblem(problem, alt || token.href) : '';
  }
  context.words.set(token, text);
  const { modules, address } = code;
  context.pictures.set(address, { width: modules, height: modules, isDrawing: true });
  return renderCode({ code, content, text, alt }, token, context).markup;
}

/** Fills in the values of the content; returns the problem of one that cannot be computed. */
function fillContent({ href, raw, span }: ImageToken, context: SlideContext): string | Problem {
  const before = context.problems.length;
  const at = Math.max(0, raw.indexOf(href));
  const text = fillValues(href, { ...span, column: span.column + at }, context);
  const fault = context.problems.slice(before).find((problem) => hasErrors([problem]));
  return fault ?? qrContent(text);
}

function findFault(
  content: string,
  code: QrCode | null,
  token: ImageToken,
  { talk }: SlideContext,
): Problem | null {
  const { span, options } = token;
  if (content === '' || HOST.test(content)) return emptyCode(content, span);
  if (!code) return longCode(content, MOST_CHARACTERS, span);
  const { width, height } = options ?? {};
  const asked = [
    ...(width ? [toPixels(width, ROOM)] : []),
    ...(height ? [toPixels(height, slideHeight(talk.meta))] : []),
  ];
  const least = Math.min(...asked);
  return least < code.least ? smallCode(least, code.least, span) : null;
}

interface ShownCode {
  code: QrCode;
  /** What it holds. */
  content: string;
  /** The same for reading. */
  text: string;
  alt: string;
}

function renderCode(
  { code, content, text, alt }: ShownCode,
  token: ImageToken,
  context: SlideContext,
): Html {
  const { caption: title, words: titleWords } = renderTitle(token, context);
  const { options } = token;
  const size = writePictureStyle(options, slideHeight(context.talk.meta));
  const css = [`--least:${code.least}px`, size].filter(Boolean).join(';');
  const image = html`<img src="${code.address}" alt="${alt}">`;
  const isLink = LINK.test(content);
  const away = /^https?:/i.test(content) && html` target="_blank" rel="noopener"`;
  const words = isLink ? writeAddress(text) : shorten(text);
  const picture = isLink
    ? html`<a class="qr" href="${content}"${away} style="${css}">${image}</a>`
    : html`<span class="qr" style="${css}">${image}</span>`;
  const address = isLink ? html`<a href="${content}"${away}>${words}</a>` : html`${words}`;
  const caption = html`<span class="caption">${titleWords !== '' && html`${title}<br>`}${address}</span>`;
  const shown = html`${picture}${caption}`;
  return context.captions === 'after'
    ? shown
    : html`<span class="captioned" style="--shape:1">${shown}</span>`;
}
