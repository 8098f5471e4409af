import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** Finds a folder of the tests, e.g. `problems`. */
export function testFolder(name: string): string {
  return path.join(fileURLToPath(new URL('..', import.meta.url)), name);
}

/** Lists the folders in a folder, sorted: each is a case. */
export function listCases(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const isCase = (entry: { name: string; isDirectory(): boolean }): boolean =>
    entry.isDirectory() && !entry.name.startsWith('.');
  return entries.flatMap((entry) => (isCase(entry) ? [entry.name] : [])).sort();
}

/**
 * Compares a text with the file that holds what is expected. A missing file is written at a desk and an error in CI;
 * what differs is left beside it as `*.actual`.
 */
export function expectFile(file: string, actual: string): void {
  const text = `${actual.trimEnd()}\n`;
  if (!existsSync(file)) {
    expect(process.env['CI'], `${file} is missing`).not.toBe('true');
    writeFileSync(file, text);
    return;
  }
  const expected = readFileSync(file, 'utf8');
  if (expected === text) rmSync(`${file}.actual`, { force: true });
  else writeFileSync(`${file}.actual`, text);
  expect(text).toBe(expected);
}
