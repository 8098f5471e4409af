import { countLines, measureText } from './measure.ts';

/** The room that a block has on a slide with a title, in slide pixels. */
export const ROOM = { width: 1104, height: 470 } as const;

/** The smallest text that can be read from the last row. */
export const SMALLEST_TEXT = 18;

/** What is to be set in columns, and the room for it. */
export interface FitRequest {
  texts: readonly string[];
  width: number;
  height: number;
  /** The largest text size that is sensible. */
  largest: number;
  mostColumns: number;
  /** Space between columns, and room that each item needs beside its text. */
  gap: number;
  indent?: number;
  /** Height of a line, in text sizes. */
  leading: number;
  /** Space between items, in text sizes; defaults to 0. */
  spacing?: number;
  /** Whether an item may take several lines in columns of one width; else columns are as wide as their longest item. */
  wraps: boolean;
}

/** Items set in columns that are filled downwards. */
export interface Fit {
  columns: number;
  rows: number;
  /** Text size in slide pixels. */
  size: number;
}

/** Finds the columns that allow the largest text, fewest columns first; null where even the smallest does not fit. */
export function fitColumns(request: FitRequest): Fit | null {
  let best: Fit | null = null;
  for (let columns = 1; columns <= Math.min(request.mostColumns, request.texts.length); columns++) {
    const rows = Math.ceil(request.texts.length / columns);
    const from = best ? best.size + 1 : SMALLEST_TEXT;
    for (let size = request.largest; size >= from; size--) {
      if (!fits(request, columns, size)) continue;
      best = { columns: Math.ceil(request.texts.length / rows), rows, size };
      break;
    }
  }
  return best;
}

function fits(request: FitRequest, columns: number, size: number): boolean {
  const { texts, wraps, width, height, gap, indent = 0, leading, spacing = 0 } = request;
  const rows = Math.ceil(texts.length / columns);
  const columnWidth = (width - gap * (columns - 1)) / columns - indent;
  if (!wraps && widthOfColumns(request, rows, size) > width) return false;
  if (wraps && texts.some((text) => longestWord(text, size) > columnWidth)) return false;
  const lines = wraps ? linesOfRows(texts, rows, size, columnWidth) : rows;
  return lines * size * leading + (rows - 1) * spacing * size <= height;
}

function widthOfColumns(
  { texts, gap, indent = 0 }: FitRequest,
  rows: number,
  size: number,
): number {
  let width = -gap;
  for (let start = 0; start < texts.length; start += rows) {
    const column = texts.slice(start, start + rows);
    width += Math.max(...column.map((text) => measureText(text, size))) + indent + gap;
  }
  return width;
}

/** Rows run across the columns, so that each is as high as its longest item. */
function linesOfRows(texts: readonly string[], rows: number, size: number, width: number): number {
  const heights = Array.from({ length: rows }, () => 1);
  texts.forEach((text, index) => {
    const row = index % rows;
    heights[row] = Math.max(heights[row] ?? 1, countLines(text, size, width));
  });
  return heights.reduce((sum, lines) => sum + lines, 0);
}

function longestWord(text: string, size: number): number {
  return Math.max(...text.split(' ').map((word) => measureText(word, size)));
}
