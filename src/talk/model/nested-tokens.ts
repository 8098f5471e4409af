import type { TableCell, TableToken, Token } from './token.ts';

/** Lists the cells of a table: its header, then row by row. */
export function listCells({ header, rows }: TableToken): TableCell[] {
  return [header, ...rows].flat();
}

/** Lists the tokens right inside a token: in its items, in its cells, or in itself. */
export function listNested(token: Token): readonly Token[] {
  if (token.type === 'list') return token.items.flatMap(({ tokens }) => tokens);
  if (token.type === 'table') return listCells(token).flatMap(({ tokens }) => tokens);
  return ('tokens' in token && token.tokens) || NONE;
}

const NONE: readonly Token[] = [];
