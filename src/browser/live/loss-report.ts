/** Counts what was dropped and what failed, and tells each kind of it once. */
export interface LiveReport {
  drop(dataset: string, reason: string, count: number): void;
  fault(dataset: string, reason: string): void;
  /** What a presenter should know about datasets, a line each. */
  linesFor(datasets: readonly string[]): string[];
}

/** How many kinds of trouble of one dataset are remembered. */
const MAX_REASONS = 20;

/** Makes an empty report; `onCount` is called whenever it has something more to tell. */
export function createReport(
  onCount: () => void,
  warn: (text: string) => void = toConsole,
): LiveReport {
  const counts = new Map<string, Map<string, number>>();

  function count(
    dataset: string,
    reason: string,
    more: number,
    tell: (first: string) => string,
  ): void {
    const reasons = counts.get(dataset) ?? new Map<string, number>();
    counts.set(dataset, reasons);
    const known = reasons.get(reason);
    const name = known !== undefined || reasons.size < MAX_REASONS ? reason : 'other trouble';
    if (!reasons.has(name)) warn(tell(name));
    reasons.set(name, (reasons.get(name) ?? 0) + more);
    onCount();
  }

  return {
    drop: (dataset, reason, more) =>
      count(
        dataset,
        reason,
        more,
        (text) => `Live data: a row of "${dataset}" was left out: ${text}.`,
      ),
    fault: (dataset, reason) =>
      count(
        dataset,
        reason,
        1,
        (text) => `Live data: the last rows of "${dataset}" are kept: ${text.replace(/\.$/, '')}.`,
      ),
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
