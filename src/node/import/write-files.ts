import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../write-whole.ts';

/** Writes files below the root; a picture that is there already with other bytes is replaced, as it is the deck's. */
export function writeFiles(root: string, contents: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [file, content] of contents) {
    const target = path.join(root, file);
    if (existsSync(target) && readFileSync(target).equals(Buffer.from(content))) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeWhole(target, content, { isPrecious: true });
  }
}
