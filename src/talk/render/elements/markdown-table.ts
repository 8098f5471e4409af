import type { TableCell, TableToken } from '../../model/token.ts';
import { mergeAttributes, sortAttributes, withAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderInline } from './inline.ts';
import { padDecimals } from '../../text/decimals.ts';
import { claimPause } from '../steps.ts';
import { toWords } from '../words.ts';

/** Renders a Markdown table; rows after a pause belong to its step, and numbers are aligned at their points. */
export function renderTable(token: TableToken, context: SlideContext): string {
  const head = token.header.map((cell) => renderCell(cell, context));
  const outer = context.pause;
  const rows = token.rows.map((row) => {
    const { pause } = context;
    const cells = row.map((cell) => renderCell(cell, context));
    return { cells, step: pause && pause !== outer ? claimPause(context.steps, pause) : null };
  });
  for (const column of head.keys()) alignColumn(column, { head, rows }, { token, context });
  const lines = rows.map(({ cells, step }) => {
    const markup = `<tr>${cells.join('')}</tr>`;
    if (step === null) return markup;
    const attributes = [
      { name: 'class', value: 'fragment' },
      { name: 'data-fragment-index', value: step },
    ];
    return mergeAttributes(markup, attributes);
  });
  return `<table>\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>${lines.join('\n')}</tbody>\n</table>\n`;
}

/** Aligns a column of numbers to the right, with their points below each other; the first column has names. */
function alignColumn(
  column: number,
  { head, rows }: { head: string[]; rows: readonly { cells: string[] }[] },
  { token, context }: { token: TableToken; context: SlideContext },
): void {
  const align = token.header[column]?.align ?? null;
  if (align === null ? column === 0 : align !== 'right') return;
  const texts = token.rows.map((row) => toWords(row[column]?.tokens ?? [], context));
  const pads = padDecimals(texts);
  if (!pads) return;
  const right = align === null ? [{ name: 'class', value: 'align-right' }] : [];
  head[column] = mergeAttributes(head[column] ?? '', right);
  for (const [index, { cells }] of rows.entries()) {
    const pad = pads[index] ? [{ name: 'data-pad', value: pads[index] }] : [];
    cells[column] = mergeAttributes(cells[column] ?? '', [...right, ...pad]);
  }
}

function renderCell(cell: TableCell, context: SlideContext): string {
  const name = cell.header ? 'th' : 'td';
  const align = cell.align ? ` class="align-${cell.align}"` : '';
  const scope = cell.header ? ' scope="col"' : '';
  const render = () => `<${name}${scope}${align}>${renderInline(cell.tokens, context)}</${name}>`;
  return withAttributes(sortAttributes(cell.tokens).own, context, render);
}
