import { symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  answerTalkPage,
  toPrintUrl,
  ORIGIN,
  type PageFilesOptions,
} from '../../../../src/node/print/page-files.ts';
import { usePaper } from '../../../../src/node/print/paper.ts';
import { compileMarkdown } from '../../../support/slide.ts';
import { makeProject } from '../../../support/project.ts';

const LATIN = '@font-face{font-family:Text;src:url(a.woff2);unicode-range:U+0-FF}';
const GREEK = '@font-face{font-family:Text;src:url(b.woff2);unicode-range:U+370-3FF}';
const STYLE = `${LATIN}${GREEK}`;

test('answers with the page, the engine and the files of the project', () => {
  const ask = open();
  expect(ask('/talk/')?.type).toBe('text/html; charset=utf-8');
  expect(String(ask('/talk/')?.body)).toContain('src="/@rostrum/script.js"');
  expect(String(ask('/@rostrum/style.css')?.body)).toBe('body {}');
  expect(ask('/assets/a%20b.svg')).toMatchObject({ type: 'image/svg+xml' });
});

test('has nothing for files that are not there, lie outside or are named by no slide', () => {
  const ask = open();
  for (const path of [
    '/assets/none.svg',
    '/@rostrum/none.js',
    '/..%2Fsecret',
    '/%2Fetc/passwd',
    '/%',
    '/%00',
    `/${'a'.repeat(5000)}`,
    '/assets/unused.svg',
    '/assets/linked.svg',
    '/.env',
    '/slides/talks/talk.md',
    '/@rostrum/assets',
    '/@rostrum/%00',
    `/@rostrum/${'a'.repeat(5000)}`,
  ])
    expect(ask(path), path).toBeNull();
  expect(ask('/@rostrum/..%2F..%2Fsecret')).toBeNull();
});

test('names what the page will ask for, before it finds out', () => {
  const body = String(open()('/talk/')?.body);
  expect(body).toContain('<link rel="modulepreload" href="/@rostrum/assets/part.js">');
  expect(body).toContain('href="/@rostrum/ibm-plex-sans-latin-400-normal.woff2" crossorigin>');
});

test('spares paper the deck and the window', () => {
  const runtime = bundleClient();
  const body = String(
    open({ ...usePaper(talk(), { runtime, root: runtime.folder }) })('/talk/')?.body,
  );
  expect(body).toContain('src="/@rostrum/paper.js"');
  expect(body).not.toContain('script.js');
  expect(body).toMatch(/@media screen \{\n.*content-visibility: auto/);
  expect(body).not.toContain('Say nothing.');
});

test('gives paper the faces that have letters of the page, or of scripts that write on it', () => {
  const styleOf = (markdown: string, css: string | null = null, own = ''): string => {
    const runtime = bundleClient({ 'style.css': STYLE, 'assets/part.js': '"Ω"' });
    const plain = talk(markdown);
    // An element of a project's own block, which no slide's author can write.
    const slides = plain.slides.map((slide) => ({ ...slide, html: slide.html + own }));
    const asked = { ...plain, slides, meta: { ...plain.meta, css } };
    const options = { root: runtime.folder, ...usePaper(asked, { runtime, root: runtime.folder }) };
    const answer = answerTalkPage(asked, options);
    return String(answer(new URL(`${ORIGIN}/@rostrum/style.css`))?.body);
  };
  expect(styleOf('# Hello\n')).toBe(LATIN);
  expect(styleOf('# 5 Ω\n')).toBe(STYLE);
  expect(styleOf('# Hello\n', 'own.css')).toBe(STYLE);
  expect(styleOf('# Hello\n', null, '<rostrum-mine></rostrum-mine>')).toBe(STYLE);
});

test('leaves speaker notes out', () => {
  expect(String(open()('/talk/')?.body)).not.toContain('Say nothing.');
});

test('is found at an address that is the same on every machine', () => {
  expect(toPrintUrl(talk())).toBe('https://rostrum.invalid/talk/?print');
  const look = { steps: true, dark: true };
  expect(toPrintUrl(talk(), look)).toBe('https://rostrum.invalid/talk/?print&steps&dark');
});

function talk(markdown = '# Hello\n\n<!-- Say nothing. -->\n') {
  const [first] = compileMarkdown(markdown).talks;
  if (!first) throw new Error('There is no talk');
  return first;
}

function open(options: Partial<PageFilesOptions> = {}) {
  const { root } = makeProject({
    'project/assets/a b.svg': '<svg/>',
    'project/assets/unused.svg': '<svg/>',
    'project/.env': 'x',
    'project/slides/talks/talk.md': 'x',
    secret: 'x',
  });
  symlinkSync(`${root}/secret`, `${root}/project/assets/linked.svg`);
  const reads = new Set(['assets/a b.svg', 'assets/linked.svg', 'slides/talks/talk.md']);
  const files = { root: `${root}/project`, reads, runtime: bundleClient(), ...options };
  const answer = answerTalkPage(talk(), files);
  return (path: string) => answer(new URL(ORIGIN + path));
}

function bundleClient(files: Record<string, string> = {}) {
  const { root } = makeProject({
    'script.js': 'import { part } from"./assets/part.js";',
    'assets/part.js': '',
    'paper.js': '',
    'style.css': 'body {}',
    ...files,
  });
  return { folder: root, blockStyles: [] };
}
