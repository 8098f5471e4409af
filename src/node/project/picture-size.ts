import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import type { PictureSize } from '../../talk/model/project.ts';
import type { Stamps } from './read-folder.ts';

/** As much of a file as is read; photographs hold a small picture of themselves before their size. */
const MAX_HEAD_BYTES = 256 * 1024;

/** Reads the sizes of a project's pictures from the heads of their files, each once while it does not change. */
export function openPictureSizes(
  root: string,
  stamps: Stamps,
): (file: string) => PictureSize | undefined {
  const known = new Map<string, { stamp: string; size: PictureSize | undefined }>();
  return (file) => {
    const stamp = stamps.of(file);
    if (stamp === null) return undefined;
    const last = known.get(file);
    if (last?.stamp === stamp) return last.size;
    const size = readHead(path.join(root, file), parsePictureSize);
    known.set(file, { stamp, size });
    return size;
  };
}

function readHead<Value>(file: string, parse: (head: Buffer) => Value): Value | undefined {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const head = Buffer.alloc(MAX_HEAD_BYTES);
      return parse(head.subarray(0, readSync(descriptor, head, 0, head.length, 0)));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** Reads the size of a PNG, GIF, JPEG, WebP or SVG picture from the head of its file; undefined when it has none. */
export function parsePictureSize(head: Buffer): PictureSize | undefined {
  const size = parseRaster(head);
  if (size) return size.width > 0 && size.height > 0 ? { ...size, isDrawing: false } : undefined;
  return parseDrawing(head.toString('utf8'));
}

type Size = Pick<PictureSize, 'width' | 'height'>;

function parseRaster(head: Buffer): Size | undefined {
  if (head.length < 26) return undefined;
  if (head.readUInt32BE(0) === 0x89504e47) {
    return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
  }
  const name = head.toString('latin1', 0, 4);
  if (name === 'GIF8') return { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
  if (name === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return parseWebp(head);
  return head.readUInt16BE(0) === 0xffd8 ? parseJpeg(head) : undefined;
}

function parseWebp(head: Buffer): Size | undefined {
  const kind = head.toString('latin1', 12, 16);
  if (kind === 'VP8 ' && head.length >= 30) {
    return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
  }
  if (kind === 'VP8L') {
    const bits = head.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8X' || head.length < 30) return undefined;
  return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
}

/** Walks through the segments of a JPEG; its camera may have been held upright. */
function parseJpeg(head: Buffer): Size | undefined {
  let isUpright = false;
  for (let at = 2; at + 9 < head.length && head[at] === 0xff; at += 2 + head.readUInt16BE(at + 2)) {
    const marker = head[at + 1] ?? 0;
    if (marker === 0xe1)
      isUpright ||= isTurned(head.subarray(at + 4, at + 2 + head.readUInt16BE(at + 2)));
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (!isFrame) continue;
    const [height, width] = [head.readUInt16BE(at + 5), head.readUInt16BE(at + 7)];
    return isUpright ? { width: height, height: width } : { width, height };
  }
  return undefined;
}

/** Reads from the Exif data of a photograph whether browsers turn it by a quarter. */
function isTurned(exif: Buffer): boolean {
  if (exif.length < 20 || exif.toString('latin1', 0, 4) !== 'Exif') return false;
  const tiff = exif.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let index = 0; index < short(start); index++) {
    const entry = start + 2 + 12 * index;
    if (short(entry) === 0x112) return short(entry + 8) >= 5;
  }
  return false;
}

const TAG = /<svg\b[^>]*>/i;
const VIEW_BOX = /\sviewBox=["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/;
const WIDTH = /\swidth=["']([\d.]+)(?:px)?["']/;
const HEIGHT = /\sheight=["']([\d.]+)(?:px)?["']/;

function parseDrawing(text: string): PictureSize | undefined {
  const tag = TAG.exec(text)?.[0];
  if (tag === undefined) return undefined;
  const [, boxWidth, boxHeight] = VIEW_BOX.exec(tag) ?? [];
  const width = Number(WIDTH.exec(tag)?.[1] ?? boxWidth);
  const height = Number(HEIGHT.exec(tag)?.[1] ?? boxHeight);
  return width > 0 && height > 0 ? { width, height, isDrawing: true } : undefined;
}
