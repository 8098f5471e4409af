import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseDataset } from '../../src/talk/data/dataset/dataset.ts';
import { BLOCKS } from '../../src/talk/blocks/blocks.ts';
import { checkBody } from '../../src/talk/render/elements/block/block-schema.ts';
import { parseBody } from '../../src/talk/render/elements/block/block-body.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DOCS = path.join(ROOT, 'docs');
const PAGES = readdirSync(DOCS).filter((file) => file.endsWith('.md'));
const read = (file: string): string => readFileSync(file, 'utf8');
const FENCE = /^( *)(`{3,})([\w-]*)[^\n]*\n([^]*?)^\1\2$/gm;
const LINK = /(?<!!)\[[^\]]*\]\(([^)\s]+)\)/g;

/** Removes code, in which brackets are no links. */
function withoutCode(text: string): string {
  return text.replaceAll(FENCE, '').replaceAll(/`[^`\n]*`/g, '');
}

/** Returns the addresses of headings, as forges and the site make them. */
function anchorsOf(text: string): string[] {
  const headings = text.replaceAll(FENCE, '').matchAll(/^#{1,6} +(.+)$/gm);
  return [...headings].map(([, words = '']) =>
    words
      .toLowerCase()
      .replaceAll(/[`*]/g, '')
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}

test('links between pages lead to files and headings that there are', () => {
  const dead = ['README.md', ...PAGES.map((page) => `docs/${page}`)].flatMap((page) => {
    const file = path.join(ROOT, page);
    const links = [...withoutCode(read(file)).matchAll(LINK)].map(([, to = '']) => to);
    return links
      .filter((to) => !/^[a-z]+:/.test(to))
      .filter((to) => {
        const [name = '', anchor] = to.split('#');
        const target = name === '' ? file : path.resolve(path.dirname(file), name);
        if (!existsSync(target)) return true;
        return (
          anchor !== undefined &&
          target.endsWith('.md') &&
          !anchorsOf(read(target)).includes(anchor)
        );
      })
      .map((to) => `${page}: ${to}`);
  });
  expect(dead).toEqual([]);
});

test('pictures of pages are there', () => {
  const gone = PAGES.flatMap((page) =>
    [...withoutCode(read(path.join(DOCS, page))).matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)]
      .map(([, to = '']) => to)
      .filter((to) => !existsSync(path.join(DOCS, to)))
      .map((to) => `${page}: ${to}`),
  );
  expect(gone).toEqual([]);
});

test('samples of blocks have the keys that blocks have', () => {
  const samples = listSamples();
  const blocks = samples.filter(({ language }) => BLOCKS.some(({ name }) => name === language));
  expect(blocks.length).toBeGreaterThan(15);
  const wrong = blocks.flatMap(({ page, language, text }) => {
    const block = BLOCKS.find(({ name }) => name === language);
    const span = { file: page, line: 1, column: 1, length: 1 };
    const lines = text.split('\n').map(() => span);
    const body = parseBody({ type: 'datablock', raw: text, name: language, text, span, lines });
    if (!block || body.faults.length > 0) return [`${page}: ${text}`];
    const checked = checkBody(body, { block: language, schema: block.schema });
    return checked.ok ? [] : checked.problems.map(({ message }) => `${page}: ${message} ${text}`);
  });
  expect(wrong).toEqual([]);
});

test('samples of data files and of YAML can be read', () => {
  const datasets = listSamples().filter(
    ({ language, text }) => language === 'json' && /"rows": \[\s*\{/.test(text),
  );
  expect(datasets.length).toBeGreaterThan(1);
  const wrong = datasets.flatMap(({ page, text }) => {
    const { problems } = parseDataset({ path: page, text }, 'sample');
    return problems.map(({ message }) => `${page}: ${message}`);
  });
  expect(wrong).toEqual([]);
  for (const { language, text } of listSamples()) if (language === 'yaml') parse(text);
});

interface Sample {
  page: string;
  language: string;
  text: string;
}

/** Lists fences of all pages, and those within samples of Markdown. */
function listSamples(): Sample[] {
  return PAGES.flatMap((page) => listFences(read(path.join(DOCS, page)), page));
}

function listFences(text: string, page: string): Sample[] {
  return [...text.matchAll(FENCE)].flatMap(({ index, 3: written = '', 4: inner = '' }) => {
    // In the chapter of a block, YAML that names a dataset is the body of one.
    const chapter = [...text.slice(0, index).matchAll(/^## ([\w-]+)$/gm)].at(-1)?.[1] ?? '';
    const isBody = page === 'blocks.md' && written === 'yaml' && /^(?:data|trees):/.test(inner);
    const language = isBody ? chapter : written;
    const isNested = ['md', 'markdown', 'text'].includes(written);
    return [{ page, language, text: inner }, ...(isNested ? listFences(inner, page) : [])];
  });
}
