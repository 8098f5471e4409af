import { deflateSync } from 'node:zlib';
import { hash } from '../hash.ts';
import { hasStream, type PdfFile } from './pdf-file.ts';

/** Where an object lies: at a byte of the file, or as the n-th of a packed stream. */
type Place = { offset: number } | { pack: number; index: number };

/** Objects packed together; more compress better, fewer are quicker to reach. */
const PACK = 200;
const HEADER = '%PDF-1.7\n%\xE2\xE3\xCF\xD3\n';

/** Writes a PDF with its small objects packed and compressed; equal files give equal bytes. */
export function writePdf(file: PdfFile): Buffer {
  const objects = [...file.objects].sort(([a], [b]) => a - b);
  const pieces: string[] = [HEADER];
  const places = new Map<number, Place>();
  let offset = HEADER.length;
  let last = objects.at(-1)?.[0] ?? 0;
  const append = (id: number, body: string): void => {
    places.set(id, { offset });
    const piece = `${id} 0 obj\n${body}\nendobj\n`;
    offset += piece.length;
    pieces.push(piece);
  };
  const small = objects.filter(([, body]) => !hasStream(body));
  for (const [id, body] of objects) if (hasStream(body)) append(id, body);
  for (let start = 0; start < small.length; start += PACK) {
    const members = small.slice(start, start + PACK);
    last += 1;
    append(last, packObjects(members));
    for (const [index, [id]] of members.entries()) places.set(id, { pack: last, index });
  }
  const table = last + 1;
  places.set(table, { offset });
  const start = offset;
  const content = Buffer.from(pieces.splice(0).join(''), 'latin1');
  append(table, writeTable(file, { places, size: table + 1, digest: hash(content, 32) }));
  pieces.push(`startxref\n${start}\n%%EOF\n`);
  return Buffer.concat([content, Buffer.from(pieces.join(''), 'latin1')]);
}

/** Builds a stream object; compresses the data. */
export function makeStream(dictionary: string, data: Buffer): string {
  const packed = deflateSync(data).toString('latin1');
  return `<<${dictionary} /Filter /FlateDecode /Length ${packed.length}>> stream\n${packed}\nendstream`;
}

function packObjects(members: [id: number, body: string][]): string {
  let offset = 0;
  const heads = members.map(([id, body]) => {
    const head = `${id} ${offset}`;
    offset += body.length + 1;
    return head;
  });
  const index = `${heads.join(' ')}\n`;
  const bodies = members.map(([, body]) => `${body}\n`).join('');
  return makeStream(
    `/Type /ObjStm /N ${members.length} /First ${index.length}`,
    Buffer.from(index + bodies, 'latin1'),
  );
}

interface TableOptions {
  places: Map<number, Place>;
  size: number;
  digest: string;
}

function writeTable({ root, info }: PdfFile, { places, size, digest: id }: TableOptions): string {
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
