import type { Token, Tokens } from 'marked';
import { hiddenText, unclosedTag } from '../model/catalogue.ts';
import { isHidden, isUnseen, reportUnseen } from '../model/hidden.ts';
import type { Problem, Span } from '../model/problem.ts';
import { placeTags, type FindPlace } from '../model/tag-places.ts';
import { hasOptionalEnd, isVoid, scanHtml, type Piece, type TagPiece } from '../model/tags.ts';
import { findHiddenTargets } from './hiding-comment.ts';

interface OpenTag {
  name: string;
  span: Span;
  /** Whether its end tag was found. */
  isClosed: boolean;
}

interface Scan {
  problems: Problem[];
  /** The open elements, the outermost first. */
  open: OpenTag[];
  /** Index of the open element that is hidden; -1 outside of one. */
  hiddenAt: number;
  /** How many of the open elements the tokens that are read cannot close. */
  floor: number;
}

const BORDERS = new Set(['svg', 'math', 'foreignobject']);

/** Leaves out elements that are never seen, with their content, and reports them; so no text of them is published. */
export function dropHidden(tokens: readonly Token[], problems: Problem[]): Token[] {
  return dropIn(tokens, { problems, open: [], hiddenAt: -1, floor: 0 }) ?? [];
}

/** Reads tokens with one parent, at whose end their elements end; null where a comment hides the parent. */
function dropIn(tokens: readonly Token[], scan: Scan): Token[] | null {
  const { targets, comment } = findHiddenTargets(tokens);
  if (comment && scan.hiddenAt < 0) {
    scan.problems.push(hiddenText('.element', comment));
    return null;
  }
  const outerFloor = scan.floor;
  scan.floor = scan.open.length;
  const kept = tokens.flatMap((token) => {
    const span = scan.hiddenAt < 0 ? targets.get(token) : undefined;
    if (!span) return dropToken(token as Tokens.Generic, scan);
    scan.problems.push(hiddenText('.element', span));
    return [];
  });
  closeDownTo(scan.floor, scan);
  scan.floor = outerFloor;
  return kept;
}

function dropToken(token: Tokens.Generic, scan: Scan): Token[] {
  if (token.type === 'html') return dropHtml(token, scan);
  if (scan.hiddenAt >= 0) return [];
  if (token.type === 'list') {
    const items = (token.items as Tokens.ListItem[]).flatMap((item) => {
      const tokens = dropIn(item.tokens, scan);
      return tokens ? [{ ...item, tokens }] : [];
    });
    return items.length > 0 ? [{ ...token, items } as Token] : [];
  }
  if (token.type === 'table') return [dropInCells(token, scan)];
  if (!token.tokens) return [token as Token];
  const tokens = dropIn(token.tokens, scan);
  if (tokens === null) return [];
  if (tokens.length === token.tokens.length) {
    return tokens.every((each, at) => each === token.tokens?.[at])
      ? [token as Token]
      : [{ ...token, tokens } as Token];
  }
  return tokens.every(isBlank) ? [] : [{ ...token, tokens } as Token];
}

function dropInCells(table: Tokens.Generic, scan: Scan): Token {
  const readRow = (cells: Tokens.TableCell[]) =>
    cells.map((cell) => ({ ...cell, tokens: dropIn(cell.tokens, scan) ?? [] }));
  return { ...table, header: readRow(table.header), rows: table.rows.map(readRow) } as Token;
}

/** Cuts hidden elements out of raw HTML; what is before and behind them stays in its place. */
function dropHtml(token: Tokens.Generic, scan: Scan): Token[] {
  const { raw } = token;
  const place = placeTags(raw, token.span);
  const pieces = scanHtml(
    raw,
    scan.open.map(({ name }) => name),
  );
  const kept: Token[] = [];
  let start: number | null = null;
  let isCut = false;
  for (const piece of pieces) {
    const isKept = readPiece(piece, place, scan);
    isCut ||= !isKept;
    if (isKept) start ??= piece.offset;
    else if (start !== null) {
      kept.push(cutToken(token, start, piece.offset, place));
      start = null;
    }
  }
  if (!isCut) return [token as Token];
  return start === null ? kept : [...kept, cutToken(token, start, raw.length, place)];
}

/** Reads a piece of raw HTML; tells whether it is seen. */
function readPiece(piece: Piece, place: FindPlace, scan: Scan): boolean {
  if (piece.kind === 'open') return readStart(piece, place(piece), scan);
  if (piece.kind !== 'close') return scan.hiddenAt < 0;
  const at = scan.open.findLastIndex(({ name }) => name === piece.name);
  if (at < scan.floor) return scan.hiddenAt < 0;
  const isSeen = scan.hiddenAt < 0 || at < scan.hiddenAt;
  const last = scan.open.at(at);
  if (at === scan.hiddenAt && last) last.isClosed = true;
  closeDownTo(at, scan);
  return isSeen;
}

function readStart(piece: TagPiece, span: Span, scan: Scan): boolean {
  const { name, attributes } = piece;
  const last = scan.open.at(-1);
  const isNext = last?.name === name && hasOptionalEnd(name) && scan.open.length > scan.floor;
  if (isNext) closeDownTo(scan.open.length - 1, scan);
  const isSeen = scan.hiddenAt < 0;
  const border = scan.open.findLast((element) => BORDERS.has(element.name));
  const inDrawing = border?.name === 'svg';
  const isGone = isUnseen(name) || isHidden({ name, attributes, inDrawing });
  if (isSeen && isGone) {
    scan.problems.push(isUnseen(name) ? reportUnseen(name, span) : hiddenText(name, span));
  }
  const isAlone = isVoid(name) || (piece.isSelfClosing && piece.content === null);
  if (!isAlone) {
    if (isSeen && isGone) scan.hiddenAt = scan.open.length;
    scan.open.push({ name, span, isClosed: false });
  }
  return isSeen && !isGone;
}

/** Closes open elements until `count` are left. */
function closeDownTo(count: number, scan: Scan): void {
  const hidden = scan.open[scan.hiddenAt];
  if (hidden && scan.hiddenAt >= count) {
    const { name, span, isClosed } = hidden;
    if (!isClosed && !hasOptionalEnd(name) && !isUnseen(name)) {
      scan.problems.push(unclosedTag(name, span));
    }
    scan.hiddenAt = -1;
  }
  scan.open.length = count;
}

function cutToken(token: Tokens.Generic, offset: number, end: number, place: FindPlace): Token {
  const raw = token.raw.slice(offset, end);
  const span = place({ offset, name: raw.trimEnd() });
  return { ...token, raw, text: raw, span } as Token;
}

function isBlank(token: Token): boolean {
  return token.raw.trim() === '';
}
