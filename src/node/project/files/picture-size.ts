import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { imageSize } from 'image-size';
import type { PictureSize } from '../../../talk/model/project.ts';
import { readPhotoFacts } from '../../../talk/text/exif.ts';
import type { Stamps } from '../cache/stamps.ts';

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

/** Reads the size of a picture from the head of its file, as browsers show it; undefined when it has none. */
export function parsePictureSize(head: Uint8Array): PictureSize | undefined {
  return parsePhoto(head) ?? parseDrawing(new TextDecoder().decode(head));
}

function parsePhoto(head: Uint8Array): PictureSize | undefined {
  try {
    const { width, height, orientation = 1, type } = imageSize(head);
    if (type === 'svg' || !(width > 0 && height > 0)) return undefined;
    // A camera that was held upright: browsers turn the photograph by a quarter.
    const shown = orientation >= 5 ? { width: height, height: width } : { width, height };
    const { isLocated } = readPhotoFacts(head);
    return { ...shown, isDrawing: false, ...(isLocated && { isLocated }) };
  } catch {
    return undefined;
  }
}

const TAG = /<svg\b[^>]*>/i;
const VIEW_BOX = /\sviewBox=["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/;
const WIDTH = /\swidth=["']([\d.]+)(?:px)?["']/;
const HEIGHT = /\sheight=["']([\d.]+)(?:px)?["']/;

/** Reads the size of SVG: a width in percent, which the library refuses, leaves that of the view box. */
function parseDrawing(text: string): PictureSize | undefined {
  const tag = TAG.exec(text)?.[0];
  if (tag === undefined) return undefined;
  const [, boxWidth, boxHeight] = VIEW_BOX.exec(tag) ?? [];
  const width = Number(WIDTH.exec(tag)?.[1] ?? boxWidth);
  const height = Number(HEIGHT.exec(tag)?.[1] ?? boxHeight);
  return width > 0 && height > 0 ? { width, height, isDrawing: true } : undefined;
}
