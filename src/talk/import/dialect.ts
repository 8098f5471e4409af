import type { Dialect } from '../model/import/imported-deck.ts';
import type { SourceText } from '../source/source.ts';
import type { Deck } from './deck.ts';

/** What a reader may read in addition to the text of the deck. */
export interface ReadContext {
  /** Returns another file of the deck, by an address in one of its files; undefined where there is none. */
  readFile(address: string, from: string): SourceText | undefined;
  /** Says in one sentence why a file that the deck shows cannot be copied; null where it can. */
  whyNotCopied(address: string, from: string): string | null;
  /**
   * Returns what Pandoc makes of a text, as its JSON: a document, or the entries of a bibliography. It is absent where
   * Pandoc is not installed, and null where Pandoc cannot read the text.
   */
  runPandoc?(text: string, options: { from: PandocInput }): unknown;
}

/** What Pandoc reads: Markdown or LaTeX, Markdown whose citations it resolves, or a bibliography. */
export type PandocInput = 'markdown' | 'latex' | 'citations' | 'bibliography';

/** The signs by which the decks of a program are recognised; each one is enough. */
export interface DialectSigns {
  /** File names that only this program has. */
  name?: RegExp;
  /** File names that its decks usually have, as some of other programs do. */
  usualName?: RegExp;
  /** Front matter in which this pattern occurs, and its name in messages. */
  head?: { pattern: RegExp; what: string };
  /** Keys of front matter that only this program has. */
  keys?: RegExp;
  /** The package of the program, as the package.json beside a deck names it. */
  needs?: string;
  /** Constructs outside code that only this program has, for a file of any name. */
  sure?: { pattern: RegExp; what: string };
  /** A command in a file by which decks are built. */
  builds?: RegExp;
  /** Constructs outside code, and their name in messages. */
  text?: { pattern: RegExp; what: string };
}

/** A reader of the decks of one program. */
export interface DialectReader {
  name: Dialect;
  /** The program as messages name it. */
  program: string;
  signs: DialectSigns;
  /** Reads a deck and notes everything that its talk cannot have as it is. */
  read(source: SourceText, context: ReadContext): Deck;
}
