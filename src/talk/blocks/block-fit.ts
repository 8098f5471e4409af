import { extraHeight } from '../model/slide/aspect.ts';
import type { TalkMeta } from '../model/talk.ts';
import { countLines, measureText } from './text-width.ts';

/** Room for a block on a slide with a one-line title, in slide pixels. */
export const ROOM = { width: 1104, height: 500 } as const;

/** Returns the height of that room on the slides of a talk. */
export function roomHeight(talk: Pick<TalkMeta, 'aspect'>): number {
  return ROOM.height + extraHeight(talk);
}

/** The smallest text that can be read from the last row. */
export const MIN_TEXT = 18;

/** Text to set in columns, and the room for it. */
export interface FitRequest {
  texts: readonly string[];
  width: number;
  height: number;
  /** The largest text size that is sensible. */
  largest: number;
  mostColumns: number;
  /** Space between columns. */
  gap: number;
  /** Room that each item needs beside its text; defaults to 0. */
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
  /** Number of items in each column. */
  columns: number[];
  /** Text size in slide pixels. */
  size: number;
}

/**
 * Finds the columns that allow the largest text, fewest columns first; null when even the smallest text does not fit.
 */
export function fitColumns(request: FitRequest): Fit | null {
  const most = Math.min(request.mostColumns, request.texts.length);
  for (let size = request.largest; size >= MIN_TEXT; size--) {
    for (let count = 1; count <= most; count++) {
      const columns = request.wraps
        ? flowInto(request, count, size)
        : stackInto(request, count, size);
      if (columns) return { columns, size };
    }
  }
  return null;
}

/** Fills columns with an equal number of lines; each is as wide as its longest item. */
function stackInto(request: FitRequest, count: number, size: number): number[] | null {
  const { texts, width, height, gap, indent = 0 } = request;
  const rows = Math.ceil(texts.length / count);
  if (heightOf(request, rows, rows) * size > height) return null;
  const columns: number[] = [];
  let used = -gap;
  for (let start = 0; start < texts.length; start += rows) {
    const column = texts.slice(start, start + rows);
    used += Math.max(...column.map((text) => measureText(text, size))) + indent + gap;
    columns.push(column.length);
  }
  return used <= width ? columns : null;
}

/** Fills columns of equal width and similar height; items may take several lines. */
function flowInto(request: FitRequest, count: number, size: number): number[] | null {
  const { texts, width, height, gap, indent = 0 } = request;
  const columnWidth = (width - gap * (count - 1)) / count - indent;
  if (texts.some((text) => longestWord(text, size) > columnWidth)) return null;
  const lines = texts.map((text) => countLines(text, size, columnWidth));
  const total = lines.reduce((sum, number) => sum + number, 0);
  for (let limit = Math.ceil(total / count); limit <= total; limit++) {
    const columns = pour(lines, limit);
    if (columns.length > count) continue;
    return tallest(request, lines, columns) * size <= height ? columns : null;
  }
  return null;
}

function pour(lines: readonly number[], limit: number): number[] {
  const columns = [0];
  let used = 0;
  for (const height of lines) {
    if (used > 0 && used + height > limit) {
      columns.push(0);
      used = 0;
    }
    used += height;
    columns[columns.length - 1] = (columns.at(-1) ?? 0) + 1;
  }
  return columns;
}

function tallest(
  request: FitRequest,
  lines: readonly number[],
  columns: readonly number[],
): number {
  let start = 0;
  const heights = columns.map((items) => {
    const sum = lines.slice(start, start + items).reduce((total, number) => total + number, 0);
    start += items;
    return heightOf(request, sum, items);
  });
  return Math.max(...heights);
}

/** Returns the height of a column in text sizes. */
function heightOf({ leading, spacing = 0 }: FitRequest, lines: number, items: number): number {
  return lines * leading + (items - 1) * spacing;
}

function longestWord(text: string, size: number): number {
  return Math.max(...text.split(' ').map((word) => measureText(word, size)));
}
