import type { TableCell, TableToken } from '../../model/token.ts';
import { writeInline, type Words } from '../words.ts';

/** The delimiter row sets the alignment. */
const RULES = { none: '---', left: ':---', center: ':---:', right: '---:' };
const BAR = /(\{\{.*?\}\})|\|/g;

/** Writes a table with bars between its cells. */
export function writeTable({ header, rows }: TableToken, context: Words): string {
  const line = (cells: readonly TableCell[]) =>
    `| ${cells.map((cell) => writeCell(cell, context)).join(' | ')} |`;
  const rule = `| ${header.map(({ align }) => RULES[align ?? 'none']).join(' | ')} |`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

/** Escapes a bar in a cell, except in a value that is not filled in. */
function writeCell({ tokens }: TableCell, context: Words): string {
  return writeInline(tokens, context).replace(BAR, (bar, value?: string) => value ?? `\\${bar}`);
}
