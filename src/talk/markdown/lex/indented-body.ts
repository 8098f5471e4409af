import { isSlideLine } from '../cut.ts';

/** How far the text of a construct reaches whose later paragraphs are indented. */
export interface IndentedBody {
  /** Length of the source, with the first line. */
  length: number;
  /** The text without its mark and indentation. */
  text: string;
  /** Whether it has a blank line within, so that it consists of paragraphs. */
  isLoose: boolean;
}

/** A mark and what is below it. */
interface BodyOptions {
  /** Length of the mark, and the indentation of what belongs to it below a blank line. */
  mark: number;
  indent: number;
  /** Reports whether a line begins something else; `next` is the one below it. */
  isEnd(line: string, next: string): boolean;
}

/**
 * Measures a construct that begins with a mark, such as a footnote: lines without indentation continue a paragraph, and
 * indented ones below a blank line belong to it as well.
 */
export function measureBody(src: string, { mark, indent, isEnd }: BodyOptions): IndentedBody {
  let shift: number | undefined;
  let end = endOfLine(src, 0);
  const kept = [src.slice(mark, end)];
  let isOpen = kept[0]?.trim() !== '';
  let blanks: string[] = [];
  for (let at = end; at < src.length;) {
    const next = endOfLine(src, at);
    const line = src.slice(at, next);
    const isBlank = line.trim() === '';
    const blank = line.search(/\S|$/);
    const isIndented = !isBlank && blank >= indent;
    if (isIndented) shift ??= Math.min(blank, MAX_SHIFT);
    const isApart = (): boolean =>
      isBlockStart(line) || isEnd(line, src.slice(next, endOfLine(src, next)));
    if (!isBlank && !isIndented && (!isOpen || isApart())) break;
    isOpen = !isBlank;
    if (isBlank) blanks.push('\n');
    else {
      kept.push(...blanks, line.slice(Math.min(blank, shift ?? 0)));
      blanks = [];
      end = next;
    }
    at = next;
  }
  const isLoose = kept.some((line) => line.trim() === '');
  return { length: end, text: kept.join('').trimEnd(), isLoose };
}

/** Returns where the line at a place ends, with its line break. */
function endOfLine(src: string, at: number): number {
  const end = src.indexOf('\n', at);
  return end < 0 ? src.length : end + 1;
}

/** Reports whether a line begins a block of its own, so that it continues no paragraph. */
function isBlockStart(line: string): boolean {
  return BLOCK_START.test(line) || isSlideLine(line.trimEnd());
}

/** More spaces belong to the text, which may be code. */
const MAX_SHIFT = 4;
const BLOCK_START =
  /^ {0,3}(?:#{1,6}(?:\s|$)|[-*+]\s|\d{1,9}[.)]\s|[>|<]|`{3}|~{3}|::|\$\$|\[\^[^\]\s]+\]:|notes?:(?:\s|$)|\?{3}\s*$)/i;
