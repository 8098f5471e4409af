import type { Dialect } from '../model/import/imported-deck.ts';
import type { SourceText } from '../source/source.ts';
import type { DialectReader } from './dialect.ts';
import { splitHead } from './cut-slides.ts';
import { readForeignMatter } from './matter.ts';

/** A dialect, and the sign in the deck by which it was recognised. */
export interface Recognised {
  dialect: Dialect;
  because: string;
}

/** Recognises the program for which a deck was written: by its name, then its keys, then its text. */
export function recogniseDialect(
  { path, text }: SourceText,
  readers: readonly DialectReader[],
): Recognised {
  const { head, headLine, body } = splitHead(text);
  const { keys } = readForeignMatter(head, { file: path, line: headLine });
  const words = withoutCode(body);
  const searches: ((reader: DialectReader) => string | undefined)[] = [
    ({ signs }) => (signs.name?.test(path) ? 'its name says so' : undefined),
    ({ signs }) => {
      const key = keys.find(({ name }) => signs.keys?.test(name));
      return key && `its front matter has "${key.name}"`;
    },
    ({ signs }) => (signs.text?.pattern.test(words) ? `it has ${signs.text.what}` : undefined),
  ];
  for (const search of searches) {
    for (const reader of readers) {
      const because = search(reader);
      if (because !== undefined) return { dialect: reader.name, because };
    }
  }
  return { dialect: 'markdown', because: 'it has nothing that only one program reads' };
}

function withoutCode(text: string): string {
  return text.replaceAll(FENCES, '').replaceAll(CODE, '');
}

const FENCES = /^( {0,3})(`{3,}|~{3,})[^]*?\n\1\2`*[ \t]*$/gm;
const CODE = /`[^`\n]+`/g;
