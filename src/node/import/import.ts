import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BLOCKS } from '../../talk/blocks/blocks.ts';
import { importDeck, READERS, type ImportOptions } from '../../talk/import/import.ts';
import type { Recognised } from '../../talk/import/recognise.ts';
import type { Dialect, ImportedDeck } from '../../talk/model/import/imported-deck.ts';
import { UsageError } from '../errors.ts';
import { hasCode } from '../system-error.ts';
import { readFiles } from './copy-files.ts';
import { openDeck, type DeckFiles } from './deck-files.ts';
import { fetchFiles, noteFailures, type FetchedFiles } from './fetch-files.ts';
import { mergeImport, type MergedTalk } from './merge-import.ts';
import { recogniseDeck, refuseEmpty } from './recognise-deck.ts';
import { findPandoc } from './run-pandoc.ts';
import { writeFiles } from './write-files.ts';

/** A deck that was read and is not written yet. */
export interface ImportPlan {
  name: string;
  /** The deck's own path. */
  source: string;
  recognised: Recognised;
  /** The program of the deck as messages name it. */
  program: string;
  deck: ImportedDeck;
  /** The talk's file in the project. */
  file: string;
  /** The talk's text as it lies there; null where the talk is new. */
  before: string | null;
  /** What the talk will be; it holds the author's changes since the last import. */
  merged: MergedTalk;
  /** Writes the talk, its files and its stylesheet. */
  write(): void;
}

/** Options of an import. */
export interface PlanOptions {
  /** The program for which the deck was written; recognised by default. */
  from?: Dialect;
  /** Name of the talk. */
  name: string;
  /** Whether files of the web are fetched. */
  isFetching: boolean;
}

/** Reads a deck and plans the talk that it becomes; nothing is written and the deck is never changed. */
export async function planImport(
  root: string,
  written: string,
  { from, name, isFetching }: PlanOptions,
): Promise<ImportPlan> {
  const files = openDeck(root, written);
  const recognised: Recognised = from
    ? { dialect: from, because: 'you say so' }
    : recogniseDeck(files);
  const options: ImportOptions = {
    dialect: recognised.dialect,
    name,
    blockNames: BLOCKS.map((block) => block.name),
    readFile: files.readFile,
    whyNotCopied: files.whyNotCopied,
    runPandoc: findPandoc(),
    fetched: new Set(),
    hasRemarks: true,
  };
  const { deck, fetched } = await readWithWeb(files, options, isFetching);
  refuseEmpty(deck, files);
  const file = `slides/talks/${name}.md`;
  const before = readIfThere(path.join(root, file));
  const base = readIfThere(path.join(root, baseOf(name)));
  if (before !== null && base === null) {
    throw new UsageError(`"${file}" exists already.`, 'Choose another name with --as.');
  }
  const merged =
    before === null || base === null
      ? { text: deck.text, base: deck.text, taken: 0, conflicts: [] }
      : mergeImport(base, before, deck.text);
  const contents = new Map<string, string | Uint8Array>(readFiles(deck, files, fetched));
  if (deck.css !== '') contents.set(`assets/${name}/${name}.css`, `${deck.css}\n`);
  contents.set(file, merged.text);
  contents.set(baseOf(name), merged.base);
  return {
    name,
    source: files.source.path,
    recognised,
    program: READERS[recognised.dialect].program,
    deck,
    file,
    before,
    merged,
    write: () => writeFiles(root, contents),
  };
}

/** Reads a deck, and a second time with the files of the web that were fetched. */
async function readWithWeb(
  { source }: DeckFiles,
  options: ImportOptions,
  isFetching: boolean,
): Promise<{ deck: ImportedDeck; fetched: FetchedFiles['files'] }> {
  const deck = importDeck(source, options);
  if (!isFetching || deck.remote.length === 0) return { deck, fetched: new Map() };
  const { files, failures } = await fetchFiles(deck.remote);
  const again = importDeck(source, { ...options, fetched: new Set(files.keys()) });
  noteFailures(again.notes, failures);
  return { deck: again, fetched: files };
}

/** The text that an import wrote, with which the next one compares the talk. */
function baseOf(name: string): string {
  return `imports/${name}.md`;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
