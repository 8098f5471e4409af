import type { TableCell, TableToken } from '../../model/token.ts';
import { mergeAttributes, sortAttributes, withAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderInline } from './inline.ts';
import { claimPause } from '../steps.ts';

/** Renders a Markdown table; rows after a pause belong to its step. */
export function renderTable(token: TableToken, context: SlideContext): string {
  const cell = (item: TableCell) => renderCell(item, context);
  const head = `<thead><tr>${token.header.map(cell).join('')}</tr></thead>`;
  const outer = context.pause;
  const rows = token.rows.map((row) => {
    const { pause } = context;
    const index = pause && pause !== outer ? claimPause(context.steps, pause) : null;
    const markup = `<tr>${row.map(cell).join('')}</tr>`;
    if (index === null) return markup;
    const attributes = [
      { name: 'class', value: 'fragment' },
      { name: 'data-fragment-index', value: index },
    ];
    return mergeAttributes(markup, attributes);
  });
  return `<table>\n${head}\n<tbody>${rows.join('\n')}</tbody>\n</table>\n`;
}

function renderCell(cell: TableCell, context: SlideContext): string {
  const name = cell.header ? 'th' : 'td';
  const align = cell.align ? ` class="align-${cell.align}"` : '';
  const scope = cell.header ? ' scope="col"' : '';
  const render = () => `<${name}${scope}${align}>${renderInline(cell.tokens, context)}</${name}>`;
  return withAttributes(sortAttributes(cell.tokens).own, context, render);
}
