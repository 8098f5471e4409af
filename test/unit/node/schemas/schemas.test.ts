import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import Ajv, { type ValidateFunction } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { toReport } from '../../../../src/node/check/annotations.ts';
import { listSchemas, type JsonSchema } from '../../../../src/node/schemas/schemas.ts';
import { BLOCKS } from '../../../../src/talk/blocks/blocks.ts';
import { SLIDE_KEYS, TALK_KEYS } from '../../../../src/talk/markdown/keys.ts';
import { compileTexts } from '../../../support/fixtures.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const SCHEMAS = listSchemas({
  writing: read('docs/writing.md'),
  blocks: read('docs/blocks.md'),
  data: read('docs/data.md'),
});

const VALIDATORS = new Map<string, ValidateFunction>();

/** Returns what is wrong with a value by a schema; none for a valid one. */
function faultsOf(name: string, value: unknown): string[] {
  const isValid = VALIDATORS.get(name) ?? compileSchema(name);
  VALIDATORS.set(name, isValid);
  return isValid(value)
    ? []
    : (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function compileSchema(name: string): ValidateFunction {
  const schema = SCHEMAS[`${name}.schema.json`] ?? {};
  const options = { strict: false, allErrors: true };
  const ajv = String(schema['$schema']).includes('2020') ? new Ajv2020(options) : new Ajv(options);
  return ajv.compile(schema);
}

function listFiles(folder: string, ending: string): string[] {
  const files = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith(ending)).map((file) => path.join(folder, file));
}

test('every key of front matter and of blocks has a schema with a description', () => {
  const keysOf = ({ properties = {} }: JsonSchema = {}): string[] => Object.keys(properties);
  expect(keysOf(SCHEMAS['talk.schema.json']).sort()).toEqual(Object.keys(TALK_KEYS).sort());
  expect(keysOf(SCHEMAS['slide.schema.json']).sort()).toEqual(Object.keys(SLIDE_KEYS).sort());
  const names = ['talk', 'slide', ...BLOCKS.map(({ name }) => `block-${name}`)];
  const bare = names.flatMap((name) =>
    Object.entries(SCHEMAS[`${name}.schema.json`]?.properties ?? {}).flatMap(([key, value]) =>
      value.description === undefined ? [`${name}: ${key}`] : [],
    ),
  );
  expect(bare).toEqual([]);
});

test('the talks, datasets and blocks of this repository are valid', () => {
  const folders = ['slides', 'examples/features/slides', 'template/slides'];
  const files = folders.flatMap((folder) => listFiles(folder, '.md'));
  expect(files.length).toBeGreaterThan(8);
  const found = files.flatMap((file) => [
    ...listHeads(file).flatMap(([kind, yaml]) =>
      faultsOf(kind, parse(yaml) ?? {}).map((fault) => `${file}: ${kind}${fault}`),
    ),
    ...listBlocks(file).flatMap(([name, yaml]) =>
      faultsOf(`block-${name}`, parse(yaml)).map((fault) => `${file}: ${name}${fault}`),
    ),
  ]);
  expect(found).toEqual([]);
  const data = ['data', 'examples/features/data', 'template/data'].flatMap((folder) =>
    listFiles(folder, '.json'),
  );
  expect(data.length).toBeGreaterThan(5);
  const wrong = data.filter((file) => faultsOf('dataset', JSON.parse(read(file))).length > 0);
  expect(wrong).toEqual([]);
});

/** Lists front matter of a slide file that is plain enough to be found without the parser. */
function listHeads(file: string): [kind: string, yaml: string][] {
  const text = read(file);
  const head = /^---\n([^]*?)\n---\n/.exec(text);
  const isTalk = file.includes('/talks/');
  const slides = text
    .slice(head?.[0].length ?? 0)
    .matchAll(/\n---\n((?:[a-zA-Z]+:[^\n]*\n)+)---\n/g);
  const own = [...slides].map(([, yaml = '']): [string, string] => ['slide', yaml]);
  return head ? [[isTalk ? 'talk' : 'slide', head[1] ?? ''], ...own] : own;
}

function listBlocks(file: string): [name: string, yaml: string][] {
  const names = BLOCKS.map(({ name }) => name).join('|');
  const fences = read(file).matchAll(new RegExp(`^\`\`\`(${names})\\n([^]*?)^\`\`\``, 'gm'));
  return [...fences].map(([, name = '', yaml = '']) => [name, yaml]);
}

test.each([
  ['talk', { title: 'T', speker: 'Ada' }],
  ['talk', { date: '1.3.2025' }],
  ['talk', { dark: 'yes' }],
  ['slide', { layout: 'Cover page' }],
  ['slide', { visibility: 'hide' }],
  ['block-chart', { data: 'members' }],
  ['block-chart', { data: 'members', type: 'pie' }],
  ['block-chart', { data: 'members', type: 'line', kind: 'line' }],
  ['dataset', { title: 'T', rows: [] }],
  ['dataset', { title: 'T', sources: { a: { name: 'A' } }, data: [] }],
  ['dataset', { title: 'T', sources: {}, rows: [{ asOf: '1.3.2025' }] }],
  ['dataset', { title: 'T', sources: {}, rows: [{ asOf: '2026-13' }] }],
  ['dataset', [1, 2, 3]],
])('%s: %j is wrong', (name, value) => {
  expect(faultsOf(name, value)).not.toEqual([]);
});

test('what "check" writes for programs is valid', () => {
  const { problems } = compileTexts({
    'slides/talks/t.md': '---\ntitel: T\n---\n\n{{ a.b }}\n\n---\nsrc: nowhere.md\n---\n',
  });
  expect(problems.length).toBeGreaterThan(2);
  expect(faultsOf('problems', problems.map(toReport))).toEqual([]);
  expect(faultsOf('problems', [{ code: 'a' }])).not.toEqual([]);
});
