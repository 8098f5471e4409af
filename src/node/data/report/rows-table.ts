import type { DataTexts } from './impact.ts';
import { shorten, type Screen } from './text-table.ts';
import { plural } from '../../../talk/text/plural.ts';

/** Enough to see what a recipe makes of an answer. */
const MAX_ROWS = 4;
const ROW = /^\s+\{ ".*\},?$/;

/** Writes the rows that files would get, the last of them for each. */
export function renderRows(texts: DataTexts, { style, columns }: Screen): string {
  const files = [...texts].flatMap(([name, { before, after }]): string[] => {
    const known = new Set(listRows(before ?? ''));
    const rows = listRows(after).filter((row) => !known.has(row));
    if (rows.length === 0) return [];
    const shown = rows.slice(-MAX_ROWS).map((row) => shorten(row, columns - 4));
    const more = rows.length - shown.length;
    return [
      `${style.bold(`data/${name}.json`)} would get:`,
      ...(more > 0 ? [style.dim(`  ${plural(more, 'row')} and`)] : []),
      ...shown.map((row) => `${style.green('  +')} ${row}`),
    ];
  });
  return files.join('\n');
}

function listRows(text: string): string[] {
  const lines = text.split('\n').filter((line) => ROW.test(line));
  return lines.map((line) => line.trim().replace(/,$/, ''));
}
