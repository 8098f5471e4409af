import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = path.resolve(import.meta.dirname, '../../src');
const IMPORT = /\b(?:from|import\()\s*'([^']+)'/g;
/** What any package may import of the engine. */
const DOORS = ['rostrum', 'rostrum/browser'];

/** Lists what the modules of a floor import, with the names of their files. */
function listImports(floor: string): { file: string; target: string }[] {
  const entries = readdirSync(path.join(SOURCE, floor), { recursive: true, withFileTypes: true });
  const files = entries.filter(({ name }) => name.endsWith('.ts'));
  return files.flatMap((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const found = [...readFileSync(file, 'utf8').matchAll(IMPORT)];
    return found.map(([, target = '']) => ({ file: path.relative(SOURCE, file), target }));
  });
}

test('the guest imports the engine by its public doors alone', () => {
  const imports = listImports('kernel');
  expect(imports.length).toBeGreaterThan(10);
  const strangers = imports.filter(({ file, target }) => {
    if (!target.startsWith('.')) return !DOORS.includes(target);
    return !path.posix.join(path.posix.dirname(file), target).startsWith('kernel/');
  });
  expect(strangers).toEqual([]);
});

test('no module of the engine imports the guest', () => {
  const imports = ['talk', 'node', 'browser'].flatMap(listImports);
  expect(imports.length).toBeGreaterThan(500);
  expect(imports.filter(({ target }) => target.includes('kernel/'))).toEqual([]);
  expect(imports.filter(({ target }) => target === 'rostrum/kernel')).toEqual([]);
});
