import { chooseListMarks } from '../../html/list-styles.ts';
import {
  brokenCss,
  forbiddenRule,
  forbiddenTag,
  nestedTooDeep,
  unknownElement,
} from '../../problems/problems.ts';
import { findCssFault } from '../../html/css-faults.ts';
import { mapCssUrls } from '../../html/css-urls.ts';
import { reportUnseen } from '../../html/hidden-element.ts';
import { escapeHtml } from '../../html/html.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { placeTags, type FindPlace } from '../../html/tag-places.ts';
import {
  isTextElement,
  isVoid,
  scanHtml,
  writeTag,
  type Attribute,
  type Piece,
  type TagPiece,
} from '../../html/tags.ts';
import { useAddresses, useCssAddresses } from './addresses.ts';
import { DROP, filterAttributes, isSafeInStyle, PLACE } from './allowed.ts';
import { withStep } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { listReferences } from './css-names.ts';
import { listForbidden } from './css.ts';
import { classifyElement, listElements } from './element-list.ts';
import { closeDownTo, closeLast, findLanguage, reportStray } from './element-level.ts';
import { drawPlaceholder } from '../pictures/placeholder.ts';
import { renderInlineProblem } from '../elements/panel.ts';
import { reportUnfilled } from '../elements/value-element.ts';
import { listTargets } from './id-references.ts';

/** Maximum nesting of elements. */
const MAX_OPEN = 200;

/** Source of a piece of raw HTML. */
interface Source {
  html: string;
  place: FindPlace;
}

/**
 * Renders an author's raw HTML. Elements and attributes that are not allowed are removed and reported, files are
 * resolved, and open elements are closed in the same place. `isolateRaw` parses the slide again as a whole.
 */
export function renderRaw(html: string, span: Span, context: SlideContext): string {
  context.hasRaw = true;
  const open = context.open.map(({ name }) => name);
  const source: Source = { html, place: placeTags(html, span) };
  let out = '';
  for (const piece of scanHtml(html, open)) out += renderPiece(piece, source, context);
  return out;
}

function renderPiece(piece: Piece, source: Source, context: SlideContext): string {
  if (piece.kind === 'comment') return '';
  if (piece.kind === 'text') return escapeHtml(piece.text);
  const place = source.place(piece);
  if (piece.kind === 'close') return closeTag(piece, place, context);
  if (piece.name === 'style') return takeStyle(piece, source, context);
  const inDrawing = findLanguage(context) === 'svg';
  switch (classifyElement(piece.name, inDrawing)) {
    case 'allowed':
      if (context.open.length >= MAX_OPEN) return showTag(piece, source, context);
      return openTag(piece, place, inDrawing, context);
    case 'hidden':
      return openHidden(piece, place, context);
    case 'acting':
      leaveOut(piece, forbiddenTag(piece.name, place), context);
      return escapeHtml(piece.content ?? '');
    case 'unknown':
      leaveOut(piece, unknownElement(piece.name, listElements(), place), context);
      return '';
  }
}

/** Content nested too deep is shown as written. */
function showTag(piece: TagPiece, { html, place }: Source, context: SlideContext): string {
  const key = 'nested-too-deep';
  if (!context.reported.has(key)) {
    context.problems.push(nestedTooDeep(MAX_OPEN, place(piece)));
  }
  context.reported.add(key);
  context.leftOut.add(piece.name);
  return escapeHtml(html.slice(piece.offset, piece.end));
}

/** Removes the tags of an element. */
function leaveOut({ name }: TagPiece, problem: Problem, context: SlideContext): void {
  const isTold = problem.code === 'unknown-element' && context.leftOut.has(name);
  if (!isTold) context.problems.push(problem);
  context.leftOut.add(name);
}

/** Removes an element with its content. */
function openHidden(piece: TagPiece, span: Span, context: SlideContext): string {
  const { name } = piece;
  leaveOut(piece, reportUnseen(name, span), context);
  const isAlone = isVoid(name) || piece.isSelfClosing || piece.content !== null;
  if (isAlone || isTextElement(name)) return '';
  return writeTag(name, [{ name: DROP, value: '' }]) + pushOpen(piece, null, context);
}

