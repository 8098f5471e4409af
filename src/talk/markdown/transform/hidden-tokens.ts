import type { HtmlToken, ListItem, TableCell, TableToken, Token } from '../../model/token.ts';
import { hiddenText, unclosedTag } from '../../problems/problems.ts';
import { isUnseen, reportUnseen } from '../../html/hidden-element.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { placeTags, type FindPlace } from '../../html/tag-places.ts';
import { hasOptionalEnd, isVoid, scanHtml, type Piece, type TagPiece } from '../../html/tags.ts';
import { cutToken, isBlank } from './cut-token.ts';
import { listHiddenTargets, type Around } from './hiding-comment.ts';
import { checkElement, collectStyles, nameOf } from './slide-styles.ts';

interface OpenTag {
  name: string;
  span: Span;
  /** Whether its end tag was found. */
  isClosed: boolean;
  /** The names of elements that switch parsing rules: itself and those around it. */
  borders: readonly string[];
}

/** State of a list of tokens with one parent, which closes their elements. */
interface Level extends Outer {
  /** The open elements, outermost first, and the number of each name. */
  open: OpenTag[];
  counts: Map<string, number>;
  /** Index of the open hidden element; -1 for none. */
  hiddenAt: number;
}

/** What is known of what is around a list of tokens. */
interface Outer extends Around {
  /** The rule-switching elements around the list. */
  around: readonly string[];
}

/** Maximum depth of rule-switching elements; the page allows no deeper ones. */
const MAX_BORDERS = 200;
const BORDERS = new Set(['svg', 'math', 'foreignobject']);

/** Removes and reports elements that are never visible, so that their text is not published. */
export function dropHidden(tokens: readonly Token[], problems: Problem[]): Token[] {
  return (
    dropAmong(tokens, { problems, styles: collectStyles(tokens), parent: '', around: [] }) ?? []
  );
}

/** Processes tokens with one parent; null when a comment hides the parent. */
function dropAmong(tokens: readonly Token[], outer: Outer): Token[] | null {
  const { problems } = outer;
  const { targets, comment } = listHiddenTargets(tokens, outer);
  if (comment) {
    problems.push(hiddenText('.element', comment));
    return null;
  }
  const level: Level = { ...outer, open: [], counts: new Map(), hiddenAt: -1 };
  const kept = tokens.flatMap((token) => {
    const target = level.hiddenAt < 0 ? targets.get(token) : undefined;
    if (!target) return dropToken(token, level);
    problems.push(hiddenText(target.name, target.span));
    return [];
  });
  closeDownTo(0, level);
  return kept;
}

function dropInside(tokens: readonly Token[], parent: string, level: Level): Token[] | null {
  const { problems, styles } = level;
  return dropAmong(tokens, { problems, styles, parent, around: bordersOf(level) });
}

/** Words of an item or a cell are a token of their own, without an element. */
function parentOf({ type }: Token, { parent }: Level): string {
  return type === 'text' ? parent : '';
}

function bordersOf({ open, around }: Level): readonly string[] {
  return open.at(-1)?.borders ?? around;
}

function dropToken(token: Token, level: Level): Token[] {
  if (token.type === 'html') return dropHtml(token, level);
  if (level.hiddenAt >= 0) return [];
  if (token.type === 'list') {
    const items = token.items.flatMap((item) => {
      const tokens = isItemHidden(item, level) ? null : dropInside(item.tokens, 'li', level);
      return tokens ? [{ ...item, tokens }] : [];
    });
    return items.length > 0 ? [{ ...token, items }] : [];
  }
  if (token.type === 'table') return [dropInCells(token, level)];
  if (!('tokens' in token) || !token.tokens) return [token];
  const tokens = dropInside(token.tokens, nameOf(token) || parentOf(token, level), level);
  if (tokens === null) return [];
  if (tokens.length === token.tokens.length) {
    return tokens.every((each, at) => each === token.tokens?.[at])
      ? [token]
      : [{ ...token, tokens }];
  }
  return tokens.every(isBlank) ? [] : [{ ...token, tokens }];
}

