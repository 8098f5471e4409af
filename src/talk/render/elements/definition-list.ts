import type { PartsToken, Token } from '../../model/token.ts';
import type { SlideContext } from '../context.ts';
import { claimItem } from './lists.ts';
import { mergeAttributes } from '../attributes.ts';

/** Renders the tokens of a part. */
interface Renderers {
  renderBlocks(tokens: readonly Token[], context: SlideContext): string;
  renderInline(tokens: readonly Token[], context: SlideContext): string;
}

/** Renders a list of terms and definitions; each term comes with its definitions as a step on an incremental slide. */
export function renderDefinitions(
  { tokens }: PartsToken,
  context: SlideContext,
  { renderBlocks, renderInline }: Renderers,
): string {
  const isIncremental = context.isIncremental && context.steps.isOn && context.listDepth === 0;
  context.listDepth++;
  const starts = tokens.flatMap(({ type }, at) => (type === 'term' ? [at] : []));
  const groups = starts.map((start, index) => {
    const step = isIncremental ? claimItem(context) : [];
    const parts = tokens.slice(start, starts[index + 1]).map((part) => {
      const inner = 'tokens' in part && part.tokens ? part.tokens : [];
      if (part.type === 'term') return `<dt>${renderInline(inner, context)}</dt>\n`;
      return `<dd>${renderBlocks(inner, context).trimEnd()}</dd>\n`;
    });
    return isIncremental
      ? mergeAttributes(`<div>\n${parts.join('')}</div>\n`, step)
      : parts.join('');
  });
  context.listDepth--;
  return `<dl>\n${groups.join('')}</dl>\n`;
}
