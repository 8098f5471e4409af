import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Dialect } from '../../src/talk/model/import/imported-deck.ts';
import { compileTexts } from '../support/fixtures.ts';
import { importText } from '../support/import.ts';

const PAGE = path.resolve(import.meta.dirname, '../../docs/moving.md');
const DIALECTS: Readonly<Record<string, readonly Dialect[]>> = {
  Slidev: ['slidev'],
  Marp: ['marp'],
  Pandoc: ['pandoc'],
  Quarto: ['quarto'],
  'reveal.js': ['reveal'],
  remark: ['remark'],
  Deckset: ['deckset'],
};
const LAYOUT =
  /^(?:two-(?:cols|cols-header|columns)|(?:picture|image)(?:-left|-right)?|cover|statement|default|intro|fact|full)$/;
const KEY = /^[\w-]+:(?: .*)?$/;
const FENCE = /^(?:\w+ )?\{[^}]*[=|\d.][^}]*\}(?: \{.*\})?$/;
const VALUES: Readonly<Record<string, string>> = {
  image: 'a.png',
  background: '"#ffffff"',
  backgroundColor: 'white',
  backgroundImage: 'url(a.png)',
  aspect: '4:3',
  aspectRatio: '4/3',
  id: 'quay',
  class: 'quay',
  visibility: 'hidden',
  name: 'quay',
};

interface Row {
  origin: string;
  foreign: string[];
  own: string[];
}

/** Lists the samples of the tables of origins, a row each. */
function listRows(): Row[] {
  const parts = readFileSync(PAGE, 'utf8')
    .split(/^## From /m)
    .slice(1);
  return parts.flatMap((part) => {
    const [origin = ''] = part.split('\n');
    const rows =
      part
        .split(/^## /m)[0]
        ?.split('\n')
        .filter((line) => line.startsWith('|')) ?? [];
    return rows.slice(2).map((line) => {
      const [, foreign = '', own = ''] = line.split(/(?<!\\)\|/);
      return { origin, foreign: listCode(foreign), own: listCode(own) };
    });
  });
}

function listCode(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replaceAll('\\|', '|'));
}

const CODE = 'int a;\nint b;\nint c;\n```';

/** Writes samples as a slide: keys in its head, options behind a fence, and what opens is closed. */
function toSlide(samples: readonly string[]): { keys: string[]; body: string } {
  const keys = new Map<string, string>();
  const body = ['# Harbours'];
  for (const sample of samples) {
    const [key = ''] = sample.split(':');
    if (LAYOUT.test(sample)) keys.set('layout', sample);
    else if (Object.hasOwn(VALUES, sample.replace(/:$/, ''))) keys.set(key, VALUES[key] ?? '');
    else if (KEY.test(sample)) keys.set(key, sample.slice(key.length + 2));
    else if (FENCE.test(sample))
      body.push(`\`\`\`${sample.startsWith('{') ? 'c ' : ''}${sample}\n${CODE}`);
    else body.push(sample);
  }
  if (keys.get('layout')?.startsWith('picture')) body.push('![](a.png)');
  if (body.includes('::: versions'))
    return {
      keys: [],
      body: [...body, `\`\`\`c\n${CODE}`, `\`\`\`c\n${CODE}`, ':::\n'].join('\n\n'),
    };
  if (body.some((sample) => sample.startsWith('<style'))) body.push('h2 { color: red }\n</style>');
  const closings = body.filter((sample) => sample.startsWith('::: ')).map(() => ':::');
  if (closings.length > 0) body.push('Words.', ...closings);
  return {
    keys: [...keys].map(([key, value]) => `${key}: ${value}`),
    body: `${body.join('\n\n')}\n`,
  };
}

/** Writes samples as a deck of a program: keys where it has them, and the rest on a slide. */
function toDeck(samples: readonly string[], dialect: Dialect): string {
  const { keys, body } = toSlide(samples);
  const lines = keys.length > 0 ? `${keys.join('\n')}\n` : '';
  if (body.includes('<textarea'))
    return `<html><body>\n${samples.join('')}\n# First\n\n</textarea></body></html>\n`;
  if (dialect === 'remark') return `# First\n\n---\n\n${lines}\n${body}`;
  if (dialect === 'deckset') return `${lines}\n# First\n\n---\n\n${body}`;
  if (dialect === 'slidev')
    return `---\ntitle: A\n---\n\n# First\n\n---\n${lines || 'class: a\n'}---\n\n${body}`;
  const head =
    dialect === 'marp' ? 'marp: true\n' : dialect === 'quarto' ? 'format: revealjs\n' : '';
  return `---\ntitle: A\n${head}${lines}---\n\n# First\n\n${dialect === 'pandoc' || dialect === 'quarto' ? '' : '---\n\n'}${body}`;
}

const FILES = {
  './pages/a.md': '# A\n\n---\n\n# B\n\n---\n\n# C\n\n---\n\n# D\n',
  '@/snippets/a.ts': 'let a;\n',
  '/snippets/a.ts': 'let a;\n',
  'a.qmd': '## A\n\nWords.\n',
};

function errorsOf(text: string, assets: Readonly<Record<string, string>> = {}): string[] {
  const placeholders = text.replace('---\n', '---\nplaceholders: true\n');
  const { problems } = compileTexts({ 'slides/talks/talk.md': placeholders, ...assets });
  return problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

const ROWS = listRows();

test('each origin has a table', () => {
  expect(new Set(ROWS.map(({ origin }) => origin))).toEqual(new Set(Object.keys(DIALECTS)));
  expect(ROWS.length).toBeGreaterThan(60);
});

test.each(ROWS)('$origin: $own has no error', ({ own }) => {
  const { keys, body } = toSlide(own);
  const head = keys.length > 0 ? `${keys.join('\n')}\n---\n` : '';
  expect(errorsOf(`---\ntitle: A\n---\n\n# First\n\n---\n${head}\n${body}`)).toEqual([]);
});

test.each(ROWS)('$origin: $foreign is imported without an error', ({ origin, foreign }) => {
  for (const dialect of DIALECTS[origin] ?? []) {
    const { text, css, files } = importText(dialect, toDeck(foreign, dialect), FILES);
    const assets = Object.fromEntries(files.map(({ to }) => [to, 'let a;\n']));
    expect(errorsOf(text, { ...assets, 'assets/harbours/harbours.css': css })).toEqual([]);
  }
});
