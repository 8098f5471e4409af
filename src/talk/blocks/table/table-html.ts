import { markEnglish } from '../../html/direction.ts';
import { html, type Html, type HtmlValue } from '../../html/html.ts';
import { ROOM } from '../block-fit.ts';
import { headSize, type TableSize } from './table-size.ts';
import type { TableCell, TableHead } from './table-column.ts';
import type { TableGroup, TableRow, TableView } from './table-view.ts';

const SIGNS = {
  yes: 'M2.5 8.8 6 12.3 13.5 4',
  no: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  unknown: 'M3.5 8h9',
} as const;
const SPOKEN = { yes: 'yes, ', no: 'no, ', unknown: '' } as const;

/** How tables are rendered. */
export interface TableLook {
  size: TableSize;
  isBeside: boolean;
  /** The talk's language. */
  language: string;
}

/** What all cells of a table have in common: its size, and the attributes of English words. */
interface Look {
  size: TableSize;
  english: Html | false;
}

/** Renders a table, or one for each group when groups are side by side. */
export function renderTables(view: TableView, { size, isBeside, language }: TableLook): Html {
  const look = { size, english: markEnglish(language) };
  if (!isBeside) return renderTable(view, view.groups, look);
  return html`<div class="tables-beside">
    ${view.groups.map((group) => renderTable(view, [group], look))}
  </div>`;
}

function renderTable(
  view: TableView,
  groups: readonly TableGroup[],
  { size, english }: Look,
): Html {
  const { heads, caption } = view;
  const style = `--size: ${size.size}px; --head: ${headSize(size.size)}px; --padding: ${size.padding}px; --leading: ${size.leading}; width: ${writeWidth(size.width)}`;
  return html`<table class="data" style="${style}">
    ${caption !== null && html`<caption>${caption}</caption>`}
    <colgroup>
      ${size.columns.map((width) => html`<col style="width: ${width}%" />`)}
    </colgroup>
    ${heads.some(({ label }) => label !== '') && renderHeads(heads)}
    ${groups.map((group) => renderGroup(group, heads, english))}
  </table>`;
}

/** Writes a width as a share of the slide; a narrower column keeps it if there is room. */
function writeWidth(share: number): string {
  return share === 100 ? '100%' : `min(100%, ${Math.round((share * ROOM.width) / 100)}px)`;
}

function renderHeads(heads: readonly TableHead[]): Html {
  const cells = heads.map((head) => {
    if (head.label === '') return html`<td class="${classesOf(head, null)}"></td>`;
    return html`<th scope="col" class="${classesOf(head, null)}">${head.label}</th>`;
  });
  return html`<thead><tr>${cells}</tr></thead>`;
}

function renderGroup(
  { label, rows }: TableGroup,
  heads: readonly TableHead[],
  english: Look['english'],
): Html {
  const title =
    label !== null &&
    html`<tr class="group"><th scope="rowgroup" colspan="${heads.length}">${label}</th></tr>`;
  return html`<tbody>${title}${rows.map((row) => renderRow(row, heads, english))}</tbody>`;
}

function renderRow(row: TableRow, heads: readonly TableHead[], english: Look['english']): Html {
  const cells = row.cells.map((cell, index) => {
    const classes = classesOf(heads[index], cell);
    if (index > 0) return html`<td class="${classes}">${renderCell(cell, english)}</td>`;
    return html`<th scope="row" class="${classes}">${renderCell(cell, english)}</th>`;
  });
  const classes = [row.isMarked && 'marked', row.isLit && 'lit'].filter(Boolean).join(' ');
  return html`<tr class="${classes}">${cells}</tr>`;
}

function classesOf(head: TableHead | undefined, cell: TableCell | null): string {
  const names = [
    head && head.align !== 'left' && `align-${head.align}`,
    head?.isMarked && 'strong',
    head?.isLit && 'lit',
    cell?.isMissing && 'missing',
    cell?.verdict && `verdict verdict-${cell.verdict}`,
  ];
  return names.filter(Boolean).join(' ');
}

function renderCell(cell: TableCell, english: Look['english']): Html {
  const { items, isCode, isEnglish, verdict, href } = cell;
  const words = items.join(', ');
  const own = isEnglish && english ? html`<span${english}>${words}</span>` : words;
  if (verdict) return renderVerdict(verdict, own);
  const content = isCode
    ? items.map((item, index) => html`${index > 0 && ' '}<code>${renderCode(item)}</code>`)
    : own;
  return href === null ? html`${content}` : html`<a href="${href}">${content}</a>`;
}

/** Allows line breaks of a long command only between its words, not at a hyphen. */
function renderCode(text: string): HtmlValue {
  const words = text.split(' ');
  if (words.length === 1) return text;
  return words.map((word, index) => {
    const whole = word.includes('-') ? html`<span class="word">${word}</span>` : word;
    return index === 0 ? whole : [' ', whole];
  });
}

function renderVerdict(verdict: keyof typeof SIGNS, why: HtmlValue): Html {
  return html`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true"><path d="${SIGNS[verdict]}" /></svg>
    <span class="visually-hidden">${SPOKEN[verdict]}</span>${why}`;
}

/** Writes a table as Markdown, a heading above each group. */
export function writeTable({ caption, heads, groups }: TableView): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(' | ')} |`;
  const rule = heads.map(({ align }) => (align === 'right' ? '---:' : '---'));
  const head = [line(heads.map(({ label }) => label)), `| ${rule.join(' | ')} |`];
  const tables = groups.map(({ label, rows }) => {
    const lines = rows.map(({ cells }) => line(cells.map(writeCell)));
    return [...(label === null ? [] : [`**${label}**`, '']), ...head, ...lines].join('\n');
  });
  return [...(caption === null ? [] : [caption]), ...tables].join('\n\n');
}

function writeCell({ items, isCode, verdict, href }: TableCell): string {
  const text = items.map((item) => (isCode ? `\`${item}\`` : item)).join(', ');
  if (verdict) return `${SPOKEN[verdict]}${text}`;
  return href === null ? text : `[${text}](${href})`;
}

function escapeCell(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
