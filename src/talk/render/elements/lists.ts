import type { AttributesToken, ListItem, ListToken, Token } from '../../model/token.ts';
import type { Attribute } from '../../html/tags.ts';
import { mergeAttributes, sortAttributes, withAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { claimPause, claimStep } from '../steps.ts';

/** Maximum digits of list numbers for which the stylesheet has a gutter. */
const MAX_DIGITS = 4;

/** Renders the blocks of a list item. */
export type RenderBlocks = (tokens: readonly Token[], context: SlideContext) => string;

/** Renders a list; its items are separate steps on an incremental slide, and one step after a pause. */
export function renderList(
  token: ListToken,
  context: SlideContext,
  renderBlocks: RenderBlocks,
): string {
  const pause = context.pause;
  const isIncremental = context.isIncremental && context.steps.isOn && context.listDepth === 0;
  context.listDepth++;
  const items = token.items.map((item) => {
    const step = isIncremental ? claimItem(context) : claimLate(context, pause);
    const render = () => `<li>${renderBlocks(item.tokens, context)}</li>\n`;
    const markup = withAttributes(itemAttributes(item), context, render);
    return mergeAttributes(markup, step);
  });
  context.listDepth--;
  const [opening, closing] = token.ordered ? [openNumbered(token), '</ol>'] : ['<ul>', '</ul>'];
  return `${opening}\n${items.join('')}${closing}\n`;
}

/** Returns the start tag of a numbered list; a class makes room for several digits. */
function openNumbered({ start, items }: ListToken): string {
  const first = Number(start);
  const digits = Math.min(MAX_DIGITS, String(first + items.length - 1).length);
  const room = digits > 1 ? ` class="digits-${digits}"` : '';
  return `<ol${first === 1 ? '' : ` start="${first}"`}${room}>`;
}

/** Returns the attribute comments of an item: those of its first text. */
function itemAttributes({ tokens }: ListItem): AttributesToken[] {
  const first = tokens.find(({ type }) => type === 'text' || type === 'paragraph');
  return first && 'tokens' in first && first.tokens ? sortAttributes(first.tokens).own : [];
}

/** Returns the attributes of an item's own step; the first one after a pause appears with it, so that no step is empty. */
export function claimItem(context: SlideContext): Attribute[] {
  const isFirst = context.pause?.isFresh ?? false;
  if (context.pause) context.pause.isFresh = false;
  return isFirst ? [] : fragment(claimStep(context.steps));
}

/** Items after a pause within the list belong to its step. */
function claimLate(context: SlideContext, outer: SlideContext['pause']): Attribute[] {
  const { pause } = context;
  return pause && pause !== outer ? fragment(claimPause(context.steps, pause)) : [];
}

function fragment(index: string): Attribute[] {
  return [
    { name: 'class', value: 'fragment' },
    { name: 'data-fragment-index', value: index },
  ];
}
