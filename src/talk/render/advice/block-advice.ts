import type { DatasetView } from '../../model/dataset.ts';
import type { Problem } from '../../model/problem.ts';
import { findNearest } from '../../text/nearest.ts';
import { printValue } from '../../text/value/value-text.ts';

/** Gives the problem of a block without rows the cell that was meant; the problem itself where none is near. */
export function adviseBlock(
  problem: Problem,
  spec: unknown,
  view: (name: string) => DatasetView | undefined,
): Problem {
  if (problem.code !== 'nothing-to-show') return problem;
  const { data, where } = Object(spec) as { data?: unknown; where?: Record<string, unknown> };
  const rows = typeof data === 'string' ? (view(data)?.rows ?? []) : [];
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

const MAX_CELLS = 12;
