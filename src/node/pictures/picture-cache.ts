import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeCacheFile } from '../cache-file.ts';
import { hash } from '../hash.ts';
import { locateCache } from '../typescript.ts';
import type { EncodedPicture } from './encode.ts';

/** Encoded pictures of a project, kept by the content that they were made from. */
export interface PictureCache {
  /** Returns what was kept: null for a picture that stays as it is, undefined for nothing. */
  read(key: string): EncodedPicture | null | undefined;
  write(key: string, picture: EncodedPicture | null): void;
}

/** More than the pictures of a large project; the oldest go first. */
const MAX_FILES = 2000;
/** Grows when pictures are encoded differently. */
const RULES = 2;
const LINE_END = 0x0a;

/** Opens the encoded pictures of a project, by a version of `sharp`; the folder can be deleted. */
export function openPictureCache(root: string, version: string): PictureCache {
  const folder = path.join(locateCache(root), 'pictures');
  const fileOf = (key: string): string => path.join(folder, hash(`${RULES} ${version} ${key}`));
  return {
    read: (key) => readEntry(fileOf(key)),
    write(key, picture) {
      const head = Buffer.from(`${picture?.extension ?? ''}\n`);
      const entry = Buffer.concat([head, picture?.bytes ?? Buffer.alloc(0)]);
      writeCacheFile(fileOf(key), entry, MAX_FILES);
    },
  };
}

/** Reads the extension in the first line of a file, and the picture behind it. */
function readEntry(file: string): EncodedPicture | null | undefined {
  try {
    const entry = readFileSync(file);
    const end = entry.indexOf(LINE_END);
    if (end < 0) return undefined;
    const extension = entry.toString('latin1', 0, end);
    return extension === '' ? null : { extension, bytes: entry.subarray(end + 1) };
  } catch {
    return undefined;
  }
}
