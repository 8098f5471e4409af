import { listAreas, listLayouts, type SlideLayout } from '../../model/look/theme.ts';
import type {
  ContainerToken,
  HeadingToken,
  NestedToken,
  SlotToken,
  Token,
} from '../../model/token.ts';
import { unknownSlot } from '../../problems/problems.ts';
import { html } from '../../html/html.ts';
import { attributesAfter, sortAttributes, withAttributes } from '../attributes.ts';
import { renderFence } from '../diagram/diagram-fence.ts';
import { renderSnippet } from '../code/cited-code.ts';
import { renderVersions } from '../code/versions.ts';
import { renderContainer } from './container.ts';
import type { SlideContext } from '../context.ts';
import { namesSpeaker } from '../../model/slide/speaker-line.ts';
import { renderDefinitions } from './definition-list.ts';
import { renderDataBlock } from './block/datablock.ts';
import { renderFormula } from '../formula/formula.ts';
import { renderInline } from './inline.ts';
import { closeLevel, enterPause, openLevel, startPause } from '../raw/element-level.ts';
import { renderList } from './lists.ts';
import { markPlace, renderPictureLines } from './picture-lines.ts';
import { renderRaw } from '../raw/raw.ts';
import { renderTable } from './markdown-table.ts';
import { reportUnfilled } from './value-element.ts';

/** Invisible tokens. */
const SILENT = new Set(['space', 'def', 'attributes', 'slot', 'footnotes']);
const MAX_LEVEL = 6;

/** Renders block tokens. */
export function renderBlocks(tokens: readonly Token[], context: SlideContext): string {
  const level = openLevel(context, 'div');
  let out = '';
  tokens.forEach((token, index) => {
    if (token.type === 'pause') startPause(context);
    if (token.type === 'slot' && token.name !== 'right') reportSlot(token, context);
    if (token.type === 'pause' || SILENT.has(token.type)) return;
    if (token === context.headings.title) return;
    out += isEndTag(token) ? '' : enterPause(context, level);
    const render = () => renderBlock(token, context);
    out += withAttributes(attributesAfter(tokens, index), context, render);
    if (context.pause) context.pause.isFresh = false;
  });
  return out + closeLevel(context, level);
}

/** Renders a slide's body in two columns, split at `::right::`. */
export function renderColumns(tokens: readonly Token[], context: SlideContext): string {
  const cut = tokens.findIndex(isRight);
  if (cut < 0) return renderBlocks(tokens, context);
  const halves = [tokens.slice(0, cut), tokens.slice(cut + 1)];
  const columns = halves.map((half) => `<div class="column">${renderColumn(half, context)}</div>`);
  return `<div class="columns">${columns.join('')}</div>\n`;
}

/** Reports whether a token begins the second of two columns. */
export function isRight(token: Token): boolean {
  return token.type === 'slot' && token.name === 'right';
}

/** Renders a slide's body in the areas of a layout; what stands before the first mark is in the first area. */
export function renderAreas(
  tokens: readonly Token[],
  layout: SlideLayout,
  context: SlideContext,
): string {
  const areas = new Map(listAreas(layout).map((name): [string, Token[]] => [name, []]));
  let area = [...areas.values()][0] ?? [];
  for (const token of tokens) {
    const next = token.type === 'slot' ? areas.get(token.name) : undefined;
    if (token.type === 'slot' && !next) reportSlot(token, context);
    else if (next) area = next;
    else area.push(token);
  }
  const parts = [...areas].map(([name, own]) => {
    const content = renderColumn(own, context);
    return content === '' ? '' : `<div class="area area-${name}">${content}</div>`;
  });
  return `<div class="areas">${parts.join('')}</div>\n`;
}

function reportSlot({ name, span }: SlotToken, { layout, talk, problems }: SlideContext): void {
  const all = listLayouts(talk.project.looks, talk.meta.theme);
  problems.push(unknownSlot(name, { layout, layouts: all }, span));
}

/** A pause inside a column ends with it. */
function renderColumn(tokens: readonly Token[], context: SlideContext): string {
  const { pause } = context;
  const content = renderBlocks(tokens, context);
  context.pause = pause;
  return content;
}

function renderBlock(token: Token, context: SlideContext): string {
  switch (token.type) {
    case 'heading':
      return renderHeading(token, context);
    case 'paragraph':
      return renderParagraph(token, context);
    case 'text':
      return renderInline(token.tokens ?? [token], context);
    case 'list':
      return renderList(token, context, renderBlocks);
    case 'definitions':
      return renderDefinitions(token, context, { renderBlocks, renderInline });
    case 'table':
      return renderTable(token, context);
    case 'blockquote':
      return renderQuote(token, context);
    case 'hr':
      return '<hr>\n';
    case 'html':
      return renderRaw(token.text, token.span, context);
    case 'datablock':
      return renderDataBlock(token, context);
    case 'codeblock':
      return renderFence(token, context);
    case 'snippet':
      return renderSnippet(token, context);
    case 'code':
      return html`<pre><code>${token.text}</code></pre> `.markup;
    case 'formula':
      return `<p class="formula-line">${renderFormula(token, context)}</p>\n`;
    case 'container':
      return renderNested(token, context);
    default:
      return renderInline([token], context);
  }
}

/** Renders the content of a heading, paragraph or title, with the attributes of its comments. */
export function renderElement(
  name: string,
  tokens: readonly Token[],
  context: SlideContext,
): string {
  const render = () => `<${name}>${renderInline(tokens, context)}</${name}>\n`;
  return withAttributes(sortAttributes(tokens).own, context, render);
}

function renderHeading({ tokens, depth }: HeadingToken, context: SlideContext) {
  const { shift, least } = context.headings;
  const level = Math.min(MAX_LEVEL, Math.max(least, depth + shift));
  return renderElement(`h${level}`, tokens, context);
}

/** A paragraph in a list item leaves attribute comments to the item. */
function renderParagraph(token: NestedToken, context: SlideContext) {
  const { tokens } = token;
  if (tokens.every(({ type }) => type === 'attributes' || type === 'pause')) {
    return renderInline(tokens, context);
  }
  if (context.listDepth > 0) return `<p>${renderInline(tokens, context)}</p>\n`;
  const markup = renderPictureLines(token, context) ?? renderElement('p', tokens, context);
  return markPlace(markup, token, context);
}

/** In the layout of quotations, a last paragraph that says who spoke is set apart from the words. */
function renderQuote({ tokens }: NestedToken, context: SlideContext): string {
  const [first, ...others] = tokens.filter(({ type }) => type !== 'space');
  const last = others.at(-1);
  const isSaid =
    context.layout === 'quote' && first && last?.type === 'paragraph' && namesSpeaker(last.text);
  const name = isSaid ? ' class="attributed"' : '';
  return `<blockquote${name}>\n${renderBlocks(tokens, context)}</blockquote>\n`;
}

function renderNested(token: ContainerToken, context: SlideContext): string {
  const { name } = token;
  const { pause } = context;
  if (name === 'versions') {
    return renderVersions(token, context, (others) => renderBlocks(others, context));
  }
  const content = renderBlocks(token.tokens, context);
  if (name === 'column') context.pause = pause;
  reportUnfilled(token.argument, token.span, context);
  return renderContainer({ ...token, name }, content);
}

/** The author's end tag closes the surrounding pause and does not open another. */
function isEndTag(token: Token): boolean {
  return token.type === 'html' && token.raw.startsWith('</');
}
