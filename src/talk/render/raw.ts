import { forbiddenTag, strayTag } from '../model/catalogue.ts';
import type { Problem, Span } from '../model/problem.ts';
import { isSafe, withStep } from './attributes.ts';
import type { SlideContext } from './context.ts';
import { withSandbox } from './embedded.ts';
import { closeDownTo, closeLast } from './level.ts';
import { renderInlineProblem } from './panel.ts';
import { useAsset } from './picture.ts';
import type { Attribute, Piece, TagPiece } from './tags.ts';
import { scanHtml, writeTag } from './tags.ts';

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
const FORBIDDEN = new Set(
  'script base meta link html head body frameset frame plaintext'.split(' '),
);
const ADDRESSES = new Set(['src', 'poster', 'data']);
const LONE_BRACKET = /</g;
const TAG_START = /<(?=[a-z/!?])/gi;

/**
 * Puts an author's raw HTML on the slide: comments and scripts go, files are looked up, and what is opened is closed in
 * the same place, so that no slide can spill into the next.
 */
export function renderRaw(html: string, span: Span, context: SlideContext): string {
  let out = '';
  for (const piece of scanHtml(html)) out += renderPiece(piece, html, span, context);
  return out;
}

function renderPiece(piece: Piece, html: string, span: Span, context: SlideContext): string {
  if (piece.kind === 'comment') return '';
  if (piece.kind === 'text') return piece.text.replace(LONE_BRACKET, '&lt;');
  const place = spanWithin(span, html, piece);
  if (FORBIDDEN.has(piece.name)) {
    if (piece.kind === 'open') context.problems.push(forbiddenTag(piece.name, place));
    return '';
  }
  return piece.kind === 'open' ? openTag(piece, place, context) : closeTag(piece, place, context);
}

function openTag(piece: TagPiece, span: Span, context: SlideContext): string {
  const safe = piece.attributes.filter((attribute) => isSafe(attribute, span, context));
  const attributes = withSandbox(piece.name, withStep(safe, context));
  const missing = attributes.map((attribute) => useAddress(piece.name, attribute, span, context));
  const problem = missing.find((found) => found !== null);
  if (problem && piece.name === 'img') return renderInlineProblem(problem, wordsOf(attributes));
  const tag = writeTag(piece.name, attributes);
  if (VOID.has(piece.name)) return tag;
  if (piece.content !== null) {
    pushOpen(piece, span, context);
    return tag + cleanContent(piece.name, piece.content);
  }
  if (piece.isSelfClosing) return `${tag}</${piece.name}>`;
  return tag + pushOpen(piece, span, context);
}

/** Inside of SVG the content of a style is no text of its own, so nothing in it may look like a tag. */
function cleanContent(name: string, content: string): string {
  if (name === 'style') return content.replace(TAG_START, '\\3c ');
  return content.replace(LONE_BRACKET, '&lt;');
}

function pushOpen({ name }: TagPiece, span: Span, context: SlideContext): '' {
  context.open.push({ name, span, pause: null });
  return '';
}

/** Closes the nearest open element of that name, and with it what is open inside. */
function closeTag({ name }: TagPiece, span: Span, context: SlideContext): string {
  const index = context.open.findLastIndex(
    (element) => element.name === name && element.pause === null,
  );
  if (index < context.floor || VOID.has(name)) {
    context.problems.push(strayTag(name, span));
    return '';
  }
  return closeDownTo(context, index + 1) + closeQuietly(context);
}

function closeQuietly(context: SlideContext): string {
  const last = context.open.at(-1);
  if (last) last.span = null;
  return closeLast(context);
}

/** Looks up the file that an attribute names; gives the problem where there is none. */
function useAddress(
  tag: string,
  { name, value }: Attribute,
  span: Span,
  context: SlideContext,
): Problem | null {
  const isAddress = ADDRESSES.has(name) || (name === 'href' && (tag === 'image' || tag === 'use'));
  return isAddress && value ? useAsset(value, span, context) : null;
}

/** What a picture is called where it cannot be shown. */
function wordsOf(attributes: readonly Attribute[]): string {
  const valueOf = (name: string) => attributes.find((attribute) => attribute.name === name)?.value;
  return valueOf('alt') || valueOf('src') || 'img';
}

/** The place of a tag inside raw HTML that begins at `span`; columns are exact where the HTML is not indented by its surroundings. */
function spanWithin(span: Span, html: string, { offset, name }: TagPiece): Span {
  const before = html.slice(0, offset);
  const lines = before.split('\n');
  const length = name.length + 1;
  if (lines.length === 1) return { ...span, column: span.column + offset, length };
  return {
    ...span,
    line: span.line + lines.length - 1,
    column: (lines.at(-1)?.length ?? 0) + 1,
    length,
  };
}
