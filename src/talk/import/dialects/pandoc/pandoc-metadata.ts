import { splitHead, type HeadedText } from '../../cut-slides.ts';
import { readForeignMatter, type ForeignKey } from '../../matter.ts';
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

/** Takes the lines "% title", "% author" and "% date" at the top of a deck, which become blank. */
export function takeTitleLines(text: string): { text: string; keys: ForeignKey[] } {
  const [block = ''] = /^(?:%[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){1,3}/.exec(text) ?? [];
  if (block === '') return { text, keys: [] };
  const fields = block.split(/^%/m).slice(1);
  const keys = ['title', 'author', 'date'].flatMap((name, index): ForeignKey[] => {
    const written = (fields[index] ?? '').trim();
    if (written === '') return [];
    const value =
      name === 'author' ? written.split(/\s*(?:;|\n)\s*/) : written.replaceAll(/\s*\n\s*/g, ' ');
    return [{ name, value, written, span: { file: '', line: index + 1, column: 1, length: 1 } }];
  });
  return { text: block.replaceAll(/[^\n]/g, '') + text.slice(block.length), keys };
}
