import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { BLOCKS } from '../../talk/blocks/blocks.ts';
import { importDeck } from '../../talk/import/import.ts';
import type { ImportedDeck } from '../../talk/model/import/imported-deck.ts';
import type { Problem } from '../../talk/model/problem.ts';
import { toSlug } from '../../talk/text/slug.ts';
import { locateEngineCache } from '../engine.ts';
import { hash } from '../hash.ts';
import { readFiles } from './copy-files.ts';
import { openDeck } from './deck-files.ts';
import { recogniseDeck } from './recognise-deck.ts';
import { writeFiles } from './write-files.ts';

/** A project that shows one deck as its only talk; it lies among the files that can be made again. */
export interface DeckProject {
  /** The file of the deck. */
  source: string;
  /** The folder of the project. */
  root: string;
  /** Name of the talk. */
  name: string;
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
  const write = (): { stamp: string; deck: ImportedDeck } => ({
    stamp: stampOf(source),
    deck: writeDeck(cwd, written, { root, name }),
  });
  let state = write();
  return {
    source,
    root,
    name,
    placeProblems: (problems) => problems.map((problem) => place(problem, state.deck, name)),
    readText: (file) => readIfThere(path.resolve(cwd, file)),
    watch() {
      const look = (): void => {
        if (stampOf(source) === state.stamp) return;
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
  { root, name }: Pick<DeckProject, 'root' | 'name'>,
): ImportedDeck {
  const files = openDeck(cwd, written);
  const { dialect } = recogniseDeck(files);
  const deck = importDeck(files.source, {
    dialect,
    name,
    blockNames: BLOCKS.map((block) => block.name),
    readFile: files.readFile,
    whyNotCopied: files.whyNotCopied,
    fetched: new Set(),
    hasRemarks: false,
  });
  const contents = new Map<string, string | Uint8Array>(readFiles(deck, files, new Map()));
  if (deck.css !== '') contents.set(`assets/${name}/${name}.css`, `${deck.css}\n`);
  contents.set(`slides/talks/${name}.md`, deck.text);
  mkdirSync(root, { recursive: true });
  writeFiles(root, contents);
  return deck;
}

function place(problem: Problem, deck: ImportedDeck, name: string): Problem {
  const { span } = problem;
  if (span?.file !== `slides/talks/${name}.md`) return problem;
  const found = deck.placeOf(span.line);
  return found ? { ...problem, span: { ...span, ...found } } : problem;
}

/** Names the state of a file, which changes with its date and its size. */
function stampOf(file: string): string {
  const { mtimeMs = 0, size = 0 } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return `${mtimeMs} ${size}`;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const WATCH_INTERVAL_MS = 150;
