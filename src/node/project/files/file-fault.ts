import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { parseXml } from '@rgrove/parse-xml';
import type { FileFault } from '../../../talk/model/project.ts';
import { mediaKind } from '../../../talk/text/media-kind.ts';
import type { Stamps } from '../cache/stamps.ts';

/** A file that is open, read in parts. */
export interface OpenFile {
  size: number;
  read(from: number, length: number): Buffer;
}

const PICTURE = /\.(?:jpe?g|jfif|a?png|gif|webp|avif|bmp|ico|hei[cf]|tiff?|psd|jxl|pdf|eps)$/i;
const DRAWING = /\.svg$/i;
const LFS = 'version https://git-lfs.github.com/spec/';
/** Larger drawings are not parsed. */
const MAX_DRAWING_BYTES = 2_000_000;
const HEAD_BYTES = 64;
/** Where the end of a picture is looked for first; programs write more behind it. */
const TAIL_BYTES = 32_768;
/** Parts of a file that are visited at most. */
const MAX_PARTS = 100_000;
const ENDING = Buffer.from([0xff, 0xd9]);
const SCAN = 0xda;
/** The last block of a GIF, and what transfers put behind it. */
const GIF_END = /\0;[\0\r\n ]*$/;
/** Signs at the head of files that browsers do not show. */
const UNSHOWN = ['II*\0', 'MM\0*', '8BPS', '%PDF', '%!PS', '\xff\n', '\0\0\0\fJXL '];
const UNSHOWN_BRANDS = /^(?:hei[cxms]|hev[cx]|mif1|msf1)/;

/** Returns a function that reads what is wrong with a picture, film or sound, each file once while it does not change. */
export function openFileFaults(root: string, stamps: Stamps): (file: string) => FileFault | null {
  const known = new Map<string, { stamp: string; fault: FileFault | null }>();
  return (file) => {
    const stamp = stamps.of(file);
    if (stamp === null) return null;
    const last = known.get(file);
    if (last?.stamp === stamp) return last.fault;
    const fault = readFault(path.join(root, file));
    known.set(file, { stamp, fault });
    return fault;
  };
}

function readFault(file: string): FileFault | null {
  const isPicture = PICTURE.test(file);
  const isDrawing = DRAWING.test(file);
  if (!isPicture && !isDrawing && mediaKind(file) === null) return null;
  try {
    const descriptor = openSync(file, 'r');
    try {
      const read = (from: number, length: number): Buffer => {
        const part = Buffer.alloc(length);
        return part.subarray(0, readSync(descriptor, part, 0, length, from));
      };
      const open = { size: fstatSync(descriptor).size, read };
      return (
        findCommonFault(open) ?? (isDrawing ? findDrawingFault(open) : findFault(open, isPicture))
      );
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // A file that cannot be read is reported where it is published.
    return null;
  }
}

function findCommonFault({ size, read }: OpenFile): FileFault | null {
  if (size === 0) return 'empty';
  return read(0, LFS.length).toString('latin1') === LFS ? 'pointer' : null;
}

/** Finds what is wrong with a picture or film by its parts; its pixels are not looked at. */
export function findFault(file: OpenFile, isPicture = true): FileFault | null {
  const bytes = file.read(0, HEAD_BYTES);
  const head = bytes.toString('latin1');
  const isCut = findEnd(file, head);
  if (isCut !== null) return isCut ? 'cut' : null;
  if (head.slice(4, 8) === 'ftyp') return findBoxFault(file, head, isPicture);
  if (!isPicture) return null;
  if (UNSHOWN.some((sign) => head.startsWith(sign))) return 'unshown';
  return head.startsWith('BM') || head.startsWith('\0\0\x01\0') ? null : 'unreadable';
}

/** Reports whether a picture of a known kind ends too early; null for another kind. */
function findEnd(file: OpenFile, head: string): boolean | null {
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return !hasLastChunk(file);
  if (head.startsWith('\xff\xd8\xff')) return !hasEndOfScans(file);
  if (head.startsWith('GIF8')) return !GIF_END.test(tailOf(file, 0).toString('latin1'));
  if (!head.startsWith('RIFF') || head.slice(8, 12) !== 'WEBP') return null;
  return file.read(4, 4).readUInt32LE() + 8 > file.size;
}

/** Follows the chunks of a PNG. */
function hasLastChunk({ size, read }: OpenFile): boolean {
  let at = 8;
  for (let count = 0; count < MAX_PARTS && at + 12 <= size; count++) {
    const chunk = read(at, 8);
    at += 12 + chunk.readUInt32BE();
    if (chunk.toString('latin1', 4) === 'IEND') return at <= size;
  }
  return false;
}

/** Follows the segments of a JPEG to its first scan, and looks for its end from there; a small picture in the head has its own. */
function hasEndOfScans(file: OpenFile): boolean {
  const { size, read } = file;
  let at = 2;
  for (let count = 0; count < MAX_PARTS && at + 4 <= size; count++) {
    const segment = read(at, 4);
    const isFill = segment[0] === 0xff && segment[1] === 0xff;
    if (segment[1] === SCAN) {
      if (tailOf(file, at).includes(ENDING)) return true;
      return read(at, size - at).includes(ENDING);
    }
    at += isFill ? 1 : 2 + segment.readUInt16BE(2);
  }
  return false;
}

function tailOf({ size, read }: OpenFile, least: number): Buffer {
  const from = Math.max(least, size - TAIL_BYTES);
  return read(from, size - from);
}

/** Follows the boxes of an AVIF picture or a film. */
function findBoxFault(
  { size, read }: OpenFile,
  head: string,
  isPicture: boolean,
): FileFault | null {
  const isShown = /avi[fs]/.test(head.slice(8, 40));
  if (isPicture && !isShown) return UNSHOWN_BRANDS.test(head.slice(8)) ? 'unshown' : 'unreadable';
  let hasIndex = false;
  let at = 0;
  for (let count = 0; count < MAX_PARTS && at + 8 <= size; count++) {
    const box = read(at, 16);
    const length = box.readUInt32BE();
    hasIndex ||= /moov|meta/.test(box.toString('latin1', 4, 8));
    if (length === 0) return hasIndex ? null : 'cut';
    at += length === 1 ? Number(box.readBigUInt64BE(8)) : Math.max(8, length);
  }
  return at <= size && hasIndex ? null : 'cut';
}

/** Finds what is wrong with an SVG file: browsers show none that is not well-formed, or that lacks its namespace. */
export function findDrawingFault({ size, read }: OpenFile): FileFault | null {
  if (size > MAX_DRAWING_BYTES) return null;
  const bytes = read(0, size);
  const isWide = bytes[0] === 0xfe || bytes[0] === 0xff;
  if (isWide || bytes[0] === 0x1f) return isWide ? null : 'unshown';
  const text = bytes.toString('utf8');
  try {
    const { root } = parseXml(text, { ignoreUndefinedEntities: true });
    const isDrawing = root?.name.split(':').at(-1) === 'svg';
    return isDrawing && Object.keys(root.attributes).some((key) => /^xmlns(?::|$)/.test(key))
      ? null
      : 'unreadable';
  } catch {
    return /<svg\b/.test(text) && !/<\/(?:\w+:)?svg\s*>/.test(text) ? 'cut' : 'unreadable';
  }
}
