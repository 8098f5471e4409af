import { splitHead } from '../../cut-slides.ts';
import type { Deck } from '../../deck.ts';
import type { ReadContext } from '../../dialect.ts';

/** Brings in the files that a line such as "FILE: part.md" names, as the preprocessor in the manual of reveal-md does. */
export function includeFiles(text: string, path: string, { readFile }: ReadContext): string {
  if (!/^FILE:/m.test(text)) return text;
  return text.replaceAll(/^FILE:[ \t]*(\S+)[ \t]*$/gm, (line, address: string) => {
    const found = readFile(address, path);
    return found ? splitHead(found.text).body.trim() : line;
  });
}

/** Notes the program that rewrites a deck before it is read: the one that its settings name, or one beside it. */
export function notePreprocessor(
  named: unknown,
  deck: Deck,
  { path, context }: { path: string; context: ReadContext },
): void {
  const preprocessor = named ?? PREPROCESSORS.find((name) => context.readFile(name, path));
  if (typeof preprocessor !== 'string') return;
  const span = { file: path, line: 1, column: 1, length: 1 };
  const became = 'Programs of a deck do not run, and this one may cut it into other slides.';
  deck.notes.push({ outcome: 'manual', what: `preprocessor: ${preprocessor}`, became, span });
}

/** Names of the program that reveal-md runs over a deck, where only its command line says so. */
const PREPROCESSORS = ['preproc.js', 'preprocess.js', 'preprocessor.js'];
