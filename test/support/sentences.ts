/** A fence of code, from its first line to its last. */
const FENCE = /^( *)(`{3,}|~{3,})[^]*?^\1\2$/gm;
/** What begins a text of its own: a heading, a list item, a quotation, a container or a comment. */
const OPENER = /^\s*(?:#{1,6}|[-*+]|\d+\.|>|:::|<!--)\s/;
const TABLE = /^\s*\|/;
const CELL = /(?<!\\)\|/;
const CODE = /(`+)(?!`)[^]*?[^`]\1(?!`)/g;
const LINK = /\[([^\]]*)\]\([^)]*\)/g;
const EMPHASIS = /\*\*|(?<!\w)_|_(?!\w)/g;
const SENTENCE_END = /(?<=[.!?:][)"]?)\s+(?=[A-Z`"“(])/;
const WORD = /[\p{L}\p{N}]/u;

/** A sentence of a page, with code as one word and links as their words. */
export interface Sentence {
  /** The line on which its paragraph, list item or row begins. */
  line: number;
  text: string;
  words: number;
}

/** Lists the sentences of a page of Markdown: of paragraphs, list items, headings and cells, and not of code. */
export function listSentences(markdown: string): Sentence[] {
  const text = markdown.replace(FENCE, (code) => '\n'.repeat(code.split('\n').length - 1));
  return listTexts(text).flatMap(({ line, text: whole }) =>
    whole
      .replace(CODE, '`code`')
      .replace(LINK, '$1')
      .replace(EMPHASIS, '')
      .split(SENTENCE_END)
      .map((sentence) => ({ line, text: sentence, words: countWords(sentence) })),
  );
}

/** Lists paragraphs, items, headings and the parts of cells, each in one line. */
function listTexts(markdown: string): { line: number; text: string }[] {
  const texts: { line: number; text: string }[] = [];
  let isOpen = false;
  for (const [at, line] of markdown.split('\n').entries()) {
    const own = { line: at + 1, text: line.trim() };
    const last = texts.at(-1);
    if (TABLE.test(line))
      for (const text of line.split(CELL).flatMap((cell) => cell.split('; ')))
        texts.push({ ...own, text: text.trim() });
    else if (isOpen && last && own.text !== '' && !OPENER.test(line)) last.text += ` ${own.text}`;
    else texts.push(own);
    isOpen = own.text !== '' && !TABLE.test(line) && !/^\s*#/.test(line);
  }
  return texts;
}

function countWords(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => WORD.test(word)).length;
}
