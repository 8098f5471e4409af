import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { testFolder } from './cases.ts';

/** A folder that is removed with its scope. */
export interface RightFolder extends Disposable {
  folder: string;
}

/**
 * Writes the right form of a fixture: its files, with those of `test/right/CODE` in their places; `gone.txt` lists the files that it
 * does not have. It lies as deep as the fixture, for what its modules import.
 */
export function writeRight(kind: 'problems' | 'check', code: string): RightFolder {
  const folder = mkdtempSync(path.join(testFolder('right'), '.copy-'));
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
