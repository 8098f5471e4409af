import { html } from '../../../html/html.ts';

/** Remaining lines of a hunk on each side. */
interface Hunk {
  removed: number;
  added: number;
}

const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;
const HEADER =
  /^(?:diff |index [\da-f]|(?:new|deleted) file mode|(?:old|new) mode|similarity index|dissimilarity index|(?:rename|copy) (?:from|to)|Binary files|GIT binary patch|Index: |={5,}$|-- $)/;

/** Lines that cannot be in a hunk: the next hunk or file, when the counts are too large. */
const NEXT = /^(?:@@ |diff |Index: |From [\da-f]{7})/;
/** The version of git, after its closing `-- `. */
const VERSION = /^\d+(?:\.\d+)+/;

/**
 * Highlights a diff line by line. Inside a hunk, the counts of its `@@` line decide, so `---i;` is a removed line.
 * Outside, `---` and `+++` are headers only as a pair, and git's closing `-- ` is not a removed line.
 */
export function highlightDiff(code: string): string[] {
  const lines = code.split('\n');
  let hunk: Hunk | null = null;
  return lines.map((line, index) => {
    if (hunk && (isOver(hunk) || NEXT.test(line) || isClosing(lines, index, hunk))) hunk = null;
    const kind: string | null = hunk ? readHunkLine(line, hunk) : readLine(lines, index);
    if (!hunk) hunk = readHunk(line);
    return kind === null
      ? html`${line}`.markup
      : html`<span class="hljs-${kind}">${line}</span>`.markup;
  });
}

function isOver({ removed, added }: Hunk): boolean {
  return removed <= 0 && added <= 0;
}

/** Reports whether a line is git's closing `-- ` although the counts of its hunk are too large. */
function isClosing(lines: readonly string[], index: number, { removed, added }: Hunk): boolean {
  const [line, next] = [lines[index] ?? '', lines[index + 1]];
  if (line.trimEnd() !== '--') return false;
  if (next !== undefined && VERSION.test(next)) return true;
  const isLast = lines.slice(index + 1).every((one) => one.trim() === '');
  return line === '-- ' && isLast && removed + added > 1;
}

function readHunk(line: string): Hunk | null {
  const match = HUNK.exec(line);
  return match ? { removed: Number(match[1] ?? 1), added: Number(match[2] ?? 1) } : null;
}

function readHunkLine(line: string, hunk: Hunk): string | null {
  if (line.startsWith('-')) {
    hunk.removed--;
    return 'deletion';
  }
  if (line.startsWith('+')) {
    hunk.added--;
    return 'addition';
  }
  if (line.startsWith('\\')) return 'comment';
  hunk.removed--;
  hunk.added--;
  return null;
}

/** Reads a line outside a counted hunk: a header, or a line of an excerpt without headers. */
function readLine(lines: readonly string[], index: number): string | null {
  const line = lines[index] ?? '';
  if (line.startsWith('@@')) return 'meta';
  if (HEADER.test(line) || isFileHeader(lines, index)) return 'comment';
  if (line.startsWith('-')) return 'deletion';
  return line.startsWith('+') ? 'addition' : null;
}

/** Reports whether a line is one of the two file names: `--- a/x` right above `+++ b/x`. */
function isFileHeader(lines: readonly string[], index: number): boolean {
  const isPair = (at: number): boolean =>
    /^--- \S/.test(lines[at] ?? '') && /^\+\+\+ \S/.test(lines[at + 1] ?? '');
  return isPair(index) || isPair(index - 1);
}
