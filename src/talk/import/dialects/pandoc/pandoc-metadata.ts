import { splitHead, type HeadedText } from '../../cut-slides.ts';
import { readForeignMatter } from '../../matter.ts';
import { scanLines } from '../../scan-lines.ts';

/** Splits the metadata off a deck: the front matter at its top, or the first block of YAML below a blank line. */
export function splitMetadata(text: string, file: string): HeadedText {
  const split = splitHead(text);
  if (split.head !== '') return split;
  const lines = scanLines(text);
  for (const [index, { text: words, isInside }] of lines.entries()) {
    const isBelowBlank = (lines[index - 1]?.text ?? '').trim() === '';
    const next = lines[index + 1]?.text ?? '';
    if (isInside || words.trimEnd() !== '---' || !isBelowBlank || next.trim() === '') continue;
    const closing = lines.findIndex(
      (each, at) => at > index && /^(?:---|\.\.\.)[ \t]*$/.test(each.text),
    );
    const [first, last] = [lines[index], lines[closing]];
    if (!first || !last) continue;
    const head = text.slice(first.end, last.start);
    const { keys, fault } = readForeignMatter(head, { file, line: index + 2 });
    if (fault !== null || keys.length === 0) continue;
    // Lines keep their numbers.
    const blank = text.slice(first.start, last.end).replaceAll(/[^\n]/g, '');
    const body = text.slice(0, first.start) + blank + text.slice(last.end);
    return { head, headLine: index + 2, body, bodyLine: 1 };
  }
  return split;
}
