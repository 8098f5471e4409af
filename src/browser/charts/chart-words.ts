import {
  renderChartTable,
  toChartTable,
  type ChartTable,
} from '../../talk/blocks/chart/chart-table.ts';
import { MISSING, type ChartView } from '../../talk/blocks/chart/chart-view.ts';
import { directionOf, markEnglish } from '../../talk/html/direction.ts';
import { writeText } from './write-text.ts';

/** Updates the table of a chart, which describes the drawing to screen readers. */
export interface ChartWords {
  /** Records the drawn view; the table is written shortly after. */
  show(view: ChartView): void;
}

/** A table need not follow each frame of a drawing. */
const WRITE_DEBOUNCE_MS = 500;
/**
 * Above this number of rows, new rows replace the oldest. Each mark added to a drawing makes the browser recompute the
 * slide's styles, which is noticeable with more rows.
 */
const MAX_ROWS = 200;

const waiting = new Set<() => void>();
addEventListener('beforeprint', () => {
  for (const write of waiting) write();
});

/** Opens the table of a chart. */
export function openWords(block: HTMLElement): ChartWords {
  let shown: ChartView | null = null;
  /** The table on the page, its rows, and their maximum number. */
  let known: { table: HTMLTableElement; rows: string[][]; most: number } | null = null;

  function write(): void {
    waiting.delete(write);
    const table = block.querySelector<HTMLTableElement>(':scope > .chart-data');
    if (!shown || !table) return;
    if (known?.table !== table) known = openTable(table);
    const words = bound(toChartTable(shown), known.most);
    if (patchTable(table, known.rows, words)) known = { ...known, rows: words.rows };
    else table.outerHTML = renderChartTable(shown, document.documentElement.lang).markup;
  }

  return {
    show(view) {
      // The first table is from the page, unless the data changed while it was hidden.
      const isWritten = shown === null && block.dataset['live'] === undefined;
      shown = view;
      if (isWritten || waiting.has(write)) return;
      waiting.add(write);
      setTimeout(() => waiting.has(write) && write(), WRITE_DEBOUNCE_MS);
    },
  };
}

function bound({ caption, heads, rows }: ChartTable, most: number): ChartTable {
  if (rows.length <= most) return { caption, heads, rows };
  const note = `the newest ${most} of ${rows.length}`;
  return { caption: `${caption}, ${note}`, heads, rows: rows.slice(-most) };
}

/** Updates only the changed cells; returns false when the table has another structure. */
function patchTable(
  table: HTMLTableElement,
  before: readonly string[][],
  { caption, heads, rows }: ChartTable,
): boolean {
  const elements = [...(table.tBodies[0]?.rows ?? [])];
  const [sample] = elements;
  const names = [...(table.tHead?.querySelectorAll('th') ?? [])].map(readText);
  if (!sample || !table.caption || names.join('\n') !== heads.join('\n')) return false;
  patchCaption(table.caption, caption);
  // The oldest rows are removed first.
  const first = before.findIndex(([name]) => name === rows[0]?.[0]);
  const start = Math.max(0, first);
  const kept = before.slice(start, start + rows.length);
  const added = rows.slice(kept.length).map((cells) => copyRow(sample, cells));
  kept.forEach((cells, index) => patchRow(elements[start + index], cells, rows[index] ?? []));
  elements[start + kept.length - 1]?.after(...added);
  for (const element of elements.slice(0, start)) element.remove();
  for (const element of elements.slice(start + kept.length)) element.remove();
  return true;
}

function patchCaption(element: HTMLElement, caption: string): void {
  const said = readText(element);
  if (said !== caption)
    writeText(
      element,
      element.textContent.replace(said, () => caption),
    );
}

function patchRow(
  element: HTMLTableRowElement | undefined,
  before: readonly string[],
  cells: readonly string[],
): void {
  cells.forEach((cell, index) => {
    if (cell === before[index]) return;
    const place = element?.cells[index];
    if (!place) return;
    writeText(place, cell);
    markWords(place, cell === MISSING);
  });
}

/** Marks a cell with English words in a talk of another language. */
function markWords(place: HTMLElement, isEnglish: boolean): void {
  const { lang } = document.documentElement;
  place.removeAttribute('lang');
  place.removeAttribute('dir');
  if (!isEnglish || markEnglish(lang) === false) return;
  place.lang = 'en';
  if (directionOf(lang) === 'rtl') place.dir = 'ltr';
}

function copyRow(sample: HTMLTableRowElement, cells: readonly string[]): HTMLTableRowElement {
  const row = sample.cloneNode(true) as HTMLTableRowElement;
  patchRow(row, [], cells);
  return row;
}

function openTable(table: HTMLTableElement) {
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((row) => [...row.cells].map(readText));
  return { table, rows, most: Math.max(MAX_ROWS, rows.length) };
}

function readText({ textContent }: Element): string {
  return textContent.trim();
}
