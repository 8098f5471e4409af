import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BLOCKS } from '../../../../src/talk/blocks/blocks.ts';
import { importDeck, READERS } from '../../../../src/talk/import/import.ts';
import { parseSlideFile } from '../../../../src/talk/markdown/markdown.ts';
import type {
  ImportedDeck,
  ImportOutcome,
} from '../../../../src/talk/model/import/imported-deck.ts';
import { openDeck } from '../../../../src/node/import/deck-files.ts';
import { recogniseDeck } from '../../../../src/node/import/recognise-deck.ts';
import { expectFile, listCases, testFolder } from '../../../support/cases.ts';

const FOLDER = testFolder('imports');
const DECKS = /^(?:slides|deck|index)\.(?:md|qmd|html)$/;
const blockNames = BLOCKS.map(({ name }) => name);

function read(name: string): { deck: ImportedDeck; text: string; because: string } {
  const folder = path.join(FOLDER, name);
  const file = readdirSync(folder).find((each) => DECKS.test(each)) ?? '';
  const files = openDeck(folder, file);
  const { dialect, because } = recogniseDeck(files);
  expect(dialect).toBe(name.split('-')[0]);
  const { readFile, whyNotCopied } = files;
  const options = { dialect, name, blockNames, readFile, whyNotCopied, hasRemarks: true };
  return {
    deck: importDeck(files.source, { ...options, fetched: new Set() }),
    text: files.source.text,
    because,
  };
}

/** What became of a deck, a line each, below the number of its slides and of each outcome. */
function describe({ deck, because }: ReturnType<typeof read>): string {
  const count = (outcome: ImportOutcome): number =>
    deck.notes.filter((note) => note.outcome === outcome).length;
  const notes = deck.notes.map(
    ({ span, outcome, what, became }) =>
      `${span.file}:${span.line} ${outcome}: ${what} -> ${became}`,
  );
  const { total, right } = deck.slides;
  return [
    `${READERS[deck.dialect].program}: ${because}`,
    `${total} slides, ${right} as before; translated ${count('translated')}, approximated ${count('approximated')}, dropped ${count('dropped')}, manual ${count('manual')}`,
    ...notes,
    deck.css === '' ? '' : `\n${deck.css}\n`,
  ].join('\n');
}

test.each(listCases(FOLDER))('the deck %s becomes its talk, with its report', (name) => {
  const found = read(name);
  expectFile(path.join(FOLDER, name, 'expected.md'), found.deck.text);
  expectFile(path.join(FOLDER, name, 'expected.txt'), describe(found));
  const talk = { path: 'slides/talks/a.md', text: found.deck.text };
  const { slides, problems } = parseSlideFile(talk, { kind: 'talk', blockNames });
  expect(slides.length).toBe(found.deck.slides.total);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each(listCases(FOLDER))('no word of the deck %s is lost without being named', (name) => {
  const { deck, text } = read(name);
  const told = deck.notes.flatMap(({ what, became }) => [what, became]).join(' ');
  const kept = new Set(
    wordsOf(`${deck.text} ${deck.css} ${told} ${READERS[deck.dialect].program}`),
  );
  expect(
    [...new Set(wordsOf(text))].filter((word) => !kept.has(word) && !SYNTAX.has(word)),
  ).toEqual([]);
});

test('every program has a deck', () => {
  const names = listCases(FOLDER).map((name) => name.split('-')[0]);
  expect(Object.keys(READERS).filter((dialect) => !names.includes(dialect))).toEqual([]);
  expect(existsSync(FOLDER)).toBe(true);
});

/** Words of at least four letters, which are seldom signs. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
}

/** Words that programs write for their readers, and no audience sees. */
const SYNTAX = new Set(
  'animate apply aside body code doctype false head item line note notes numbers pages template textarea'.split(
    ' ',
  ),
);
