import { scanLines } from '../scan-lines.ts';

/** Writes a blank behind the signs of headings where a program needs none; lines keep their numbers. */
export function spaceHeadings(text: string): string {
  return mapLines(text, (line) => line.replace(/^(#{1,6})(?=[^\s#!\d[{])/, '$1 '));
}

/** Puts addresses of pictures that hold blanks between angle brackets, by which Markdown reads them. */
export function frameAddresses(text: string): string {
  if (!text.includes('](')) return text;
  return mapLines(text, (line) =>
    line.replaceAll(
      SPACED,
      (_, before: string, address: string) => `${before}<${address.trim()}>)`,
    ),
  );
}

const SPACED =
  /(!\[[^\]]*\]\()[ \t]*((?![<"])[^()<>"'\n]*[^\s()<>"'][ \t]+[^()<>"'\n]*\.(?:png|jpe?g|gif|svg|webp|avif|mp4|webm))[ \t]*\)/gi;

/** Ends elements without content at their line, where a program reads Markdown below them; lines keep their numbers. */
export function endVoidElements(text: string): string {
  const lines = scanLines(text);
  return mapLines(text, (written, index) => {
    // Browsers read the end of a break as a break.
    const line = written.replaceAll(
      /(`[^`]*`)|<\/br[ \t]*>/gi,
      (_, code?: string) => code ?? '<br>',
    );
    const isMarkdown =
      /^(?:#{1,6}[ \t]|[-*+][ \t]|\d+[.)][ \t]|!?\[|\*\*|`{3}|~{3}|\.[A-Za-z][\w.-]*\[)/.test(
        lines[index + 1]?.text ?? '',
      );
    // Words before the tag make a paragraph of the line, which Markdown may follow.
    return isMarkdown && /^[ \t]*(?:<(?:br|hr)[ \t]*\/?>[ \t]*)+$/i.test(line)
      ? `&#8203;${line}`
      : line;
  });
}

/** Moves the sign that ends a tag over several lines up to the line above, since Markdown takes it for a quotation. */
export function closeTags(text: string): string {
  const lines = scanLines(text).map((line) => (line.isInside ? '```' : line.text));
  return mapLines(text, (line, index) => {
    if (isTagEnd(lines, index)) return '';
    return isTagEnd(lines, index + 1) ? `${line}>` : line;
  });
}

function isTagEnd(lines: readonly string[], index: number): boolean {
  if (!/^ {0,3}>[ \t]*$/.test(lines[index] ?? '')) return false;
  const above = lines.slice(Math.max(0, index - MAX_TAG), index);
  const start = above.findLastIndex((line) => /^ {0,3}<[A-Za-z][\w-]*(?:\s[^>]*)?$/.test(line));
  return (
    start >= 0 &&
    !above
      .slice(start + 1)
      .some((line) => line.trim() === '' || /[<>]|```/.test(line.replaceAll(QUOTED, '')))
  );
}

const MAX_TAG = 30;
const QUOTED = /"[^"]*"|'[^']*'/g;

function mapLines(text: string, write: (line: string, index: number) => string): string {
  return scanLines(text)
    .map((line, index) => {
      const end = text.slice(line.start + line.text.length, line.end);
      return (line.isInside ? line.text : write(line.text, index)) + end;
    })
    .join('');
}
