const COMMENT = /^\s*%%(?!\{)[^\n]/;
const RULE = /^\s*---\s*$/;
const EMPTY = /^\s*(?:%%\{.*\}%%\s*)?$/;

/** Returns the line of a text that Mermaid means: it counts without front matter, comments, and blank lines at the start. */
export function toWrittenLine(text: string, counted: number): number {
  const lines = text.split('\n');
  const end = RULE.test(lines[0] ?? '')
    ? lines.findIndex((line, at) => at > 0 && RULE.test(line))
    : -1;
  const kept = lines
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line, number }) => number > end + 1 && !COMMENT.test(line));
  const first = kept.findIndex(({ line }) => !EMPTY.test(line));
  const rest = first < 0 ? kept : kept.slice(first);
  return rest[counted - 1]?.number ?? rest.at(-1)?.number ?? lines.length;
}
