import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BLOCKS } from '../../talk/blocks/blocks.ts';
import { importDeck, READERS } from '../../talk/import/import.ts';
import type { Recognised } from '../../talk/import/recognise.ts';
import {
  OUTCOME_WORDS,
  type ImportedDeck,
  type ImportNote,
  type ImportOutcome,
} from '../../talk/model/import/imported-deck.ts';
import { importRemark } from '../../talk/problems/problems.ts';
import type { Problem } from '../../talk/model/problem.ts';
import { toSlug } from '../../talk/text/slug.ts';
import { locateEngineCache } from '../engine.ts';
import { hash } from '../hash.ts';
import { readFiles } from './copy-files.ts';
import { openDeck } from './deck-files.ts';
import { fetchFiles, noteFailures, type FetchedFiles } from './fetch-files.ts';
import { followFiles } from './follow-files.ts';
import { recogniseDeck, refuseEmpty } from './recognise-deck.ts';
import { findPandoc } from './run-pandoc.ts';
import { writeFiles } from './write-files.ts';

/** A project that shows one deck as its only talk; it lies among the files that can be made again. */
export interface DeckProject {
  /** The file of the deck. */
  source: string;
  /** The folder of the project. */
  root: string;
  /** Name of the talk. */
  name: string;
  /** Fetches its pictures of the web and writes the project with them; returns a sentence for each that was not fetched. */
  fetch(): Promise<string[]>;
  /** Says as which program's the deck is read, and how much of it is not as it was. */
  describe(): string;
  /** Lists what the deck has and its talk has not, or has otherwise. */
  listDifferences(): Problem[];
  /** Moves problems of the talk to their places in the deck. */
  placeProblems(problems: readonly Problem[]): Problem[];
  /** Returns the text of a file of the deck, for the frames of problems. */
  readText(file: string): string | undefined;
  /** Writes the project again whenever the deck changes; the function that it returns ends that. */
  watch(): () => void;
}

/** Makes a project of a deck that lies anywhere, of any program; the deck is never changed. */
export function openDeckProject(cwd: string, written: string): DeckProject {
  const source = path.resolve(cwd, written);
  const { name: base } = path.parse(source);
  const name = toSlug(base) || 'deck';
  const root = path.join(locateEngineCache(), 'decks', hash(source));
  rmSync(path.join(root, 'slides'), { recursive: true, force: true });
  let fetched: FetchedFiles = { files: new Map(), failures: new Map() };
  const write = () => writeDeck(cwd, written, { root, name, fetched });
  let state = write();
  return {
    source,
    root,
    name,
    async fetch() {
      fetched = await fetchFiles(state.deck.remote);
      state = write();
      return [...fetched.failures].map(([address, reason]) => `${address}: ${reason}`);
    },
    describe: () => describe(written, state.recognised, state.deck.notes),
    listDifferences: () => listDifferences(state.deck.notes),
    placeProblems: (problems) => problems.map((problem) => place(problem, state.deck, name)),
    readText: (file) => readIfThere(path.resolve(cwd, file)),
    watch() {
      const look = (): void => {
        if (!state.hasChanged()) return;
        try {
          state = write();
        } catch {
          // An editor may be about to replace the file; the next look reads it again.
        }
      };
      const timer = setInterval(look, WATCH_INTERVAL_MS);
      return () => clearInterval(timer);
    },
  };
}

function writeDeck(
  cwd: string,
  written: string,
  { root, name, fetched }: Pick<DeckProject, 'root' | 'name'> & { fetched: FetchedFiles },
): { deck: ImportedDeck; recognised: Recognised; hasChanged: () => boolean } {
  const opened = openDeck(cwd, written);
  const { files, hasChanged } = followFiles(opened, path.resolve(cwd, opened.source.path));
  const recognised = recogniseDeck(files);
  const deck = importDeck(files.source, {
    dialect: recognised.dialect,
    name,
    blockNames: BLOCKS.map((block) => block.name),
    readFile: files.readFile,
    whyNotCopied: files.whyNotCopied,
    runPandoc: findPandoc(),
    fetched: new Set(fetched.files.keys()),
    hasRemarks: false,
  });
  refuseEmpty(deck, files);
  noteFailures(deck.notes, fetched.failures);
  const contents = new Map<string, string | Uint8Array>(readFiles(deck, files, fetched.files));
  if (deck.css !== '') contents.set(`assets/${name}/${name}.css`, `${deck.css}\n`);
  contents.set(`slides/talks/${name}.md`, deck.text);
  mkdirSync(root, { recursive: true });
  writeFiles(root, contents);
  return { deck, recognised, hasChanged };
}

function describe(
  written: string,
  { dialect, because }: Recognised,
  notes: readonly ImportNote[],
): string {
  const told = notes.filter(isTold);
  const counts = (Object.keys(OUTCOME_WORDS) as ImportOutcome[]).flatMap((outcome) => {
    const { length } = told.filter((note) => note.outcome === outcome);
    return length === 0 ? [] : [`${length} ${OUTCOME_WORDS[outcome]}`];
  });
  const read = `${written} is read as ${READERS[dialect].program}: ${because}.`;
  return counts.length === 0
    ? read
    : `${read} Not as it was: ${counts.join(', ')}. "npx rostrum check ${written}" lists them.`;
}

function isTold({ outcome, isHarmless }: ImportNote): boolean {
  return outcome !== 'translated' && !isHarmless;
}

/** Makes problems of the notes that an author should know. */
function listDifferences(notes: readonly ImportNote[]): Problem[] {
  return notes.filter(isTold).map(({ outcome, what, became, span }) => ({
    ...importRemark(OUTCOME_WORDS[outcome], what, span),
    hint: became,
  }));
}

function place(problem: Problem, deck: ImportedDeck, name: string): Problem {
  const { span } = problem;
  if (span?.file !== `slides/talks/${name}.md`) return problem;
  const found = deck.placeOf(span.line);
  return found ? { ...problem, span: { ...span, ...found } } : problem;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const WATCH_INTERVAL_MS = 150;
