import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'node_modules/.cache/docs-samples');
const SAMPLE = /^```ts\n([^]*?)^```/gm;
const PATHS = {
  rostrum: [path.join(ROOT, 'src/node/api.ts')],
  'rostrum/browser': [path.join(ROOT, 'src/browser/api.ts')],
  'rostrum/kernel': [path.join(ROOT, 'src/kernel/api.ts')],
};
const OPTIONS = {
  extends: path.join(ROOT, 'tsconfig.json'),
  compilerOptions: {
    paths: PATHS,
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: ['node'],
    noEmit: true,
    noUnusedLocals: false,
    noUnusedParameters: false,
  },
  include: ['*.ts'],
};
/** A file of the reader's project, which a sample imports. */
const OWN_FILE = /Cannot find module '\.\.?\//;

test('samples of TypeScript in the documentation compile', () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const samples = readdirSync(path.join(ROOT, 'docs'))
    .filter((page) => page.endsWith('.md') && page !== 'api.md')
    .flatMap((page) => listSamples(page));
  expect(samples.length).toBeGreaterThan(20);
  for (const { name, text } of samples) writeFileSync(path.join(FOLDER, name), text);
  writeFileSync(path.join(FOLDER, 'tsconfig.json'), JSON.stringify(OPTIONS));
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', FOLDER, '--pretty', 'false'], {
    encoding: 'utf8',
  });
  const faults = stdout.split('\n').filter((line) => /error TS/.test(line) && !OWN_FILE.test(line));
  expect(faults).toEqual([]);
}, 60_000);

function listSamples(page: string): { name: string; text: string }[] {
  const text = readFileSync(path.join(ROOT, 'docs', page), 'utf8');
  return [...text.matchAll(SAMPLE)].flatMap(([, sample = ''], at) => {
    // Keys of a recipe are no program.
    if (/^[a-z]+: /.test(sample)) return [];
    const name = `${path.basename(page, '.md')}-${at + 1}.ts`;
    return [{ name, text: `${complete(sample)}\nexport {};\n` }];
  });
}

/** Parts of files have the imports of the whole. */
function complete(sample: string): string {
  if (/^import /m.test(sample)) return sample;
  const imports =
    "import { defineDataset, defineLayout, formats, html, rostrum, v } from 'rostrum';\n";
  return `${imports}${sample}`;
}
