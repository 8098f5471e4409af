import { toSlug } from '../../text/slug.ts';
import { printValue } from '../../text/value/value-text.ts';

/** Returns what to write for a value of another form; undefined where nothing is known of it. */
export function hintOfForm(
  key: string,
  value: unknown,
  { expected, names }: { expected: string; names: readonly string[] },
): string | undefined {
  const text = printValue(value).trim();
  if (expected === 'true or false') {
    const isOn = /^(?:on|yes|y|1)$/i.test(text);
    return isOn || /^(?:off|no|n|0|none)$/i.test(text) ? `Write "${key}: ${isOn}".` : undefined;
  }
  if (expected === 'a list' && typeof value === 'string' && !/^$|:/.test(text)) {
    const items = text.split(text.includes(',') ? /\s*,\s*/ : /\s+/);
    return `Write a list: "${key}: [${items.join(', ')}]".`;
  }
  const [number] = /\d+(?:\.\d+)?/.exec(text) ?? [];
  if (
    expected.startsWith('a number') &&
    !/h(?:\b|ou?r)/i.test(text) &&
    number !== undefined &&
    typeof value === 'string'
  ) {
    return `Write "${key}: ${number}".`;
  }
  if (expected.startsWith('an id ')) return `Write "${key}: ${toSlug(text)}".`;
  const word = text.split(/[\s_-]+/).find((part) => names.includes(part.toLowerCase()));
  return word === undefined ? undefined : `Did you mean "${word.toLowerCase()}"?`;
}
