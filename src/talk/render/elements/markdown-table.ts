import type { Tokens } from 'marked';
import type { Span } from '../../model/problem.ts';
import { mergeAttributes, sortAttributes, withAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { renderInline, spanOf } from './inline.ts';
import { claimPause } from '../steps.ts';

/** Renders a Markdown table; rows after a pause belong to its step. */
export function renderTable(token: Tokens.Table, place: Span, context: SlideContext): string {
  const span = spanOf(token, place);
  const cell = (item: Tokens.TableCell) => renderCell(item, span, context);
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

function renderCell(cell: Tokens.TableCell, span: Span, context: SlideContext): string {
  const name = cell.header ? 'th' : 'td';
  const align = cell.align ? ` class="align-${cell.align}"` : '';
  const scope = cell.header ? ' scope="col"' : '';
  const render = () =>
    `<${name}${scope}${align}>${renderInline(cell.tokens, span, context)}</${name}>`;
  return withAttributes(sortAttributes(cell.tokens).own, context, render);
}
