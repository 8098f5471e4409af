import { escapeHtml } from '../../../html/html.ts';
import { hasOptionalEnd, isVoid, scanHtml } from '../../../html/tags.ts';
import type { Token } from '../../../model/token.ts';
import type { DeckSlide } from '../../deck.ts';

/** Layouts that show a title of their own, which the first heading of a slide is. */
const TITLED = new Set<unknown>(['cover', 'section', 'statement', 'end']);

/**
 * Writes the first heading of a slide as HTML, where it is in an element: a heading of Markdown would be the title, which
 * a talk has above all else. One with more than words, code and emphasis stays.
 */
export function keepInnerHeading(edited: DeckSlide, { keys }: DeckSlide): void {
  const { tokens } = edited;
  const at = tokens.findIndex(({ type }) => type === 'heading');
  const heading = tokens[at];
  if (heading?.type !== 'heading' || TITLED.has(keys.layout)) return;
  if (countOpen(tokens.slice(0, at)) === 0 || tokens[at + 1]?.type === 'comment') return;
  const words = writeInline(heading.tokens ?? []);
  if (words === null) return;
  const name = `h${Math.max(2, heading.depth)}`;
  const { start, end } = edited.stretch(heading);
  const lead = /^\s*/.exec(edited.edits.text.slice(start, end))?.[0] ?? '';
  // HTML ends at a blank line.
  const gap = /^[ \t]*\n[ \t]*(?:\n|$)/.test(edited.edits.text.slice(end)) ? '' : '\n';
  edited.edits.replace({ start, end }, `${lead}<${name}>${words}</${name}>${gap}`);
}

/** Counts the elements that are open behind some tokens. */
function countOpen(tokens: readonly Token[]): number {
  let count = 0;
  for (const token of tokens) {
    if (token.type !== 'html') continue;
    for (const piece of scanHtml(token.raw)) {
      if (piece.kind === 'open' && !piece.isSelfClosing && !isVoid(piece.name))
        count += hasOptionalEnd(piece.name) ? 0 : 1;
      if (piece.kind === 'close' && !hasOptionalEnd(piece.name)) count = Math.max(0, count - 1);
    }
  }
  return count;
}

/** Writes words, code and emphasis as HTML; null where there is anything else. */
function writeInline(tokens: readonly Token[]): string | null {
  let html = '';
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'escape') html += escapeHtml(token.text);
    else if (token.type === 'codespan') html += `<code>${escapeHtml(token.text)}</code>`;
    else if (token.type === 'strong' || token.type === 'em') {
      const inside = writeInline(token.tokens ?? []);
      if (inside === null) return null;
      html += `<${token.type}>${inside}</${token.type}>`;
    } else return null;
  }
  return html;
}
