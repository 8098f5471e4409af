/** A line of a text, with its number from 1, its offset, and whether a fence or a comment contains it. */
export interface ScannedLine {
  text: string;
  line: number;
  start: number;
  /** Offset behind its line end. */
  end: number;
  isInside: boolean;
}

/** Returns a text as readers take it: without a byte order mark, and with the line ends of Unix. */
export function plainLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

/** Lists the lines of a text; a line within a code fence or an HTML comment is inside, and so is one that opens or closes it. */
export function scanLines(text: string): ScannedLine[] {
  const lines: ScannedLine[] = [];
  let fence: string | null = null;
  let isComment = false;
  let line = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    const words = text.slice(start, newline < 0 ? undefined : newline);
    const marker = isComment ? undefined : FENCE.exec(words)?.[1];
    const wasOpen = fence !== null || isComment;
    if (fence !== null) {
      if (marker && closes(words, marker, fence)) fence = null;
    } else if (marker) fence = marker;
    else isComment = isCommentOpen(words, isComment);
    const isInside = wasOpen || fence !== null || isComment;
    lines.push({ text: words, line: ++line, start, end, isInside });
    start = end;
  }
  return lines;
}

function closes(line: string, marker: string, fence: string): boolean {
  return marker[0] === fence[0] && marker.length >= fence.length && line.trim() === marker;
}

function isCommentOpen(line: string, wasOpen: boolean): boolean {
  const opens = line.lastIndexOf('<!--');
  const closing = line.lastIndexOf('-->');
  if (opens < 0 && closing < 0) return wasOpen;
  return opens > closing;
}

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
