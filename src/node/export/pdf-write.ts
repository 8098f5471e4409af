import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { hasStream, type PdfFile } from './pdf-file.ts';

/** Where an object lies: at a byte of the file, or as the n-th of a packed stream. */
type Place = { offset: number } | { pack: number; index: number };

/** Objects packed together; more compress better, fewer are quicker to reach. */
const PACK = 200;
const HEADER = Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1');

/** Writes a PDF with its small objects packed and compressed; equal files give equal bytes. */
export function writePdf(file: PdfFile): Buffer {
  const ids = [...file.objects.keys()].sort((a, b) => a - b);
  const pieces: Buffer[] = [HEADER];
  const places = new Map<number, Place>();
  let offset = HEADER.length;
  let last = ids.at(-1) ?? 0;
  const append = (id: number, body: Buffer): void => {
    const parts = [Buffer.from(`${id} 0 obj\n`), body, Buffer.from('\nendobj\n')];
    places.set(id, { offset });
    for (const part of parts) offset += part.length;
    pieces.push(...parts);
  };
  const bodyOf = (id: number): Buffer => file.objects.get(id) ?? Buffer.alloc(0);
  for (const id of ids) if (hasStream(bodyOf(id))) append(id, bodyOf(id));
  const small = ids.filter((id) => !hasStream(bodyOf(id)));
  for (let start = 0; start < small.length; start += PACK) {
    const members = small.slice(start, start + PACK);
    last += 1;
    append(last, packObjects(members.map((id) => [id, bodyOf(id)])));
    for (const [index, id] of members.entries()) places.set(id, { pack: last, index });
  }
  const table = last + 1;
  places.set(table, { offset });
  const start = offset;
  append(table, writeTable(file, { places, size: table + 1, digest: digest(pieces) }));
  pieces.push(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(pieces);
}

/** Makes a stream object; compresses the data. */
export function makeStream(dictionary: string, data: Buffer): Buffer {
  const packed = deflateSync(data);
  const head = `<<${dictionary} /Filter /FlateDecode /Length ${packed.length}>> stream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream')]);
}

function packObjects(members: [id: number, body: Buffer][]): Buffer {
  let offset = 0;
  const heads = members.map(([id, body]) => {
    const head = `${id} ${offset}`;
    offset += body.length + 1;
    return head;
  });
  const index = Buffer.from(`${heads.join(' ')}\n`);
  const bodies = members.flatMap(([, body]) => [body, Buffer.from('\n')]);
  return makeStream(
    `/Type /ObjStm /N ${members.length} /First ${index.length}`,
    Buffer.concat([index, ...bodies]),
  );
}

interface TableOptions {
  places: Map<number, Place>;
  size: number;
  digest: string;
}

function writeTable({ root, info }: PdfFile, { places, size, digest: id }: TableOptions): Buffer {
  const rows = Buffer.alloc(size * 7);
  rows.writeUInt16BE(0xffff, 5);
  for (const [number, place] of places) {
    const isPacked = 'pack' in place;
    rows.writeUInt8(isPacked ? 2 : 1, number * 7);
    rows.writeUInt32BE(isPacked ? place.pack : place.offset, number * 7 + 1);
    rows.writeUInt16BE(isPacked ? place.index : 0, number * 7 + 5);
  }
  const about = info === null ? '' : ` /Info ${info} 0 R`;
  return makeStream(
    `/Type /XRef /Size ${size} /W [1 4 2] /Root ${root} 0 R${about} /ID [<${id}> <${id}>]`,
    rows,
  );
}

function digest(pieces: Buffer[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex').slice(0, 32);
}
