import { printable, renderWords, type Screen } from './text-table.ts';

/** Why a dataset was not updated, and what to do about it. */
export interface Reason {
  name: string;
  message: string;
  /** Empty where there is none. */
  advice: string;
}

const INDENT = '  ';

/** Writes reasons: each once with all its datasets, those with the same advice together, and that under them. */
export function renderReasons(reasons: readonly Reason[], screen: Screen): string[] {
  const byAdvice = new Map<string, Map<string, string[]>>();
  for (const { name, message, advice } of reasons) {
    const group = byAdvice.get(advice) ?? new Map<string, string[]>();
    byAdvice.set(advice, group.set(message, [...(group.get(message) ?? []), name]));
  }
  return [...byAdvice].flatMap(([advice, group]) => [
    '',
    ...[...group].flatMap(([message, names]) => renderReason(names.join(', '), message, screen)),
    ...(advice === '' ? [] : renderWords(advice, INDENT, screen).map(screen.style.dim)),
  ]);
}

function renderReason(names: string, message: string, screen: Screen): string[] {
  const [line = '', ...rest] = renderWords(`${names}: ${message}`, INDENT + INDENT, screen);
  const first = line.slice(INDENT.length);
  const start = INDENT + printable(names);
  const head = first.startsWith(start)
    ? INDENT + screen.style.bold(printable(names)) + first.slice(start.length)
    : first;
  return [head, ...rest];
}
