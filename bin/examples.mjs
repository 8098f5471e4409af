import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TEST = fileURLToPath(new URL('../test', import.meta.url));

/** Reads the fixture of a problem: the project that has it, with what is printed, and the files of the right one that differ. */
export function readExample(code) {
  const folder = ['problems', 'check'].find((name) => existsSync(path.join(TEST, name, code)));
  return {
    wrong: folder ? readFiles(path.join(TEST, folder, code)) : [],
    right: readFiles(path.join(TEST, 'right', code)),
  };
}

function readFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.cache'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({
      path: path.relative(folder, file).replaceAll('\\', '/'),
      text: readFileSync(file, 'utf8'),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
