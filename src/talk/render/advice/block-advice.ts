import type { DatasetView, Row } from '../../model/dataset.ts';
import type { Problem } from '../../model/problem.ts';
import { findNearest } from '../../text/nearest.ts';
import { printValue } from '../../text/value/value-text.ts';

/** Gives the problem of a block without rows the cell that was meant, or the column that is empty; the problem itself where neither is known. */
export function adviseBlock(
  problem: Problem,
  spec: unknown,
  view: (name: string) => DatasetView | undefined,
): Problem {
  if (problem.code !== 'nothing-to-show') return problem;
  const { data, where } = Object(spec) as { data?: unknown; where?: Record<string, unknown> };
  const rows = typeof data === 'string' ? (view(data)?.rows ?? []) : [];
  if (!where && rows.length > 0) return { ...problem, hint: adviseColumn(spec, rows) };
  for (const [column, wanted] of Object.entries(where ?? {})) {
    const cells = [...new Set(rows.map((row) => printValue(row[column] ?? '')))];
    const missing = [wanted].flat().find((one) => !cells.includes(printValue(one)));
    if (missing === undefined) continue;
    const nearest = findNearest(printValue(missing), cells);
    const few =
      cells.length > 0 && cells.length <= MAX_CELLS ? ` It holds ${cells.join(', ')}.` : '';
    const hint = `No row has "${printValue(missing)}" in "${column}".`;
    return { ...problem, hint: nearest ? `${hint} Did you mean "${nearest}"?` : `${hint}${few}` };
  }
  return problem;
}

/** Names the first column of a block in which no row has a value. */
function adviseColumn(spec: unknown, rows: readonly Row[]): string {
  const names = Object.values(Object(spec) as object).flat();
  const empty = names.find(
    (name) =>
      typeof name === 'string' &&
      rows.some((row) => name in row) &&
      rows.every((row) => (row[name] ?? null) === null),
  ) as string | undefined;
  const why =
    empty === undefined
      ? 'Its rows lack what the block shows.'
      : `No row has a value in "${empty}".`;
  return `${why} Name another column or dataset, or remove the block.`;
}

const MAX_CELLS = 12;