function openTag(piece: TagPiece, span: Span, inDrawing: boolean, context: SlideContext): string {
  const holder = { name: piece.name, span, inDrawing };
  const safe = filterAttributes(piece.attributes, holder, context);
  const attributes = withStep(safe, context);
  reportUnfilled(attributes.map(({ value }) => value).join(' '), span, context);
  for (const attribute of attributes) {
    for (const id of listTargets(attribute, holder)) context.references.push({ id, span });
  }
  const missing = attributes.map((attribute) => useAddresses(piece.name, attribute, span, context));
  const problem = missing.find((found) => found !== null);
  // Browsers take <image> outside drawings for <img>.
  const isPicture = piece.name === 'img' || (piece.name === 'image' && !inDrawing);
  if (problem?.severity === 'error' && isPicture)
    return renderInlineProblem(problem, wordsOf(attributes));
  const shown = problem && isPicture ? withPlaceholder(attributes) : attributes;
  const isMarked = piece.name === 'iframe' || (piece.name === 'svg' && !inDrawing);
  const mark = isMarked ? [{ name: PLACE, value: String(context.marked.push(span) - 1) }] : [];
  const tag = writeTag(piece.name, [...shown, ...mark]);
  if (isVoid(piece.name)) return tag;
  // The content of a frame is a fallback for browsers without frames.
  const content = piece.name === 'iframe' ? '' : escapeHtml(piece.content ?? '');
  if (piece.isSelfClosing && piece.content === null) return `${tag}</${piece.name}>`;
  return tag + content + pushOpen(piece, span, context);
}

/** Collects a style's rules for the slide; their position does not matter. */
function takeStyle(piece: TagPiece, { place }: Source, context: SlideContext): string {
  const span = place(piece);
  const holder = { name: piece.name, span, inDrawing: false };
  const attributes = filterAttributes(
    piece.attributes.filter(({ name }) => name !== 'scoped'),
    holder,
    context,
  );
  const media = attributes.find(({ name }) => name === 'media')?.value ?? null;
  const content = piece.content ?? '';
  const fault = findCssFault(content);
  if (fault) {
    const at = place({ offset: piece.textOffset + fault.offset, name: '' });
    context.problems.push(brokenCss(fault, { ...at, length: Math.max(1, fault.length) }));
  }
  const css = mapCssUrls(content, (address) => (isSafeInStyle(address, span, context) ? null : ''));
  for (const { name, offset } of listForbidden(content)) {
    const at = { offset: piece.textOffset + offset, name: name ?? '' };
    context.problems.push(forbiddenRule(name, place(at)));
  }
  useCssAddresses(css, span, context);
  for (const id of listReferences(css)) context.references.push({ id, span });
  context.styles.push({ css: chooseListMarks(css), media });
  pushOpen(piece, span, context);
  return '';
}

function pushOpen({ name }: TagPiece, span: Span | null, context: SlideContext): '' {
  context.open.push({ name, span, pause: null });
  return '';
}

/** Closes the nearest open element of a name, with all elements inside. */
function closeTag({ name }: TagPiece, span: Span, context: SlideContext): string {
  const index = context.open.findLastIndex(
    (element) => element.name === name && element.pause === null,
  );
  if (index < context.floor || isVoid(name)) {
    reportStray(name, span, context);
    return '';
  }
  return closeDownTo(context, index + 1) + closeQuietly(context);
}

function closeQuietly(context: SlideContext): string {
  const last = context.open.at(-1);
  if (last) last.span = null;
  return closeLast(context);
}

/** Returns the alternative text of a picture. */
/** Shows a drawing in the place of a picture that is not there. */
function withPlaceholder(attributes: readonly Attribute[]): Attribute[] {
  const valueOf = (name: string) => attributes.find((each) => each.name === name)?.value ?? '';
  const address = valueOf('src') || valueOf('data-src');
  const others = attributes.filter(({ name }) => !/^(?:data-)?src(?:set)?$/.test(name));
  return [...others, { name: 'src', value: drawPlaceholder(address, valueOf('alt')) }];
}

function wordsOf(attributes: readonly Attribute[]): string {
  const valueOf = (name: string) => attributes.find((attribute) => attribute.name === name)?.value;
  return valueOf('alt') || valueOf('src') || 'img';
}
