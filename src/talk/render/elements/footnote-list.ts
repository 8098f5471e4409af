import type { FootnoteMark, FootnoteToken, Token } from '../../model/token.ts';
import { markEnglish } from '../../html/direction.ts';
import { escapeHtml, html, type Html } from '../../html/html.ts';
import { isVoid, scanHtml, type Attribute } from '../../html/tags.ts';
import { mergeAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';

/** Renders blocks of a footnote. */
type RenderBlocks = (tokens: readonly Token[], context: SlideContext) => string;

/** Renders the mark of a footnote as a link to its text; one without text stays as written. */
export function renderMark(token: FootnoteToken, context: SlideContext): string {
  const { raw, mark } = token;
  if (!mark) return escapeHtml(raw);
  const { number, isInLink } = mark;
  context.words.set(token, nameOf(mark, context));
  if (isInLink) return html`<sup class="footnote">${number}</sup>`.markup;
  const words = `Footnote ${number}`;
  const href = `#${encodeURIComponent(idOfText(mark, context))}`;
  return html`<sup class="footnote" id="${idOfMark(mark, context)}"><a href="${href}" role="doc-noteref" aria-label="${words}"${english(context)}>${number}</a></sup>`
    .markup;
}

/** Renders the texts of the footnotes among tokens; empty for none. `above` is the HTML with the marks, whose steps they share. */
export function renderFootnotes(
  tokens: readonly Token[],
  above: string,
  tools: { context: SlideContext; renderBlocks: RenderBlocks },
): string {
  const texts = tokens.flatMap((token) => (token.type === 'footnotes' ? token.tokens : []));
  if (texts.length === 0) return '';
  tools.context.pause = null;
  const items = texts.map((text) => renderItem(text, above, tools));
  return `\n<ol class="footnotes">\n${items.join('')}</ol>\n`;
}

function renderItem(
  text: Token,
  above: string,
  { context, renderBlocks }: { context: SlideContext; renderBlocks: RenderBlocks },
): string {
  if (text.type !== 'footnotetext' || !text.mark) return '';
  const { mark, tokens } = text;
  context.words.set(text, nameOf(mark, context));
  const content = renderBlocks(tokens, context).trimEnd();
  const end = PARAGRAPH_END.exec(content)?.[0] ?? '';
  const words = content.slice(0, content.length - end.length);
  const start = html`<li id="${idOfText(mark, context)}">`.markup;
  const step = findStep(above, idOfMark({ ...mark, count: 1 }, context));
  return mergeAttributes(`${start}${words}${writeBackLinks(mark, context)}${end}</li>\n`, step);
}

/** Writes a link back to each mark of a footnote. */
function writeBackLinks(mark: FootnoteMark, context: SlideContext): string {
  const marks = Array.from({ length: mark.count }, (_, index) => ({ ...mark, count: index + 1 }));
  const links = marks.map((each) => {
    const words = `Back to footnote ${mark.number}${mark.count > 1 ? `, mark ${each.count}` : ''}`;
    const href = `#${encodeURIComponent(idOfMark(each, context))}`;
    return html` <a class="footnote-back" href="${href}" role="doc-backlink" aria-label="${words}"${english(context)}>↑</a>`
      .markup;
  });
  return links.join('');
}

/** Returns the attributes of the step with which a mark appears; none for one that is there from the start. */
function findStep(markup: string, id: string): Attribute[] {
  if (!markup.includes('data-fragment-index')) return [];
  const open: { name: string; step: Attribute[] }[] = [];
  for (const piece of scanHtml(markup)) {
    if (piece.kind === 'close') {
      const at = open.findLastIndex(({ name }) => name === piece.name);
      if (at >= 0) open.length = at;
    }
    if (piece.kind !== 'open') continue;
    const { name, attributes } = piece;
    if (attributes.some((each) => each.name === 'id' && each.value === id)) {
      return open.findLast(({ step }) => step.length > 0)?.step ?? [];
    }
    if (!isVoid(name) && !piece.isSelfClosing) open.push({ name, step: stepOf(attributes) });
  }
  return [];
}

function stepOf(attributes: readonly Attribute[]): Attribute[] {
  const index = attributes.find(({ name }) => name === 'data-fragment-index');
  const classes = attributes.find(({ name }) => name === 'class')?.value ?? '';
  if (!index || SHOWN_FIRST.test(classes)) return [];
  return [{ name: 'class', value: 'fragment' }, index];
}

/** Returns the mark that a footnote has in Markdown, where labels are those of a whole file. */
function nameOf({ key, number }: FootnoteMark, { id }: SlideContext): string {
  return `[^${id}-${key}${number}]`;
}

function idOfMark({ key, number, count }: FootnoteMark, { id }: SlideContext): string {
  return `${id}.${key}mark-${number}${count > 1 ? `-${count}` : ''}`;
}

function idOfText({ key, number }: FootnoteMark, { id }: SlideContext): string {
  return `${id}.${key}note-${number}`;
}

function english({ talk }: SlideContext): Html | false {
  return markEnglish(talk.meta.language);
}

const PARAGRAPH_END = /<\/p>$/;
/** Effects of reveal.js on what is visible before its step. */
const SHOWN_FIRST = /(?:^|\s)(?:fade-out|semi-fade-out|grow|shrink|strike|highlight-\S+)(?:\s|$)/;