/** Checks whether a rule hides an item; comments in it are read with its words. */
function isItemHidden({ span }: ListItem, { problems, styles }: Level): boolean {
  if (styles.rules.all.length === 0) return false;
  const element = { name: 'li', attributes: [], inDrawing: false };
  const isHidden = checkElement(element, styles, { problems, span });
  if (isHidden) problems.push(hiddenText('li', span));
  return isHidden;
}

function dropInCells(table: TableToken, level: Level): Token {
  const readRow = (cells: TableCell[]) =>
    cells.map((cell) => ({ ...cell, tokens: dropInside(cell.tokens, 'td', level) ?? [] }));
  return { ...table, header: readRow(table.header), rows: table.rows.map(readRow) };
}

/** Removes hidden elements from raw HTML; the text around them keeps its place. */
function dropHtml(token: HtmlToken, level: Level): Token[] {
  const { raw } = token;
  const place = placeTags(raw, token.span);
  const pieces = scanHtml(raw, bordersOf(level));
  const kept: Token[] = [];
  let start: number | null = null;
  let isCut = false;
  for (const piece of pieces) {
    const isVisible = readPiece(piece, place, level);
    isCut ||= !isVisible;
    if (isVisible) start ??= piece.offset;
    else if (start !== null) {
      kept.push(cutToken(token, start, piece.offset, place));
      start = null;
    }
  }
  if (!isCut) return [token];
  return start === null ? kept : [...kept, cutToken(token, start, raw.length, place)];
}

/** Processes a piece of raw HTML; returns whether it is visible. */
function readPiece(piece: Piece, place: FindPlace, level: Level): boolean {
  if (piece.kind === 'open') return readStart(piece, place(piece), level);
  if (piece.kind !== 'close') return level.hiddenAt < 0;
  if (!level.counts.has(piece.name)) return level.hiddenAt < 0;
  const at = level.open.findLastIndex(({ name }) => name === piece.name);
  const isSeen = level.hiddenAt < 0 || at < level.hiddenAt;
  const last = level.open.at(at);
  if (at === level.hiddenAt && last) last.isClosed = true;
  closeDownTo(at, level);
  return isSeen;
}

function readStart(piece: TagPiece, span: Span, level: Level): boolean {
  const { name, attributes } = piece;
  const last = level.open.at(-1);
  if (last?.name === name && hasOptionalEnd(name)) closeDownTo(level.open.length - 1, level);
  const isSeen = level.hiddenAt < 0;
  const borders = bordersOf(level);
  const inDrawing = borders.at(-1) === 'svg';
  const element = { name, attributes, inDrawing };
  const isGone =
    isUnseen(name) || (isSeen && checkElement(element, level.styles, { ...level, span }));
  if (isSeen && isGone) {
    level.problems.push(isUnseen(name) ? reportUnseen(name, span) : hiddenText(name, span));
  }
  const isAlone = isVoid(name) || (piece.isSelfClosing && piece.content === null);
  if (!isAlone) {
    if (isSeen && isGone) level.hiddenAt = level.open.length;
    pushOpen(piece, span, level);
  }
  return isSeen && !isGone;
}

function pushOpen({ name }: TagPiece, span: Span, level: Level): void {
  const around = bordersOf(level);
  const borders = BORDERS.has(name) ? [...around.slice(1 - MAX_BORDERS), name] : around;
  level.open.push({ name, span, isClosed: false, borders });
  level.counts.set(name, (level.counts.get(name) ?? 0) + 1);
}

/** Closes open elements until `count` are left. */
function closeDownTo(count: number, level: Level): void {
  const hidden = level.open[level.hiddenAt];
  if (hidden && level.hiddenAt >= count) {
    const { name, span, isClosed } = hidden;
    if (!isClosed && !hasOptionalEnd(name) && !isUnseen(name)) {
      level.problems.push(unclosedTag(name, span));
    }
    level.hiddenAt = -1;
  }
  for (const { name } of level.open.splice(count)) {
    const left = (level.counts.get(name) ?? 1) - 1;
    if (left > 0) level.counts.set(name, left);
    else level.counts.delete(name);
  }
}
