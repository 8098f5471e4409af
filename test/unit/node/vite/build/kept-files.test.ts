import type { Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { locateFloorFile } from '../../../../../src/node/engine.ts';
import {
  listKept,
  renderKept,
  type TalkFiles,
} from '../../../../../src/node/vite/build/kept-files.ts';
import type { Talk } from '../../../../../src/talk/model/talk.ts';

const talkOf = (html: string): Talk =>
  ({ slides: [{ html, notes: '' }], meta: { css: null, follow: null } }) as unknown as Talk;

const chunk = (id: string, imports: string[] = [], dynamicImports: string[] = []) => ({
  type: 'chunk',
  facadeModuleId: id,
  moduleIds: [id, '/live.ts'],
  imports,
  dynamicImports,
});

const BUNDLE = {
  'assets/talk-aaaaaaaa.js': chunk(
    'talk',
    ['assets/base-aaaaaaaa.js'],
    ['assets/speaker-aaaaaaaa.js', 'assets/live-aaaaaaaa.js', 'assets/dot-aaaaaaaa.js'],
  ),
  'assets/base-aaaaaaaa.js': chunk('base', [], ['assets/talk-aaaaaaaa.js']),
  'assets/speaker-aaaaaaaa.js': chunk('speaker'),
  'assets/live-aaaaaaaa.js': { ...chunk(''), facadeModuleId: null },
  'assets/dot-aaaaaaaa.js': chunk(locateFloorFile('browser/charts/kinds/on-demand/dot.ts')),
  'assets/style-aaaaaaaa.css': {
    type: 'asset',
    source: 'a{background:url(./ground-aaaaaaaa.png)}@font-face{src:url("face-aaaaaaaa.woff2")}',
  },
  'assets/ground-aaaaaaaa.png': { type: 'asset', source: '' },
  'assets/face-aaaaaaaa.woff2': { type: 'asset', source: '' },
} as unknown as Rolldown.OutputBundle;

const FILES: TalkFiles = {
  links: {
    icon: 'assets/icon-aaaaaaaa.svg',
    styles: ['assets/style-aaaaaaaa.css', 'https://example.org/own.css'],
    scripts: ['assets/talk-aaaaaaaa.js'],
    preloads: [],
  },
  sheets: ['assets/style-aaaaaaaa.css'],
  assets: [{ name: 'assets/boat-aaaaaaaa.svg', bytes: 1000 }],
  unused: new Set(['/live.ts']),
};

test('pages keep what the talk can load, without what it never loads or finds out itself', () => {
  const kept = listKept(BUNDLE, talkOf('<p></p>'), FILES);
  const names = ['style', 'icon', 'talk', 'base', 'speaker', 'ground', 'boat'];
  expect(kept?.files.map((file) => /(\w+)-a{8}/.exec(file)?.[1])).toEqual(names);
  expect(kept?.files.every((file) => file.startsWith('../assets/'))).toBe(true);
  expect(kept?.isPartial).toBeUndefined();
});

test('a talk with files of other hosts or pages in frames is kept in part', () => {
  for (const html of ['<img src="https://example.org/a.png">', '<iframe src="a.html"></iframe>'])
    expect(listKept(BUNDLE, talkOf(html), FILES)?.isPartial, html).toBe(true);
});

test('nothing is kept where names do not change with the content', () => {
  const links = { ...FILES.links, icon: 'assets/icon.svg' };
  expect(listKept(BUNDLE, talkOf(''), { ...FILES, links })).toBeNull();
});

test('a page has an id of its text and of what it keeps, which is in a file of that name', () => {
  const kept = listKept(BUNDLE, talkOf(''), FILES);
  const render = (text: string) =>
    renderKept(kept, (id) => `<p>${text}${JSON.stringify({ kept: id })}`);
  const [page, list] = Object.entries(render('a'));
  const id = /"kept":"(\w{8})"/.exec(page?.[1] ?? '')?.[1] ?? '';
  expect(list).toEqual([`kept-${id}.json`, JSON.stringify(kept)]);
  expect(Object.keys(render('a'))).toEqual(['index.html', `kept-${id}.json`]);
  expect(Object.keys(render('b'))).not.toContain(`kept-${id}.json`);
});

test('a page that keeps nothing has no id and no list', () => {
  expect(renderKept(null, (id) => `<p>${String(id)}`)).toEqual({ 'index.html': '<p>null' });
});
