import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { testFolder } from './cases.ts';

/** Beside the folders that other tests read meanwhile, and as deep as a fixture, for what its modules import. */
const COPIES = path.resolve(import.meta.dirname, '../../.cache/right');

/** A folder that is removed with its scope. */
export interface RightFolder extends Disposable {
  folder: string;
}

/**
 * Writes the right form of a fixture: its files, with those of `test/right/CODE` in their places; `gone.txt` lists the files that it
 * does not have.
 */
export function writeRight(kind: 'problems' | 'check', code: string): RightFolder {
  mkdirSync(COPIES, { recursive: true });
  const folder = mkdtempSync(path.join(COPIES, `${code}-`));
  const right = path.join(testFolder('right'), code);
  for (const from of [path.join(testFolder(kind), code), right]) {
    cpSync(from, folder, { recursive: true, filter: (file) => !file.endsWith('.cache') });
  }
  const list = path.join(right, 'gone.txt');
  const gone = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
  for (const file of [...gone, 'gone.txt', 'expected.txt'])
    rmSync(path.join(folder, file), { force: true });
  return {
    folder,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
