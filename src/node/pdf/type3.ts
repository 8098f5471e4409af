import { findScriptFont } from '../../talk/model/scripts.ts';
import { findReference, listPages, readStream, readText, type PdfFile } from './pdf-file.ts';

const TYPE3 = /\/Subtype \/Type3\b/;
const REFERENCE = /(\d+) 0 R/g;
const FONTS = /\/Font <<([^>]*)>>/;
/** What letters stand for, in a font's table: one (`<01> <5C71>`), or a row of them (`<01> <03> <5C71>`). */
const MAPPING = /<([\dA-F]+)> (?:<([\dA-F]+)> )?<([\dA-F]{4,})>/gi;
const MAX_LETTERS = 20;

/** Letters of a page that became drawings. */
export interface DrawnLetters {
  /** Place of the page in the file, from 0. */
  page: number;
  letters: string[];
}

/** Finds the pages with letters that the browser wrote as drawings, since it cannot embed the font that it has for them. */
export function findDrawnLetters(file: PdfFile): DrawnLetters[] {
  return listPages(file).flatMap((id, page) => {
    const fonts = FONTS.exec(readText(file, id))?.[1] ?? '';
    const drawn = [...fonts.matchAll(REFERENCE)].flatMap(([, font]) => {
      const body = readText(file, Number(font));
      return TYPE3.test(body) ? [body] : [];
    });
    if (drawn.length === 0) return [];
    const letters = drawn.flatMap((body) => readLetters(file, body));
    return [{ page, letters: [...new Set(letters)].sort() }];
  });
}

/** Reports slides of a talk in a language whose letters became drawings, with a hint; empty when there are none. */
export function describeDrawnLetters(
  found: readonly DrawnLetters[],
  ids: readonly string[],
  language: string,
): string[] {
  if (found.length === 0) return [];
  const letters = [...new Set(found.flatMap((each) => each.letters))].sort();
  const shown = letters.slice(0, MAX_LETTERS).join('') + (letters.length > MAX_LETTERS ? '…' : '');
  const slides = [...new Set(found.map(({ page }) => ids[page] ?? ''))].join(', ');
  const cause =
    `The browser has no TrueType font for "${shown}" on ${slides}, so they became drawings ` +
    '(a Type 3 font), for which some venues turn the page into a picture.';
  const fonts = new Set(letters.flatMap((letter) => findScriptFont(letter, language) ?? []));
  if (fonts.size === 0) return [cause];
  const names = [...fonts].map((name) => `"${name}"`).join(' and ');
  return [`${cause} Install ${names} in the project, and the export embeds the letters.`];
}

function readLetters(file: PdfFile, font: string): string[] {
  const text = readStream(readText(file, findReference(font, 'ToUnicode') ?? 0));
  if (text === null) return [];
  const lines = text.slice(text.indexOf('endcodespacerange'));
  return [...lines.matchAll(MAPPING)].flatMap(([, first = '', last, unicode = '']) => {
    const count =
      last === undefined ? 1 : Number.parseInt(last, 16) - Number.parseInt(first, 16) + 1;
    // Chromium names letters by the radicals that look the same.
    const letter = Buffer.from(unicode, 'hex').swap16().toString('utf16le').normalize('NFKC');
    const code = letter.codePointAt(0) ?? 0;
    return count === 1
      ? [letter]
      : Array.from({ length: count }, (_, index) => String.fromCodePoint(code + index));
  });
}
