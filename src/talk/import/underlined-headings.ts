import { scanLines } from './scan-lines.ts';

/**
 * Writes underlined headings with `#` and `##`, since a line of dashes begins a slide in a talk; lines keep their
 * numbers. Three dashes are left alone where they are a cut; more of them below one line of text underline it.
 */
export function rewriteUnderlines(text: string, { hasDashes = true } = {}): string {
  const lines = scanLines(text);
  const written = lines.map((line) => line.text);
  const underline = hasDashes ? /^ {0,3}(?:=+|-+)[ \t]*$/ : /^ {0,3}(?:={2,}|-{4,})[ \t]*$/;
  lines.forEach((line, index) => {
    const above = written[index - 1] ?? '';
    const isBelowText = isParagraph(above) && !lines[index - 1]?.isInside;
    if (line.isInside || !underline.test(line.text) || !isBelowText) return;
    const first = written.findLastIndex((each, at) => at < index && !isParagraph(each)) + 1;
    if (!hasDashes && line.text.includes('-') && first < index - 1) return;
    const words = written.slice(first, index).map((each) => each.trim());
    written[first] = `${line.text.includes('=') ? '#' : '##'} ${words.join(' ')}`;
    for (let at = first + 1; at <= index; at++) written[at] = '';
  });
  return written.join('\n') + (text.endsWith('\n') ? '\n' : '');
}

/** Checks whether a line is the text of a paragraph, which a line of dashes below it makes a heading. */
function isParagraph(line: string): boolean {
  return line.trim() !== '' && !NO_PARAGRAPH.test(line);
}

const NO_PARAGRAPH =
  /^(?: {0,3}(?:#{1,6}(?:\s|$)|>|[-*+]\s|\d{1,9}[.)]\s|(?:```|~~~)|\||<|:::|[-*_](?:[ \t]*[-*_]){2,}[ \t]*$)| {4}|\t)/;
