import { readFileSync } from 'node:fs';
import path from 'node:path';

const DOCUMENT = path.resolve(import.meta.dirname, '../../docs/presenting.md');

/** Lists the keys in the tables of docs/presenting.md, as the help in a window names them. */
export function listDocumentedKeys(): string[] {
  const rows = readFileSync(DOCUMENT, 'utf8').match(/^\| .*?(?= \| )/gm) ?? [];
  const names = rows.flatMap((row) => row.match(/(?<=`)[^`|,\s]+(?: [^`|,\s]+)?(?=`)/g) ?? []);
  return names.map((name) => name.replace('Page ↓', 'Page down').replace('Page ↑', 'Page up'));
}
