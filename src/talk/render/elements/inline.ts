import type { ImageToken, LinkToken, Token } from '../../model/token.ts';
import { ESCAPES, html, rawHtml } from '../../html/html.ts';
import { showDirections } from '../../text/symbols.ts';
import { emptyLink } from '../../problems/problems.ts';
import { reportBraces } from '../advice/stray-braces.ts';
import { isSafeLink } from '../raw/allowed.ts';
import { sortAttributes, withAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { closeLevel, enterPause, openLevel, startPause } from '../raw/element-level.ts';
import { encodeAddress, linkAsset } from './asset.ts';
import { renderFormula } from '../formula/formula.ts';
import { renderMark } from './footnote-list.ts';
import { renderPicture } from './picture.ts';
import { renderShortcode } from './shortcode.ts';
import { renderRaw } from '../raw/raw.ts';
import { toWords } from '../words.ts';
import { holdStill, renderValue, reportUnfilled } from './value-element.ts';

const UNSAFE = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);)|[<>"']/gi;
/** A long address as words, and where its line may break. */
const ADDRESS = /^https?:\/\/[^\s<>]{32,}$/;
const BREAKS = /(?<=[^:/])\/(?=[^/])/g;
const WEB = /^https?:/i;

/** Renders inline tokens. */
export function renderInline(tokens: readonly Token[], context: SlideContext): string {
  const level = openLevel(context, 'span');
  const { of } = sortAttributes(tokens);
  let out = '';
  for (const token of tokens) {
    if (token.type === 'pause') startPause(context);
    if (token.type === 'pause' || token.type === 'attributes') continue;
    if (token.type !== 'text' || token.raw.trim() !== '') out += enterPause(context, level);
    const render = () => renderToken(token, context);
    out += withAttributes(of.get(token) ?? [], context, render);
    if (context.pause && token.raw.trim() !== '') context.pause.isFresh = false;
  }
  return out + closeLevel(context, level);
}

/** Escapes text that may contain character references of its author. */
function escapeText(text: string): string {
  return text.replace(UNSAFE, (character) => ESCAPES[character] ?? character);
}

function renderToken(token: Token, context: SlideContext): string {
  const inner = (tokens: readonly Token[]) => renderInline(tokens, context);
  switch (token.type) {
    case 'text':
      if (token.tokens) return inner(token.tokens);
      reportBraces(token, context);
      return escapeText(token.text);
    case 'escape':
      return escapeText(token.text);
    case 'strong':
      return `<strong>${inner(token.tokens)}</strong>`;
    case 'em':
      return `<em>${inner(token.tokens)}</em>`;
    case 'del':
      return `<del>${inner(token.tokens)}</del>`;
    case 'codespan':
      return html`<code>${showDirections(token.text)}</code>`.markup;
    case 'br':
      return '<br>';
    case 'link':
      return renderLink(token, inner(token.tokens), context);
    case 'image':
      return renderImage(token, context);
    case 'checkbox':
      return `<input type="checkbox" disabled${token.checked ? ' checked' : ''}> `;
    case 'html':
      return renderRaw(token.text, token.span, context);
    case 'formula':
      return renderFormula(token, context);
    case 'footnote':
      return renderMark(token, context);
    case 'value':
      return renderValue(token, context);
    case 'shortcode':
      return renderShortcode(token, context);
    default:
      return escapeText(token.raw);
  }
}

function renderImage(token: ImageToken, context: SlideContext): string {
  const before = context.values.length;
  computeValues(token.tokens, context);
  holdStill(context, before);
  return renderPicture(token, toWords(token.tokens, context), context);
}

/** Computes the values in tokens, for their text only. */
function computeValues(tokens: readonly Token[], context: SlideContext): void {
  for (const token of tokens) {
    if (token.type === 'value') renderToken(token, context);
    else if ('tokens' in token && token.tokens) computeValues(token.tokens, context);
  }
}

function renderLink(token: LinkToken, text: string, context: SlideContext): string {
  const { span } = token;
  const address = token.href.trim();
  if (address === '' || text.trim() === '')
    context.problems.push(emptyLink(address, toWords(token.tokens, context), span));
  if (!isSafeLink(token.href, span, context)) return text;
  reportUnfilled(`${token.href} ${token.title ?? ''}`, span, context);
  linkAsset(token.href, span, context);
  const title = token.title ? html` title="${token.title}"` : null;
  const away = WEB.test(token.href) ? rawHtml(' target="_blank" rel="noopener"') : null;
  const words = ADDRESS.test(text) ? text.replace(BREAKS, '$&<wbr>') : text;
  return html`<a href="${encodeAddress(token.href)}"${title}${away}>${rawHtml(words)}</a>`.markup;
}
