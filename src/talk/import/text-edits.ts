import type { Token } from '../model/token.ts';
import type { Span } from '../model/problem.ts';

/** A stretch of a text: offsets of its start and its end. */
export interface Stretch {
  start: number;
  end: number;
}

interface Edit extends Stretch {
  text: string;
}

/** Edits of a text by the places of its tokens; what no edit touches stays as it was written. */
export class TextEdits {
  readonly text: string;
  readonly #firstLine: number;
  readonly #starts: number[];
  readonly #edits: Edit[] = [];

  /** `firstLine` is the line of its file on which the text begins. */
  constructor(text: string, firstLine: number) {
    this.text = text;
    this.#firstLine = firstLine;
    this.#starts = listLineStarts(text);
  }

  /** Returns the stretch of a token, whose lines can stand behind the mark of a list or a quotation. */
  stretchOf({ raw, span }: Pick<Token, 'raw' | 'span'>): Stretch {
    const start = this.offsetOf(span);
    const words = raw.trim();
    if (this.text.startsWith(words, start)) return { start, end: start + words.length };
    const last = words.slice(words.lastIndexOf('\n') + 1).trim();
    const row = span.line - this.#firstLine + words.split('\n').length - 1;
    const line = this.#starts[row] ?? this.text.length;
    const found = this.text.indexOf(last, Math.max(line, start));
    return { start, end: found < 0 ? this.#endOfLine(row) : found + last.length };
  }

  /** Returns the offset of a place. */
  offsetOf({ line, column }: Pick<Span, 'line' | 'column'>): number {
    const start = this.#starts[line - this.#firstLine] ?? this.text.length;
    return Math.min(this.text.length, start + column - 1);
  }

  /** Returns the line and the column of an offset. */
  placeOf(offset: number): Pick<Span, 'line' | 'column'> {
    const row = this.#starts.findLastIndex((start) => start <= offset);
    return { line: this.#firstLine + row, column: offset - (this.#starts[row] ?? 0) + 1 };
  }

  /** Replaces a stretch. Of two edits that overlap, the one that covers more wins. */
  replace({ start, end }: Stretch, text: string): void {
    this.#edits.push({ start, end, text });
  }

  /** Removes a stretch, and with it the line when nothing else is on it; of two blank lines around it one stays. */
  remove({ start, end }: Stretch): void {
    const from = this.text.lastIndexOf('\n', start - 1) + 1;
    const newline = this.text.indexOf('\n', end);
    const to = newline < 0 ? this.text.length : newline;
    const isAlone = (this.text.slice(from, start) + this.text.slice(end, to)).trim() === '';
    if (isAlone) {
      const next = newline < 0 ? to : to + 1;
      const isBetweenBlanks = /(?:^|\n)[ \t]*\n$/.test(this.text.slice(0, from));
      const blank = isBetweenBlanks
        ? (/^[ \t]*\n/.exec(this.text.slice(next))?.[0].length ?? 0)
        : 0;
      this.replace({ start: from, end: next + blank }, '');
    } else this.replace({ start, end }, '');
  }

  /** Inserts text at an offset. */
  insert(offset: number, text: string): void {
    this.replace({ start: offset, end: offset }, text);
  }

  /** Returns the edited text. */
  apply(): string {
    let at = 0;
    let result = '';
    for (const { start, end, text } of this.#listOuter()) {
      result += this.text.slice(at, start) + text;
      at = end;
    }
    return result + this.text.slice(at);
  }

  /** Lists the edits in order, without those inside others. */
  #listOuter(): Edit[] {
    const outer: Edit[] = [];
    const sorted = [...this.#edits].sort((a, b) => a.start - b.start || b.end - a.end);
    for (const edit of sorted) {
      const last = outer.at(-1);
      if (!last || edit.start >= last.end) outer.push(edit);
    }
    return outer;
  }

  #endOfLine(row: number): number {
    return (this.#starts[row + 1] ?? this.text.length + 1) - 1;
  }
}

function listLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
