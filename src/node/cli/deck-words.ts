import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Terminal } from '../terminal.ts';
import type { CommandTools } from './command-tools.ts';

/** A command line that names the file of a deck, with the tools that show it. */
export interface DeckWords {
  words: string[];
  tools: CommandTools;
}

const TALKS = 'slides/talks';
/** Commands that take the file of a deck in the place of a talk's name. */
const VERBS = new Set(['dev', 'export', 'check']);
const DECK = /\.(?:md|markdown|qmd|rmd|html?)$/i;
/** Files of other programs, which are refused by their names. */
const OTHER = /\.(?:pptx?|key|odp|pdf|docx|ipynb|xhtml|tex|txt|org|rst|adoc|asciidoc|typ)$/i;
/** Options whose value may look like the file of a deck. */
const WITH_VALUE = new Set(
  '-o --output -f --format -r --range --pdf --port --host --as-of --venue'.split(' '),
);

/** Replaces the file of a deck by the name of its talk: one of the project, or of a project that shows the deck alone. */
export async function readDeckWords(
  verb: string,
  words: readonly string[],
  tools: CommandTools,
): Promise<DeckWords | null> {
  const at = VERBS.has(verb)
    ? words.findIndex((word, index) => isDeck(word, words[index - 1], tools.root))
    : -1;
  const word = words[at];
  if (word === undefined) return null;
  const own = findOwnTalk(word, tools.root);
  // The dev server shows all talks, so it needs no name.
  const replaceBy = (name: string): string[] =>
    words.toSpliced(at, 1, ...(verb === 'dev' ? [] : [name]));
  if (own !== null) return { words: replaceBy(own), tools };
  const { openDeckProject } = await import('../import/deck-project.ts');
  const deck = openDeckProject(tools.root, word);
  if (verb === 'export' && words.includes('--fetch')) {
    for (const failure of await deck.fetch()) tools.terminal.complain(failure);
  }
  if (verb !== 'check') tools.terminal.note(deck.describe());
  return {
    words: replaceBy(deck.name),
    tools: { terminal: placeIn(deck, tools.terminal), root: deck.root, cwd: tools.root, deck },
  };
}

function isDeck(word: string, before: string | undefined, root: string): boolean {
  if (WITH_VALUE.has(before ?? '')) return false;
  const stats = statSync(path.resolve(root, word), { throwIfNoEntry: false });
  const isThere = stats !== undefined;
  // Where there are no talks, a folder is that of a deck, and a name is that of a file.
  const isAlone = !existsSync(path.resolve(root, TALKS));
  if (stats?.isDirectory()) return isAlone && !word.startsWith('-');
  if (!DECK.test(word)) return OTHER.test(word) && isThere && !isExported(word, root);
  return isThere || isAlone || /[/\\]/.test(word) || findOwnTalk(word, root) !== null;
}

/** Returns whether a file is named like what an export writes of a talk. */
function isExported(word: string, root: string): boolean {
  return existsSync(path.join(root, TALKS, `${path.parse(word).name}.md`));
}

/** Returns the name of a talk of the project by its file; null for any other file. */
function findOwnTalk(word: string, root: string): string | null {
  const { dir, name, base } = path.parse(path.relative(root, path.resolve(root, word)));
  if (dir.split(path.sep).join('/') === TALKS) return name;
  // The name of a talk with the ending of its file.
  const isOwn = word === base && !existsSync(path.resolve(root, word));
  return isOwn && existsSync(path.resolve(root, TALKS, base)) ? name : null;
}

/** Shows problems at their places in the deck. */
function placeIn(
  deck: {
    placeProblems: NonNullable<CommandTools['deck']>['placeProblems'];
    readText(file: string): string | undefined;
  },
  terminal: Terminal,
): Terminal {
  return {
    ...terminal,
    showProblems: (problems, readText) =>
      terminal.showProblems(
        deck.placeProblems(problems),
        (file) => deck.readText(file) ?? readText(file),
      ),
  };
}
