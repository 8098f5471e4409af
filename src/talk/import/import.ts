import { chooseListMarks } from '../html/list-styles.ts';
import { parseSlideFile } from '../markdown/markdown.ts';
import type { Dialect, ImportedDeck, ImportNote } from '../model/import/imported-deck.ts';
import type { SourceText } from '../source/source.ts';
import { toManual, toNote, type Deck } from './deck.ts';
import type { DialectReader, ReadContext } from './dialect.ts';
import { deckset } from './dialects/deckset/deckset.ts';
import { marp } from './dialects/marp/marp.ts';
import { markdown } from './dialects/markdown.ts';
import { pandoc, quarto } from './dialects/pandoc/pandoc.ts';
import { remark } from './dialects/remark/remark.ts';
import { reveal } from './dialects/reveal/reveal.ts';
import { slidev } from './dialects/slidev/slidev.ts';
import { plainText } from './talk-keys.ts';
import { frameAddresses } from './translate/loose-markdown.ts';
import { takeMacros } from './translate/formula-macros.ts';
import { commonShift, hasPictureGround, settleRules, shiftOf } from './translate/deck-rules.ts';
import { renameInCss, renameNames } from './translate/own-classes.ts';
import { settleFeet } from './translate/keys/settle-feet.ts';
import { settleLayouts } from './translate/settle/settle-layouts.ts';
import { settleIds } from './translate/settle/settle-ids.ts';
import { addElementRules } from './translate/elements/element-rules.ts';
import { takeUses } from './translate/elements/uses.ts';
import { shareDefinitions } from './translate/shared-definitions.ts';
import { findSpan } from './file-moves.ts';
import { moveFiles } from './move-files.ts';
import { plainLines } from './scan-lines.ts';
import { writeTalk, type WrittenTalk } from './write-talk.ts';

/** All readers, by the name of their dialect; a deck is recognised by the first with one of its signs. */
export const READERS: Readonly<Record<Dialect, DialectReader>> = {
  slidev,
  marp,
  quarto,
  remark,
  deckset,
  pandoc,
  reveal,
  markdown,
};

/** What is imported beside the deck's text, and how. */
export interface ImportOptions extends ReadContext {
  dialect: Dialect;
  /** Name of the talk, which is also that of its folder of files. */
  name: string;
  /** Fence languages that are data blocks. */
  blockNames: readonly string[];
  /** Addresses on the web whose files are brought along; the others are left to the author. */
  fetched: ReadonlySet<string>;
  /** Whether the talk has a remark at each place that differs from the deck. */
  hasRemarks: boolean;
}

/** Reads a deck of another program and returns it as a talk, with a note for everything that is not as it was. */
export function importDeck(
  { path, text }: SourceText,
  { dialect, name, blockNames, fetched, hasRemarks, ...context }: ImportOptions,
): ImportedDeck {
  const plain = frameAddresses(plainLines(text));
  const deck = READERS[dialect].read({ path, text: plain }, context);
  deck.keys.title ??= findTitle(deck) ?? name;
  if (dialect !== 'markdown') settleDeck(deck, { dialect, context });
  const { slides, files, remote } = moveFiles(deck, {
    talk: name,
    fetched,
    whyNotCopied: context.whyNotCopied,
    isForeign: dialect !== 'markdown',
    keepsMissing: !hasRemarks,
  });
  addElementRules(deck, slides);
  const css = chooseListMarks(deck.css.join('\n\n'));
  if (css !== '') deck.keys.css = `/assets/${name}/${name}.css`;
  noteProblems(writeTalk(deck, slides, { hasRemarks: false }), { name, blockNames });
  const { text: written, placeOf } = writeTalk(deck, slides, { hasRemarks });
  return {
    dialect,
    text: written,
    placeOf,
    css,
    files,
    remote,
    notes: sortNotes([...deck.notes, ...deck.slides.flatMap((slide) => slide.notes)]),
    slides: { total: deck.slides.length, right: countRight(deck) },
  };
}

