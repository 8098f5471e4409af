/** Counts dropped data and failures, and reports each kind once. */
export interface LiveReport {
  drop(dataset: string, reason: string, count: number): void;
  fault(dataset: string, reason: string): void;
  /** Messages about datasets for the presenter, a line each. */
  linesFor(datasets: readonly string[]): string[];
}

/** Maximum kinds of failure stored for a dataset. */
const MAX_REASONS = 20;

/** Builds an empty report; `onCount` is called when there are new messages. */
export function createReport(
  onCount: () => void,
  warn: (text: string) => void = toConsole,
): LiveReport {
  const counts = new Map<string, Map<string, number>>();

  function count(dataset: string, reason: string, more: number, what: string): void {
    const reasons = counts.get(dataset) ?? new Map<string, number>();
    counts.set(dataset, reasons);
    const known = reasons.get(reason);
    const name = known !== undefined || reasons.size < MAX_REASONS ? reason : 'others';
    if (!reasons.has(name)) warn(`Live data of "${dataset}": ${what}: ${name}`);
    reasons.set(name, (reasons.get(name) ?? 0) + more);
    onCount();
  }

  return {
    drop: (dataset, reason, more) => count(dataset, reason, more, 'a row was left out'),
    fault: (dataset, reason) => count(dataset, reason, 1, 'the last rows are kept'),
    linesFor: (datasets) =>
      datasets.flatMap((dataset) =>
        [...(counts.get(dataset) ?? [])].map(
          ([reason, times]) => `${dataset}: ${reason} (${times === 1 ? 'once' : `${times} times`})`,
        ),
      ),
  };
}

function toConsole(text: string): void {
  console.warn(text);
}
