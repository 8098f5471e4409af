import { parseAttributes } from '../../../brace-attributes.ts';
import { writeTag } from '../pandoc-rows.ts';

/** Writes the spans of a cell, `[words]{.class}`, as elements; of others only the words stay. */
export function writeCellSpans(cell: string): string {
  if (!cell.includes(']{')) return cell;
  return cell
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(SPAN, write)))
    .join('');
}

function write(_: string, words: string, braces: string): string {
  const attributes = parseAttributes(braces);
  const known = SPANS.find(([name]) => attributes.classes.includes(name))?.[1];
  const tag = known === undefined ? writeTag('span', attributes) : `<${known}>`;
  return tag === null ? words : `${tag}${words}</${/^<(\w+)/.exec(tag)?.[1] ?? 'span'}>`;
}

const SPAN = /\[([^[\]]*)\]\{([^{}]*)\}/g;

/** Classes of spans that have an element of their own. */
export const SPANS: readonly (readonly [name: string, tag: string])[] = [
  ['fragment', 'span class="fragment"'],
  ['mark', 'mark'],
  ['underline', 'u'],
  ['ul', 'u'],
  ['kbd', 'kbd'],
  ['alert', 'strong'],
];
