import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { kernelBlocks } from '../../src/kernel/api.ts';
import { GUEST_BLOCKS } from '../../src/talk/problems/problems.ts';

const SOURCE = path.resolve(import.meta.dirname, '../../src');
const IMPORT = /(?:^(?:import|export|\}).*\bfrom |\bimport\()'([^']+)'/gm;
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

test('the hint about a missing block knows all blocks of the guest, and no other', () => {
  expect([...GUEST_BLOCKS.keys()]).toEqual(kernelBlocks.map(({ name }) => name));
});

test('the doors of the package give what their modules export', async () => {
  const load = (door: string) => import(path.join(SOURCE, '../bin', door)) as Promise<object>;
  const valuesOf = async (file: string) =>
    Object.keys(await import(path.join(SOURCE, file))).sort();
  const [plugin, kernel] = await Promise.all([load('plugin.mjs'), load('kernel.mjs')]);
  expect(Object.keys(plugin).sort()).toEqual(await valuesOf('node/api.ts'));
  expect(Object.keys(kernel).sort()).toEqual(await valuesOf('kernel/api.ts'));
});
