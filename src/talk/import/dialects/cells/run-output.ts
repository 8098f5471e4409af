import { escapeHtml } from '../../../html/html.ts';
import { DeckSlide, type Result } from '../../deck.ts';
import type { Span } from '../../../model/problem.ts';
import { scanLines } from '../../scan-lines.ts';
import { CLOSING_DIV, OPENING_DIV } from '../pandoc/list-divs.ts';

/** Translates what the last run has in the place of a cell, as the text of a slide of its own; its notes have the place of the cell. */
export function translateRun(
  written: string,
  { span, take, slide }: { span: Span; take: (inner: DeckSlide) => void; slide: DeckSlide },
): string {
  // A page in one file names its pictures behind the sign that begins their data.
  const text = dedent(dropFrames(written))
    .replaceAll('<!-- -->', '')
    .replaceAll(/data:image\/png;base64,#(?=[\w./-]+\.png)/g, '')
    .trim();
  const inner = new DeckSlide({ file: span.file, line: span.line, text });
  takeScripts(inner);
  take(inner);
  slide.notes.push(
    ...inner.notes
      .filter(({ outcome, isHarmless }) => outcome !== 'translated' && isHarmless !== true)
      .map((note) => ({ ...note, span })),
  );
  return [...inner.before, inner.edits.apply().trim(), ...inner.after].filter(Boolean).join('\n\n');
}

/** Removes the divisions in which Quarto puts cells and what they give. */
function dropFrames(written: string): string {
  const open: boolean[] = [];
  return scanLines(written)
    .filter(({ text, isInside }) => {
      if (isInside) return true;
      const [, braces] = OPENING_DIV.exec(text) ?? [];
      const isCell = /\.cell\b/.test(braces ?? '');
      if (OPENING_DIV.test(text)) open.push(isCell);
      else if (CLOSING_DIV.test(text)) return open.pop() !== true;
      return !isCell;
    })
    .map(({ text }) => text)
    .join('\n');
}

/** Removes the blanks that all lines have in common. */
function dedent(written: string): string {
  const lines = written.split('\n');
  const depths = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const depth = Math.min(...depths, Infinity);
  return lines.map((line) => line.slice(Number.isFinite(depth) ? depth : 0)).join('\n');
}

/** Puts a labelled place where a script of a page would draw. */
function takeScripts(slide: DeckSlide): void {
  const { text } = slide.edits;
  for (const token of slide.tokens) {
    const { start, end } = slide.stretch(token);
    const written = text.slice(start, end);
    const isRaw = token.type === 'html' || /^`{3,}\{=html\}/.test(written);
    if (isRaw && /<script\b|\bhtml-widget\b/i.test(written))
      slide.replace(token, `<div class="left-out">${escapeHtml(WIDGET_LABEL)}</div>`, WIDGET);
  }
}

const WIDGET_LABEL = 'Interactive drawing';
const WIDGET: Result = ['manual', 'A script draws this, and a talk has none: put a picture there.'];
