import { inflateSync } from 'node:zlib';

/** A PDF as numbered objects, each the text between `obj` and `endobj`; every character is a byte. */
export interface PdfFile {
  objects: Map<number, string>;
  /** Number of the catalog. */
  root: number;
  /** Number of the information dictionary; null when there is none. */
  info: number | null;
}

const ENTRY = 20;
const OBJECT_HEAD = /\s*(\d+) 0 obj\s*/y;
const SECTION_HEAD = /^xref\s+0 (\d+)\s*?\n/;
const REFERENCE = /(\d+) 0 R/g;
const STREAM = /^([^]*?)>> stream\n([^]*)\nendstream$/;

/** Parses a PDF of a browser: one cross-reference table, no updates, no encryption. */
export function readPdf(bytes: Buffer): PdfFile {
  // One string of the whole file: objects are views of it, where thousands of buffers would each cost an allocation.
  const text = bytes.toString('latin1');
  const start = Number(/startxref\s+(\d+)/.exec(text.slice(-64))?.[1] ?? Number.NaN);
  const section = SECTION_HEAD.exec(text.slice(start, start + 40));
  if (!section) throw new Error('The file has no cross-reference table at the place it names.');
  const entries = start + section[0].length;
  const count = Number(section[1]);
  const offsets: number[] = [];
  for (let index = 1; index < count; index++) {
    const entry = text.slice(entries + index * ENTRY, entries + (index + 1) * ENTRY);
    if (entry[17] === 'n') offsets.push(Number(entry.slice(0, 10)));
  }
  const trailer = text.slice(entries + count * ENTRY);
  const info = findReference(trailer, 'Info');
  const root = findReference(trailer, 'Root');
  if (root === undefined) throw new Error('The file has no catalog.');
  return { objects: cutObjects(text, offsets, start), root, info: info ?? null };
}

/** Returns an object's text; empty when it is missing. */
export function readText({ objects }: PdfFile, id: number): string {
  return objects.get(id) ?? '';
}

/** Returns whether an object carries a stream, and so cannot be packed with others. */
export function hasStream(body: string): boolean {
  return body.endsWith('endstream');
}

/** Returns the data of an object's stream, unpacked, as one character a byte; null where it has none. */
export function readStream(body: string): string | null {
  const [, head = '', data] = STREAM.exec(body) ?? [];
  if (data === undefined || !head.includes('/FlateDecode')) return data ?? null;
  return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
}

/** Lists the numbers of the page objects in reading order. */
export function listPages(file: PdfFile): number[] {
  const top = findReference(readText(file, file.root), 'Pages');
  return top === undefined ? [] : listLeaves(file, top);
}

/** Finds the number of the object that a key of a dictionary refers to. */
export function findReference(dictionary: string, key: string): number | undefined {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1];
  return found === undefined ? undefined : Number(found);
}

function listLeaves(file: PdfFile, id: number): number[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(readText(file, id))?.[1];
  if (kids === undefined) return [id];
  return [...kids.matchAll(REFERENCE)].flatMap((kid) => listLeaves(file, Number(kid[1])));
}

/** Cuts a file into objects, each of which ends where the next one begins. */
function cutObjects(text: string, offsets: number[], end: number): Map<number, string> {
  const sorted = [...offsets].sort((a, b) => a - b);
  const objects = new Map<number, string>();
  sorted.forEach((offset, index) => {
    OBJECT_HEAD.lastIndex = offset;
    const head = OBJECT_HEAD.exec(text);
    const stop = text.lastIndexOf('endobj', sorted[index + 1] ?? end);
    if (!head || stop < offset) throw new Error(`The file has no object at byte ${offset}.`);
    objects.set(Number(head[1]), text.slice(offset + head[0].length, stop).trimEnd());
  });
  return objects;
}
