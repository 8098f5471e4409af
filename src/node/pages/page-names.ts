import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { hasCode } from '../system-error.ts';
import { parsePath } from './address.ts';

/** Where the files are that pages show, and which these are. */
export interface NameOptions {
  root: string;
  base: string;
  isShown(file: string): Promise<boolean>;
}

type Next = (error?: unknown) => void;

/** Signs that Vite takes for the end of a path, also where they are encoded, and pages, which it gives none of. */
const MISSED = /%(?:23|3f)|\.html?(?:[?#]|$)/i;
const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.htm': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
};

/** Answers requests for pages in frames, and for files with "#" or "?" in their names, which Vite does not find; the rest passes. */
export function answerNames({ root, base, isShown }: NameOptions) {
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    const pathname = MISSED.test(request.url ?? '') ? parsePath(request.url) : null;
    if (pathname === null || !pathname.startsWith(base)) return next();
    const name = pathname.slice(base.length);
    readShown(name).then((bytes) => {
      if (!bytes) return next();
      const type = TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
      response.end(request.method === 'HEAD' ? undefined : bytes);
    }, next);
  };

  async function readShown(name: string): Promise<Buffer | null> {
    if (!(await isShown(name))) return null;
    try {
      return await readFile(path.join(root, name));
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'EISDIR', 'EACCES')) return null;
      throw error;
    }
  }
}
