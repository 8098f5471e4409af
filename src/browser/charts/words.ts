import { renderChartTable, toChartTable, type ChartTable } from '../../talk/blocks/chart-table.ts';
import type { ChartView } from '../../talk/blocks/chart-view.ts';
import { writeText } from './write.ts';

/** Keeps the table under a chart, which is for those who do not see the drawing, in line with it. */
export interface ChartWords {
  /** Takes note of what is drawn; it is written a moment later. */
  show(view: ChartView): void;
}

/** Nobody reads a table as fast as a drawing moves. */
const PAUSE = 500;
/** From how many rows on those that come while the page is open take the place of the oldest. */
const MOST_ROWS = 1000;

const waiting = new Set<() => void>();
addEventListener('beforeprint', () => {
  for (const write of waiting) write();
});

/** Opens the table of a chart. */
export function openWords(block: HTMLElement): ChartWords {
  let shown: ChartView | null = null;
  /** The table on the page, its rows, and how many it may have. */
  let known: { table: HTMLTableElement; rows: string[][]; most: number } | null = null;

  function write(): void {
    waiting.delete(write);
    const table = block.querySelector<HTMLTableElement>(':scope > .chart-data');
    if (!shown || !table) return;
    if (known?.table !== table) known = openTable(table);
    const words = bound(toChartTable(shown), known.most);
    if (patchTable(table, known.rows, words)) known = { ...known, rows: words.rows };
    else table.outerHTML = renderChartTable(shown).markup;
  }

  return {
    show(view) {
      // The first table is the one that the page came with, unless the data have changed out of sight.
      const isWritten = shown === null && block.dataset['live'] === undefined;
      shown = view;
      if (isWritten || waiting.has(write)) return;
      waiting.add(write);
      setTimeout(() => waiting.has(write) && write(), PAUSE);
    },
  };
}

function bound({ caption, heads, rows }: ChartTable, most: number): ChartTable {
  if (rows.length <= most) return { caption, heads, rows };
  const note = `the newest ${most} of ${rows.length}`;
  return { caption: `${caption}, ${note}`, heads, rows: rows.slice(-most) };
}

/** Changes only the cells that say something else; false where the table has another form. */
function patchTable(
  table: HTMLTableElement,
  before: readonly string[][],
  { caption, heads, rows }: ChartTable,
): boolean {
  const [body] = table.tBodies;
  const names = [...(table.tHead?.querySelectorAll('th') ?? [])].map(readText);
  if (!body || !table.caption || names.join('\n') !== heads.join('\n')) return false;
  if (readText(table.caption) !== caption) writeText(table.caption, caption);
  // The oldest rows leave first.
  const first = Math.max(
    0,
    before.findIndex(([name]) => name === rows[0]?.[0]),
  );
  const kept = before.slice(first, first + rows.length);
  const elements = [...body.rows];
  for (const element of elements.slice(0, first)) element.remove();
  for (const element of elements.slice(first + kept.length)) element.remove();
  kept.forEach((row, index) => patchRow(elements[first + index], row, rows[index] ?? []));
  body.append(...rows.slice(kept.length).map(makeRow));
  return true;
}

function patchRow(
  element: HTMLTableRowElement | undefined,
  before: readonly string[],
  cells: readonly string[],
): void {
  cells.forEach((cell, index) => {
    if (cell === before[index]) return;
    const place = element?.cells[index];
    if (place) writeText(place, cell);
  });
}

function makeRow(cells: readonly string[]): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.append(
    ...cells.map((cell, index) => {
      const element = document.createElement(index === 0 ? 'th' : 'td');
      if (element.localName === 'th') element.setAttribute('scope', 'row');
      element.textContent = cell;
      return element;
    }),
  );
  return row;
}

function openTable(table: HTMLTableElement) {
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((row) => [...row.cells].map(readText));
  return { table, rows, most: Math.max(MOST_ROWS, rows.length) };
}

function readText({ textContent }: Element): string {
  return textContent.trim();
}
