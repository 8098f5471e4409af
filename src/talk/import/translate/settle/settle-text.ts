import { looksLikeMatter } from '../../../markdown/slide-matter.ts';
import type { CodeToken, Token } from '../../../model/token.ts';
import { toLine, type DeckSlide } from '../../deck.ts';
import { keepInnerHeading } from '../elements/inner-headings.ts';
import { breakAtPictures } from './picture-breaks.ts';
import { takeTightFormulas } from './tight-formulas.ts';
import { fitSteps } from './long-steps.ts';
import { walkTokens } from '../../walk.ts';

/**
 * Settles what would have another meaning in a talk than in the deck: braces, words that look like settings or begin
 * notes, and line steps. Fences are closed, and commands that load packages left out.
 */
export function settleText(edited: DeckSlide, slide: DeckSlide, css: readonly string[] = []): void {
  escapeMatter(edited, slide);
  closeFence(edited);
  keepInnerHeading(edited, slide);
  noteOrder(edited, slide, css.join('\n'));
  walkTokens(edited.tokens, (token) => {
    if (OPEN_COMMENT.test(token.raw)) dropOpenComment(token, edited, slide);
    if (token.type === 'html' && token.pieces?.length) return escapeInHtml(token.pieces, edited);
    // A line of dashes that draws a rule in the deck would begin a slide.
    if ((token.type === 'hr' || token.type === 'cut') && token.raw.trim().startsWith('---'))
      edited.replace(token, '***');
    if (token.type === 'paragraph') breakAtPictures(token, edited, edited.stretch(token).start);
    if (token.type === 'text' && !token.tokens)
      takeTightFormulas(token, edited, edited.stretch(token).start);
    if (token.type === 'braces') settleUnits(token, edited);
    if (token.type === 'blockquote') closeQuotedFence(token, edited);
    if (token.type === 'value' || token.type === 'openvalue') escape(token, 0, edited);
    else if (token.type === 'noteline') escape(token, Math.max(0, token.raw.indexOf(':')), edited);
    else if (token.type === 'code' && token.codeBlockStyle !== 'indented')
      settleSteps(token, edited);
    else if (token.type === 'formula') dropPackages(token, edited, slide);
    return false;
  });
}

/** Writes the size of a picture in pixels, where it is in a unit of paper. */
function settleUnits(token: Token, edited: DeckSlide): void {
  const became = token.raw.replaceAll(
    /\b(width|height)=([\d.]+)(in|cm|mm|pt|em)\b/g,
    (_, side: string, amount: string, unit: string) =>
      `${side}=${Math.round(Number(amount) * (UNITS[unit] ?? 1))}px`,
  );
  if (became !== token.raw) edited.replace(token, became.trim());
}

const UNITS: Readonly<Record<string, number>> = { in: 96, cm: 37.8, mm: 3.78, pt: 1.333, em: 28 };

/** Notes that a heading below other content stands above it in a talk. */
function noteOrder(edited: DeckSlide, slide: DeckSlide, css: string): void {
  const at = edited.tokens.findIndex(({ type }) => type === 'heading');
  const heading = edited.tokens[at];
  const isAbove = edited.tokens
    .slice(0, Math.max(0, at))
    .some(
      ({ type, raw }) =>
        /^(?:paragraph|list|table|code|blockquote|formula)$/.test(type) ||
        (type === 'html' && showsInOrder(raw, css)),
    );
  if (!heading || !isAbove) return;
  const what = toLine(heading.raw);
  const start = Math.max(0, slide.edits.text.indexOf(heading.raw.trim()));
  const span = slide.spanOf({ start, end: start + what.length });
  const became = 'The title of a slide stands above what the deck has before it.';
  slide.notes.push({ outcome: 'approximated', what, became, span });
}

