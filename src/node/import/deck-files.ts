import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NO_FILE } from '../../talk/import/file-moves.ts';
import type { SourceText } from '../../talk/source/source.ts';
import { findNearest } from '../../talk/text/nearest.ts';
import { UsageError } from '../errors.ts';
import { describeRefusal } from '../system-error.ts';
import { createFinder, statOf } from './deck-places.ts';

/** The files of a deck: its own text, and others by the addresses that it writes. */
export interface DeckFiles {
  source: SourceText;
  /** Returns a text of the deck; undefined for none, for one that is too large, and for what is no text. */
  readFile(address: string, from: string): SourceText | undefined;
  /** Returns the path of a file that the deck shows; undefined for none. */
  findFile(address: string, from: string): string | undefined;
  /** Says in one sentence why a file that the deck shows cannot be copied; null where it can. */
  whyNotCopied(address: string, from: string): string | null;
}

/** Opens a deck: a file, or a folder with one. Paths in messages are relative to `root`. */
export function openDeck(root: string, written: string): DeckFiles {
  const file = chooseFile(root, written);
  const name = toName(root, file);
  const text = readDeck(file, written);
  const folder = path.dirname(file);
  const { findNear, findFile } = createFinder(root, folder);
  return {
    source: { path: name, text },
    findFile,
    whyNotCopied(address, from) {
      const found = findFile(address, from);
      if (found === undefined) return NO_FILE;
      const isPointer =
        (statOf(found)?.size ?? 0) < MAX_POINTER && isLfsPointer(readFileSync(found));
      return isPointer ? 'The file is a pointer of Git LFS: fetch it with "git lfs pull".' : null;
    },
    readFile(address, from) {
      const found = findNear(address, from);
      if (found === undefined || (statOf(found)?.size ?? 0) > MAX_BYTES) return undefined;
      const bytes = readFileSync(found);
      return bytes.includes(0) ? undefined : { path: toName(root, found), text: decode(bytes) };
    },
  };
}

/** Checks whether bytes are the pointer that Git LFS puts in the place of a file. */
function isLfsPointer(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, LFS.length)) === LFS;
}

function chooseFile(root: string, written: string): string {
  const place = path.resolve(root, written);
  const stats = statOf(place);
  if (!stats) {
    const hint = /^https?:/i.test(written)
      ? 'Save the deck in a folder of this machine first, and name that.'
      : nameNearest(root, written);
    throw new UsageError(`There is no deck "${written}".`, hint);
  }
  if (!stats.isDirectory()) {
    if (OTHER.test(place)) {
      throw new UsageError(
        `"${written}" is no deck.`,
        'A deck is a file of Markdown, such as slides.md, or a page with sections.',
      );
    }
    return place;
  }
  const names = readdirSync(place).filter((name) => DECK.test(name) && !NO_DECK.test(name));
  const known = KNOWN.find((name) => names.includes(name));
  const [only, ...others] = names;
  if (known === undefined && (only === undefined || others.length > 0)) {
    const hint =
      only === undefined
        ? 'A deck is a file of Markdown, or a page with sections.'
        : `Name one: ${names.slice(0, MAX_NAMES).join(', ')}.`;
    const found = only === undefined ? 'no deck' : `${names.length} files that may be the deck`;
    throw new UsageError(`The folder "${written}" has ${found}.`, hint);
  }
  return path.join(place, known ?? only ?? '');
}

/** Says which file may be meant: a talk of the project, or one that is called nearly so. */
function nameNearest(root: string, written: string): string {
  const talk = `slides/talks/${path.parse(written).name}.md`;
  if (statOf(path.join(root, talk))) return `Did you mean "${talk}", a talk of this project?`;
  const { dir, base } = path.parse(written);
  const folder = path.resolve(root, dir);
  const names = statOf(folder)?.isDirectory() ? readdirSync(folder) : [];
  const nearest = findNearest(base, names);
  return nearest === undefined
    ? 'Name a file or a folder.'
    : `Did you mean "${path.join(dir, nearest)}"?`;
}

function readDeck(file: string, written: string): string {
  const [program, way] = OTHERS[path.extname(file).toLowerCase()] ?? [];
  if (program !== undefined)
    throw new UsageError(
      `"${written}" is a file of ${program}, which cannot be read.`,
      way === undefined
        ? 'Decks in Markdown can be read, and pages of reveal.js.'
        : `Decks in Markdown can be read; Pandoc makes some of it: pandoc -f ${way} -t markdown -s.`,
    );
  const size = statOf(file)?.size ?? 0;
  if (size > MAX_BYTES) {
    const megabytes = Math.round(size / 1_000_000);
    throw new UsageError(
      `"${written}" has ${megabytes} MB; a deck has at most ${MAX_BYTES / 1_000_000} MB.`,
      'Pictures belong into files of their own.',
    );
  }
  const bytes = read(file, written);
  if (isLfsPointer(bytes)) {
    throw new UsageError(
      `"${written}" is a pointer of Git LFS, not the deck itself.`,
      'Fetch the file: git lfs pull',
    );
  }
  if (isOffice(bytes)) {
    throw new UsageError(
      `"${written}" is a file of PowerPoint, Keynote or LibreOffice, or another archive.`,
      'Decks in Markdown can be read, and pages of reveal.js.',
    );
  }
  const text = decode(bytes);
  if (text.includes('\0') || bytes.subarray(0, PDF.length).toString() === PDF)
    throw new UsageError(`"${written}" is no text.`, 'Decks in Markdown can be read.');
  if (text.trim() === '') throw new UsageError(`"${written}" is empty.`);
  return text;
}

function read(file: string, written: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(describeRefusal(error) ?? `"${written}" cannot be read.`);
  }
}

/** Decodes UTF-8, and UTF-16 with its mark, as editors on Windows write it. */
function decode(bytes: Buffer): string {
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!isWide) return new TextDecoder().decode(bytes);
  return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
}

function isOffice(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).toString('latin1') === 'PK' && bytes.includes(0);
}

/** Returns a path as messages name it: relative where the file is below the root. */
function toName(root: string, file: string): string {
  const relative = path.relative(root, file);
  return (relative.startsWith('..') ? file : relative).split(path.sep).join('/');
}

const MAX_BYTES = 8_000_000;
const MAX_NAMES = 8;
const MAX_POINTER = 1000;
const LFS = 'version https://git-lfs.github.com/spec/';
const PDF = '%PDF-';
const DECK = /\.(?:md|markdown|qmd|rmd|html?)$/i;
/** Files that are no deck of any program. */
const OTHER =
  /\.(?:json|csv|tsv|ya?ml|toml|xml|[cm]?[jt]sx?|css|s[ac]ss|png|jpe?g|gif|webp|avif|svg|mp4|webm|mp3|zip)$/i;
const NO_DECK = /^(?:readme|license|licence|contributing|changelog|code_of_conduct)\b/i;
/** Names of decks that programs begin with. */
const KNOWN = ['slides.md', 'slides.qmd', 'index.qmd', 'presentation.md', 'deck.md', 'index.html'];

/** Files of other programs by their ending, and how Pandoc names what it reads of them. */
const OTHERS: Readonly<Record<string, readonly [program: string, way?: string]>> = {
  '.tex': ['LaTeX', 'latex'],
  '.org': ['Org mode', 'org'],
  '.rst': ['reStructuredText', 'rst'],
  '.ipynb': ['Jupyter', 'ipynb'],
  '.adoc': ['Asciidoctor'],
  '.asciidoc': ['Asciidoctor'],
  '.typ': ['Typst', 'typst'],
};
