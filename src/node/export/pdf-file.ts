/** A PDF as a bag of numbered objects, each the bytes between `obj` and `endobj`. */
export interface PdfFile {
  objects: Map<number, Buffer>;
  /** Number of the catalog. */
  root: number;
  /** Number of the information dictionary; null where there is none. */
  info: number | null;
}

const ENTRY = 20;
const OBJECT_HEAD = /^\s*(\d+) 0 obj\s*/;
const SECTION_HEAD = /^xref\s+0 (\d+)\s*?\n/;
const REFERENCE = /(\d+) 0 R/g;

/** Takes apart a PDF as browsers write it: one cross-reference table, no updates, nothing encrypted. */
export function readPdf(bytes: Buffer): PdfFile {
  const start = Number(/startxref\s+(\d+)/.exec(readTail(bytes))?.[1] ?? Number.NaN);
  const table = bytes.toString('latin1', start, start + 40);
  const section = SECTION_HEAD.exec(table);
  if (!section) throw new Error('The file has no cross-reference table at the place it names.');
  const entries = start + section[0].length;
  const count = Number(section[1]);
  const offsets: number[] = [];
  for (let index = 1; index < count; index++) {
    const entry = bytes.toString('latin1', entries + index * ENTRY, entries + (index + 1) * ENTRY);
    if (entry[17] === 'n') offsets.push(Number(entry.slice(0, 10)));
  }
  const trailer = bytes.toString('latin1', entries + count * ENTRY);
  const info = findReference(trailer, 'Info');
  const root = findReference(trailer, 'Root');
  if (root === undefined) throw new Error('The file has no catalog.');
  return { objects: cutObjects(bytes, offsets, start), root, info: info ?? null };
}

/** Gives an object's text; streams are shown as bytes of Latin-1. */
export function readText({ objects }: PdfFile, id: number): string {
  return objects.get(id)?.toString('latin1') ?? '';
}

/** Tells whether an object carries a stream, and so cannot be packed with others. */
export function hasStream(body: Buffer): boolean {
  return body.subarray(-9).toString('latin1') === 'endstream';
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

function readTail(bytes: Buffer): string {
  return bytes.toString('latin1', Math.max(0, bytes.length - 64));
}

/** An object ends where the next one in the file begins. */
function cutObjects(bytes: Buffer, offsets: number[], end: number): Map<number, Buffer> {
  const sorted = [...offsets].sort((a, b) => a - b);
  const objects = new Map<number, Buffer>();
  sorted.forEach((offset, index) => {
    const head = OBJECT_HEAD.exec(bytes.toString('latin1', offset, offset + 32));
    const stop = bytes.lastIndexOf('endobj', sorted[index + 1] ?? end);
    if (!head || stop < offset) throw new Error(`The file has no object at byte ${offset}.`);
    objects.set(Number(head[1]), trimEnd(bytes.subarray(offset + head[0].length, stop)));
  });
  return objects;
}

function trimEnd(body: Buffer): Buffer {
  let end = body.length;
  while (end > 0 && (body[end - 1] === 10 || body[end - 1] === 13 || body[end - 1] === 32)) end--;
  return body.subarray(0, end);
}