/** A rule that takes the elements of a class out of the order of a slide. */
const LIFTED = /\.([\w-]+)[^{}.]*\{[^{}]*\bposition\s*:\s*absolute/g;

/** Checks whether HTML shows words or a picture at its place among the others. */
function showsInOrder(raw: string, css: string): boolean {
  const [, classes = ''] = /^\s*<[^>]*\bclass=["']?([^"'>]*)/.exec(raw) ?? [];
  const lifted = new Set([...css.matchAll(LIFTED)].map(([, name]) => name));
  const isLifted = classes.split(/\s+/).some((name) => lifted.has(name));
  if (isLifted || /\b(?:abs-|absolute|fixed)|^<(?:style|script)\b/.test(raw.trim())) return false;
  return (
    /<(?:img|svg|video|iframe)\b/.test(raw) ||
    /[\p{L}\p{N}]/u.test(raw.replaceAll(/<[^>]*>|&[\w#]+;/g, ''))
  );
}

/** Closes the fence that is open at the end of a slide, where programs end it as well. */
function closeFence(edited: DeckSlide): void {
  const mark = findOpenMark(edited.tokens);
  if (mark !== '') edited.edits.insert(edited.edits.text.length, `\n${mark}`);
}

/** Closes the fence that is open at the end of a quotation, where Markdown ends it as well. */
function closeQuotedFence(quote: Token & { tokens: Token[] }, edited: DeckSlide): void {
  const mark = findOpenMark(quote.tokens);
  if (mark !== '') edited.edits.insert(edited.stretch(quote).end, `\n> ${mark}`);
}

/** Returns the mark of the fence that the last of some tokens opens and does not close; empty for none. */
function findOpenMark(tokens: readonly Token[]): string {
  const last = tokens.findLast(({ type }) => type !== 'space');
  if (last?.type !== 'code' || last.codeBlockStyle === 'indented') return '';
  const [, mark = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(last.raw) ?? [];
  const isClosed = last.raw.trimEnd().split('\n').length > 1 && last.raw.trimEnd().endsWith(mark);
  return isClosed ? '' : mark;
}

/** Writes a backslash before a sign that is text. */
function escape(token: Token, offset: number, edited: DeckSlide): void {
  const start = edited.stretch(token).start + offset;
  if (edited.edits.text[start - 1] !== '\\') edited.edits.insert(start, '\\');
}

/** Writes the second brace in HTML as a reference, since a backslash is text there. */
function escapeInHtml(pieces: readonly Token[], edited: DeckSlide): true {
  for (const piece of pieces) {
    if (piece.type !== 'value') continue;
    const { start } = edited.stretch(piece);
    edited.edits.replace({ start: start + 1, end: start + 2 }, '&#123;');
  }
  return true;
}

/** Writes a backslash before the colon of a line that is text in the deck, and that a talk would report as lost front matter. */
function escapeMatter(edited: DeckSlide, slide: DeckSlide): void {
  const [first] = edited.tokens;
  if (first?.type !== 'paragraph' && first?.type !== 'heading') return;
  if (!looksLikeMatter(first.text)) return;
  const { start, end } = edited.stretch(first);
  const written = edited.edits.text.slice(start, end);
  for (const { index } of written.matchAll(/:(?=[ \t]|$)/gm))
    edited.edits.insert(start + index, '\\');
  const [line = ''] = written.split('\n');
  const became =
    'It looks like settings that a formatter moved; the deck shows it as text as well.';
  const span = slide.spanOf({ start: 0, end: slide.edits.text.length });
  slide.notes.push({ outcome: 'manual', what: line, became, span });
}

/** Leaves out the steps for lines that the code does not have, and splits those that have no room on a slide. */
function settleSteps(token: CodeToken, edited: DeckSlide): void {
  const info = token.lang ?? '';
  const [whole, steps = ''] = STEPS.exec(info) ?? [];
  if (whole === undefined) return;
  const first = Number(/\{startLine=(\d+)\}/.exec(info)?.[1] ?? 1);
  const last = first + token.text.split('\n').length - 1;
  const kept = steps.split('|').flatMap((step) => {
    if (/^\s*(?:all|none|\*)?\s*$/.test(step)) return [step.trim().replace('*', 'all') || 'all'];
    const ranges = step.split(',').filter((range) => isWithin(range, first, last));
    return ranges.length === 0 ? [] : [ranges.map((range) => range.trim()).join(',')];
  });
  const became =
    kept.length === 0 ? '' : `{${fitSteps(kept.join('|'), token.text.split('\n'), first)}}`;
  if (became === whole) return;
  const at = edited.edits.text.indexOf(whole, edited.stretch(token).start);
  if (at >= 0) edited.edits.replace({ start: at, end: at + whole.length }, became);
}

function isWithin(range: string, first: number, last: number): boolean {
  const [, from, to = from] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(range) ?? [];
  return (
    from !== undefined && Number(from) >= first && Number(to) <= last && Number(from) <= Number(to)
  );
}

/** Leaves out commands of MathJax that load packages; what these hold is there without them. */
function dropPackages(token: Token, edited: DeckSlide, slide: DeckSlide): void {
  const { start } = edited.stretch(token);
  for (const found of token.raw.matchAll(/\\require\s*\{[^{}]*\}\s*/g)) {
    const at = edited.edits.text.indexOf(found[0], start);
    if (at < 0) continue;
    edited.edits.replace({ start: at, end: at + found[0].length }, '');
    const from = Math.max(0, slide.edits.text.indexOf(found[0]));
    const stretch = { start: from, end: from + found[0].length };
    slide.note(stretch, 'dropped', 'Formulas load no packages; what KaTeX has is there.');
  }
}

/** Leaves out a comment that is never closed, with the rest of the block in which it begins. */
function dropOpenComment(token: Token, edited: DeckSlide, slide: DeckSlide): void {
  if (token.type !== 'html' && token.type !== 'opencomment') return;
  const { start, end } = edited.stretch(token);
  const at = edited.edits.text.lastIndexOf('<!--', end);
  if (at < start) return;
  edited.edits.remove({ start: at, end: start + token.raw.trimEnd().length });
  const [written = ''] = OPEN_COMMENT.exec(token.raw) ?? [];
  const from = Math.max(0, slide.edits.text.indexOf(written));
  const stretch = { start: from, end: from + written.length };
  slide.note(stretch, 'dropped', 'This comment is not closed, so what it holds is not seen.');
}

const OPEN_COMMENT = /<!--(?![^]*-->)[^]*$/;
/** Line steps in braces behind the language of a fence. */
const STEPS = /\{[ \t]*((?:\d+|all|none|\*)?(?:[ \t]*[-,|][ \t]*(?:\d+|all|none|\*)?)*)[ \t]*\}/;
