import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** Returns the first hexadecimal digits of a content's SHA-256 hash, 16 by default, as a name or a mark of its state. */
export function hash(content: string | Uint8Array, digits = 16): string {
  return createHash('sha256').update(content).digest('hex').slice(0, digits);
}

/** Returns the hash of a file's content; empty when there is no file. */
export function hashFile(file: string): string {
  return existsSync(file) ? hash(readFileSync(file)) : '';
}
