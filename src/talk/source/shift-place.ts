import type { Span } from '../model/problem.ts';

/** Moves a place down by a number of lines. */
export function moveSpan(span: Span, lines: number): Span {
  return lines === 0 ? span : { ...span, line: span.line + lines };
}

/** Copies a value and moves each place in it down by a number of lines. */
export function moveSpans<Value>(value: Value, lines: number): Value {
  return lines === 0 ? value : (copy(value, lines) as Value);
}

function copy(value: unknown, lines: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => copy(item, lines));
  if (isSpan(value)) return moveSpan(value, lines);
  const moved: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) moved[key] = copy(part, lines);
  return moved;
}

function isSpan(value: object): value is Span {
  return 'file' in value && 'line' in value && 'column' in value && typeof value.line === 'number';
}
