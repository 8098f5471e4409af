import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { explainImport } from '../../../../src/node/project/import-error.ts';
import { importTypeScript } from '../../../../src/node/typescript.ts';

let root = '';
beforeEach(() => void (root = mkdtempSync(path.join(tmpdir(), 'rostrum-import-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function explain(text: string) {
  const file = path.join(root, 'list.ts');
  writeFileSync(file, text);
  const imported = (await importTypeScript(root, [file])).get(file);
  if (!imported || imported.ok) throw new Error('It was imported');
  const { reason, place } = explainImport(imported.error);
  return {
    reason,
    place: place && `${path.relative(root, place.file)}:${place.line}:${place.column}`,
  };
}

test('says what the bundler could not read, and where', async () => {
  expect(await explain('\nexport default { a: };\n')).toEqual({
    reason: 'Unexpected token',
    place: 'list.ts:2:21',
  });
});

test('names an import that is not there', async () => {
  expect(await explain("import x from './none.ts';\nexport default x;\n")).toEqual({
    reason: "Could not resolve './none.ts'",
    place: 'list.ts:1:15',
  });
});

test('reports what a file throws', async () => {
  const text = "throw new Error('No luck.\\nMore.');\nexport default 1;\n";
  expect(await explain(text)).toEqual({ reason: 'No luck', place: null });
});