/** Settles what concerns the deck of another program as a whole. */
function settleDeck(
  deck: Deck,
  { dialect, context }: { dialect: Dialect; context: ReadContext },
): void {
  takeUses(deck, context);
  settleFeet(deck);
  escapeKeys(deck);
  settleIds(deck);
  settleLayouts(deck);
  if (IS_ONE_TEXT.has(dialect)) shareDefinitions(deck);
  takeMacros(deck);
  const shift = commonShift(deck.slides);
  const hasGround = deck.slides.some(hasPictureGround);
  deck.css = deck.css.map((rules) =>
    settleRules(renameInCss(rules), shift, { isOfDeck: true, hasGround }),
  );
  for (const slide of deck.slides) {
    const { keys, css } = slide;
    if (typeof keys.class === 'string') keys.class = renameNames(keys.class);
    const own = { hasGround: hasPictureGround(slide) };
    css.forEach(
      (rules, index) => (css[index] = settleRules(renameInCss(rules), shiftOf(slide), own)),
    );
  }
  // What cannot be typeset or drawn is shown as it is written.
  const isDrawn = deck.slides.some(({ allTokens }) =>
    allTokens.some(({ type, raw }) => type.includes('formula') || raw.startsWith('```mermaid')),
  );
  if (isDrawn) deck.keys.placeholders = true;
}

/** Programs that read a deck as one text, so that links find their definitions on any slide. */
const IS_ONE_TEXT = new Set<Dialect>(['marp', 'quarto', 'pandoc', 'remark']);

/** Notes what the parser of talks still reports about the finished text, as something to do by hand. */
function noteProblems(
  { text, slideAt }: WrittenTalk,
  { name, blockNames }: Pick<ImportOptions, 'name' | 'blockNames'>,
): void {
  const path = `slides/talks/${name}.md`;
  const lines = text.split('\n');
  const { problems } = parseSlideFile({ path, text }, { kind: 'talk', blockNames });

  for (const problem of problems) {
    const { line = 1, column = 1, length = 0 } = problem.span ?? {};
    const slide = slideAt(line);
    const what = (lines[line - 1] ?? '').slice(column - 1, column - 1 + length);
    if (slide) slide.notes.push(toNote(toManual(problem), what, findSpan(what, slide)));
  }
}

/** Writes a backslash before braces in words at the head and the foot, which are text. */
function escapeKeys({ keys, slides }: Deck): void {
  for (const owner of [keys, ...slides.map((slide) => slide.keys)]) {
    for (const name of ['header', 'footer'] as const) {
      const { [name]: words } = owner;
      if (typeof words === 'string') owner[name] = words.replaceAll('{{', '\\{{');
    }
  }
}

function findTitle({ slides }: Deck): string | undefined {
  for (const { tokens } of slides) {
    const heading = tokens.find((token) => token.type === 'heading');
    if (heading?.type !== 'heading') continue;
    // A heading may have attributes alone, and the end of brackets around it.
    const own = heading.text.replace(/^\s*\{[^{}]*\}\s*$/, '');
    const words = plainText(own.includes('[') ? own : own.replace(/\s*\]+\s*$/, ''));
    if (words !== '') return words;
  }
  return undefined;
}

/** Sorts notes by the order in which files are read, and by place. */
function sortNotes(notes: readonly ImportNote[]): ImportNote[] {
  const files = [...new Set(notes.map(({ span }) => span.file))];
  return notes.toSorted(
    (a, b) =>
      files.indexOf(a.span.file) - files.indexOf(b.span.file) ||
      a.span.line - b.span.line ||
      a.span.column - b.span.column,
  );
}

function countRight({ slides }: Deck): number {
  const isRight = ({ outcome, isHarmless }: ImportNote): boolean =>
    outcome === 'translated' || isHarmless === true;
  return slides.filter(({ notes }) => notes.every(isRight)).length;
}
