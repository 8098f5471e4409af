const MAX_LENGTH = 80;

/** Returns any value as text for comparison and display: texts unchanged, lists and objects as JSON. */
export function printValue(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return JSON.stringify(value);
}

/** Returns a single value as text; nothing, a list and an object are empty. */
export function textOf(value: unknown): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}

/** Returns any value as text that is short enough for a message. */
export function printShort(value: unknown): string {
  const text = printValue(value);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
