import type { Problem } from '../../model/problem.ts';
import type { TableToken } from '../../model/token.ts';
import { droppedCell } from '../../problems/problems.ts';
import { splitRow } from '../lex/table-token.ts';

const ROW = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|?[\s:|-]+\|?\s*$/;
/** A line of signs that programs and keyboards make of dashes. */
const ALMOST_RULE = /^[\s|:=_+~\u2010-\u2015\u2212-]+$/;
const DASH = /[-=_~\u2010-\u2015\u2212]/;
const PIPE = /\|/;
/** A cell of the line of dashes. */
const RULE_CELL = /^:?-+:?$/;

/** Why rows of a table are text. */
export interface TableFault {
  what: string;
  hint: string;
  /** The line of the paragraph that is at fault. */
  line: number;
  text: string;
}

/** Finds why rows are shown as text: a missing or malformed line of dashes, or one with another number of cells. */
export function findTableFault(lines: readonly string[]): TableFault | null {
  const rule = lines.findIndex((each, at) => at > 0 && isMeantAsRule(each, lines[at - 1] ?? ''));
  if (rule > 0) return findRuleFault(lines[rule - 1] ?? '', lines[rule] ?? '', rule);
  const line = lines.findIndex((each, at) => ROW.test(each) && ROW.test(lines[at + 1] ?? ''));
  const text = lines[line];
  if (text === undefined || lines.some((each) => RULE.test(each))) return null;
  const hint = `Put a line "${writeRule(splitRow(text).length)}" below the first.`;
  return { what: 'a table has a line of dashes below its first', hint, line, text };
}

/** Reports the cells of a table for which it has no column; they are in no page. */
export function listDroppedCells({ header, rows, raw }: TableToken): Problem[] {
  const lines = raw.split('\n');
  return rows.flatMap((cells, index) => {
    const sources = splitRow(lines[index + 2] ?? '');
    const dropped = sources.slice(header.length).find(({ source }) => source !== '');
    const [first] = cells;
    const [start] = sources;
    if (!dropped || !first || !start) return [];
    const column = first.span.column - start.start + dropped.start;
    const span = { ...first.span, column, length: dropped.source.length };
    const isCode = sources.slice(0, header.length).some(({ source }) => isCutCode(source));
    return [droppedCell({ text: dropped.source, columns: header.length, isCode }, span)];
  });
}

/** Reports whether a cell begins code that it does not end, because a pipe in the code ended the cell. */
function isCutCode(source: string): boolean {
  return source.split('`').length % 2 === 0;
}

function isMeantAsRule(line: string, head: string): boolean {
  return PIPE.test(head) && PIPE.test(line) && ALMOST_RULE.test(line) && DASH.test(line);
}

function findRuleFault(head: string, text: string, line: number): TableFault | null {
  const [cells, dashes] = [splitRow(head), splitRow(text)];
  const right = writeRule(cells.length);
  if (!dashes.every(({ source }) => RULE_CELL.test(source)))
    return {
      what: 'the line below the head of a table has dashes in each cell, and colons at their ends',
      hint: `Write "${right}".`,
      line,
      text,
    };
  if (cells.length === dashes.length) return null;
  return {
    what: `the head of this table has ${cells.length} cells and the line of dashes ${dashes.length}`,
    hint: `Write "${right}", or as many cells in the head.`,
    line,
    text,
  };
}

function writeRule(cells: number): string {
  return `|${' --- |'.repeat(cells)}`;
}
