import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listSentences } from '../support/sentences.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MAX_WORDS = 30;
/** Of a sentence in the documentation. */
const MAX_PAGE_WORDS = 25;

/** Words and phrases that plain technical English does without. */
const BANNED = /\b(?:anew|whoever|nobody|somebody|thereby|lest|is another|are others|so many)\b/i;
/** A block comment, line comments below each other, or a comment at the end of a line. */
const COMMENT = /^[ \t]*\/\*[^]*?\*\/|(?:^[ \t]*\/\/.*\n)+|(?<=^[^'"`/\n]+ )\/\/ .*/gm;
const MARKS = /^\s*(?:\/\*\*?|\*\/|\*|\/\/)|\*\/$/gm;
const SENTENCE_END = /(?<=[.!?])\s+(?=[A-Z`"<])/;
const TITLE = /^\s*(?:test|it|describe)(?:\.\w+(?:\(.*?\))?)*\(\s*(['"`])(.*?)\1,/gms;

interface Line {
  place: string;
  text: string;
}

const TEXT = /\.(?:css|json|md|mjs|ts|yml)$/;
const ROOMS = ['src', 'bin', 'bench', 'docs', 'create-rostrum', 'template'];
const PAGES = ['CHANGELOG.md', 'CONTRIBUTING.md', 'README.md', 'SECURITY.md'];
const CODE = readFiles(['src'], /\.ts$/);
const TESTS = readFiles(['test'], /\.test\.ts$/);

test('code and documentation have none of the words that plain English does without', () => {
  const files = [...readFiles(ROOMS, TEXT), ...PAGES.map(readLine)];
  expect(files.length).toBeGreaterThan(600);
  const lines = files.flatMap(({ place, text }) =>
    text.split('\n').map((line, at) => ({ place: `${place}:${at + 1}`, text: line.trim() })),
  );
  expect(lines.filter(({ text }) => BANNED.test(text))).toEqual([]);
});

test('titles of tests have none of them', () => {
  const titles = TESTS.flatMap(listTitles);
  expect(titles.length).toBeGreaterThan(800);
  expect(titles.filter(({ text }) => BANNED.test(text))).toEqual([]);
});

test(`sentences of comments have at most ${MAX_WORDS} words`, () => {
  const comments = CODE.flatMap(listComments);
  expect(comments.length).toBeGreaterThan(2000);
  expect(comments.filter(({ text }) => countWords(text) > MAX_WORDS)).toEqual([]);
});

test(`sentences of the documentation have at most ${MAX_PAGE_WORDS} words`, () => {
  const pages = [
    ...readFiles(['docs', 'examples', 'template', 'create-rostrum'], /(?:^docs\/.*|README)\.md$/),
    ...PAGES.filter((page) => page !== 'CHANGELOG.md').map(readLine),
  ];
  const sentences = pages.flatMap(({ place, text }) =>
    listSentences(text).map((sentence) => ({ page: place, ...sentence })),
  );
  expect(sentences.length).toBeGreaterThan(5000);
  expect(sentences.filter(({ words }) => words > MAX_PAGE_WORDS)).toEqual([]);
});

test('sentences are those of paragraphs, items and cells, and code is one word', () => {
  const text = [
    '# One two',
    '',
    'Three `four five`: [six',
    'seven](a.md). **Eight.** Nine v. ten',
    '- eleven',
    '',
    '```js',
    'twelve',
    '```',
    '',
    '| a `\\|` b; c | d |',
  ].join('\n');
  expect(
    listSentences(text)
      .filter(({ words }) => words > 0)
      .map(({ line, text: sentence, words }) => [line, words, sentence]),
  ).toEqual([
    [1, 2, '# One two'],
    [3, 4, 'Three `code`: six seven.'],
    [3, 1, 'Eight.'],
    [3, 3, 'Nine v. ten'],
    [5, 1, '- eleven'],
    [11, 3, 'a `code` b'],
    [11, 1, 'c'],
    [11, 1, 'd'],
  ]);
});

test('comments and titles are found, and the words of the longest sentence counted', () => {
  const text = [
    '/** One',
    ' * two. */',
    "const address = 'https://example.org'; // three",
    'const count = 4; // four',
    '  // five',
    '  // six',
    "test('seven', () => {});",
    '',
  ].join('\n');
  const file = { place: 'a.ts', text };
  expect(listComments(file)).toEqual([
    { place: 'a.ts:1', text: 'One two.' },
    { place: 'a.ts:4', text: 'four' },
    { place: 'a.ts:5', text: 'five six' },
  ]);
  expect(listTitles(file)).toEqual([{ place: 'a.ts:7', text: 'seven' }]);
  expect(countWords('One two. Three four five; six.')).toBe(4);
  expect(['is Another', 'lest', 'lesson'].map((word) => BANNED.test(word))).toEqual([
    true,
    true,
    false,
  ]);
});

function readFiles(folders: string[], wanted: RegExp): Line[] {
  const names = folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  );
  return names.filter((name) => wanted.test(name) && !name.includes('node_modules/')).map(readLine);
}

function readLine(name: string): Line {
  return { place: name, text: readFileSync(path.join(ROOT, name), 'utf8') };
}

function listComments({ place, text }: Line): Line[] {
  return [...text.matchAll(COMMENT)].map(({ 0: comment, index }) => ({
    place: `${place}:${lineAt(text, index)}`,
    text: comment.replace(MARKS, '').split(/\s+/).filter(Boolean).join(' '),
  }));
}

function listTitles({ place, text }: Line): Line[] {
  return [...text.matchAll(TITLE)].map(({ 2: title = '', index }) => ({
    place: `${place}:${lineAt(text, index)}`,
    text: title,
  }));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Counts the words of the longest sentence. */
function countWords(text: string): number {
  return Math.max(...text.split(SENTENCE_END).map((sentence) => sentence.split(' ').length));
}
