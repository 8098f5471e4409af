import type { Block, BlockOutput } from '../../../model/block.ts';
import { hasErrors, type Problem } from '../../../model/problem.ts';

/** Returns what is wrong with what a block returned; null where nothing is. */
export function findOutputFault(
  output: unknown,
  block: Block,
  problems: readonly Problem[],
): string | null {
  if (output === null) return hasErrors(problems) ? null : 'it returned null and reported nothing';
  if (typeof output !== 'object') return `it returned ${typeof output}`;
  const { html, steps, text, uses } = output as Partial<Record<keyof BlockOutput, unknown>>;
  if (typeof html !== 'string') return '"html" of what it returned is no text';
  if (typeof text !== 'string') return '"text" of what it returned is no text';
  if (!Number.isInteger(steps) || Number(steps) < 0)
    return '"steps" of what it returned is no count';
  return Array.isArray(uses)
    ? findMarkupFault(html, block)
    : '"uses" of what it returned is no list';
}

/** Returns what a page would not find in the HTML of a block; null for nothing. */
function findMarkupFault(html: string, { name, element, live }: Block): string | null {
  if (element !== undefined && !html.includes(`<rostrum-${name}`)) {
    return `its HTML has no element <rostrum-${name}>`;
  }
  const isFound = element !== undefined || live !== undefined;
  return isFound && !html.includes('data-block="') ? 'its HTML has no attribute data-block' : null;
}
