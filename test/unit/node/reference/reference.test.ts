import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { VERBS } from '../../../../src/node/cli/verbs.ts';
import { explanations } from '../../../../src/node/reference/problem-pages.ts';
import { describeType, listPages } from '../../../../src/node/reference/reference.ts';
import { BLOCKS } from '../../../../src/talk/blocks/blocks.ts';
import { FORMATS } from '../../../../src/talk/data/value/format.ts';
import { FILTERS } from '../../../../src/talk/data/value/value.ts';
import { SLIDE_KEYS, TALK_KEYS } from '../../../../src/talk/markdown/keys.ts';
import { readTexts } from '../../../support/fixtures.ts';
import { listSentences } from '../../../support/sentences.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const readFixture = (kind: string, code: string) =>
  Object.entries(readTexts(path.join(ROOT, 'test', kind, code))).map(([name, text]) => ({
    path: name,
    text,
  }));

const exampleOf = (code: string) =>
  code === 'unknown-dataset'
    ? { wrong: readFixture('problems', code), right: readFixture('right', code) }
    : { wrong: [], right: [] };

const pages = await listPages({
  writing: read('docs/writing.md'),
  blocks: read('docs/blocks.md'),
  data: read('docs/data.md'),
  problems: read('docs/problems.md'),
  tokens: read('src/browser/styles/tokens.css'),
  exampleOf,
});

test('front matter, blocks, verbs and variables have a line each', () => {
  const { 'reference/front-matter.md': matter = '', 'reference/blocks.md': blocks = '' } = pages;
  for (const key of [...Object.keys(TALK_KEYS), ...Object.keys(SLIDE_KEYS)]) {
    expect(matter).toContain(`| \`${key}\` |`);
  }
  for (const { name, about } of BLOCKS) expect(blocks).toContain(`## ${name}\n\n${about}`);
  for (const verb of Object.keys(VERBS)) {
    expect(pages['reference/command-line.md']).toContain(`## ${verb}\n`);
  }
  expect(pages['reference/theme-variables.md']).toMatch(/\| `--text-title` \| `\d+px` \|/);
});

test('values have results that are computed, and data files their keys', () => {
  const values = pages['reference/values.md'] ?? '';
  expect(values).toContain('| `growth` | `{{ club.members \\| growth 1y }}` | 9.4% |');
  expect(values).toContain('| `compact` | `{{ club.members \\| compact }}` | 13k |');
  for (const name of [...FILTERS, ...FORMATS]) expect(values).toContain(`| \`${name}\` |`);
  const files = pages['reference/data-files.md'] ?? '';
  for (const key of ['title', 'unit', 'asOf', 'exact', 'licence', 'interval'])
    expect(files).toMatch(new RegExp(`\\| \`${key}\` \\|.*\\| .+ \\|$`, 'm'));
});

test('each problem has a page, with a project that has it, what is printed, and the right project', () => {
  const codes = [...read('docs/problems.md').matchAll(/^### ([a-z0-9-]+)$/gm)].map(
    ([, code]) => code,
  );
  expect(codes.length).toBeGreaterThan(150);
  expect(codes.filter((code) => pages[`problems/${code}.md`] === undefined)).toEqual([]);
  const page = pages['problems/unknown-dataset.md'] ?? '';
  expect(page).toContain('`slides/talks/talk.md`');
  expect(page).toContain('Did you mean "list"?');
  expect(page).toContain('```md{8}\n---\ntitle: A talk\n');
  expect(page).toContain('There are {{ lsit.subscribers }} of them.');
  expect(page.slice(page.indexOf('## Right'))).toContain(
    'There are {{ list.subscribers }} of them.',
  );
});

test('the package explains each code, with the lines that make its example right', () => {
  const text = explanations({ problems: read('docs/problems.md'), exampleOf });
  const section = text.slice(text.indexOf('### unknown-dataset'));
  expect(section).toContain(
    '```diff\nslides/talks/talk.md:\n  # A slide\n\n- There are {{ lsit.subscribers }} of them.\n+ There are {{ list.subscribers }} of them.\n```',
  );
  expect(text.match(/^### /gm)).toEqual(read('docs/problems.md').match(/^### /gm));
});

test('keys of one table have a description each', () => {
  const tables = ['front-matter', 'blocks', 'data-files'].flatMap((name) =>
    (pages[`reference/${name}.md`] ?? '').split(/^## /m).slice(1),
  );
  const wrong = tables.flatMap((table) => {
    const rows = [...table.matchAll(/^\| `([^`]+)` \| (.*?) \| .+ \|$/gm)];
    const texts = rows.map(([, , text = '']) => text.trim());
    return rows.filter((_, at) => texts[at] === '' || texts.indexOf(texts[at] ?? '') !== at);
  });
  expect(tables.length).toBeGreaterThan(12);
  expect(wrong.map(([row]) => row)).toEqual([]);
});

test('sentences have at most 25 words', () => {
  const sentences = Object.entries(pages).flatMap(([page, text]) =>
    listSentences(text).map((sentence) => ({ page, ...sentence })),
  );
  expect(sentences.length).toBeGreaterThan(2000);
  expect(sentences.filter(({ words }) => words > 25)).toEqual([]);
});

test('the type of a key is in words', () => {
  expect(describeType({ type: 'string' })).toBe('text');
  expect(describeType({ enum: ['a', 'b'] })).toBe('`a`, `b`');
  expect(
    describeType({ anyOf: [{ const: false }, { type: 'array', items: { type: 'number' } }] }),
  ).toBe('`false` or a list of number');
});
