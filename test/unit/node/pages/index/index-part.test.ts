import { expect, test } from 'vitest';
import { countShown, toDevPart } from '../../../../../src/node/pages/index/index-part.ts';
import { renderIndexPage } from '../../../../../src/node/pages/index/index-page.ts';
import { sortTalks, toIndexTalk } from '../../../../../src/node/pages/index/index-talks.ts';
import {
  openNewestTalks,
  printSortKey,
  toEntry,
} from '../../../../../src/node/project/cache/newest-talks.ts';
import type { DatasetSummary } from '../../../../../src/node/project/index-summary.ts';
import { Project } from '../../../../../src/node/project/project.ts';
import { renderIndexPages } from '../../../../../src/node/vite/build/index-pages.ts';
import type { Talk } from '../../../../../src/talk/model/talk.ts';
import { makeProject } from '../../../../support/project.ts';

const links = { icon: 'i.svg', styles: ['s.css'], scripts: ['m.js'], preloads: [] };
const toUrl = (file: string): string => `/x/${file}`;

const HEADS = [
  'date: 2024-05-06',
  'date: 2023-01-02',
  '# A comment\ndate: 2025-01-02',
  'title: No date',
  'date: "2022-03-04"',
  'date: 31 May',
];

/** Talks of all kinds of dates, and one of them without a head. */
function makeTalks(count: number): Record<string, string> {
  const talks = Array.from({ length: count }, (_, at) => {
    const head = HEADS[at % HEADS.length] ?? '';
    const text = `---\n${head}\n---\n\n# Talk ${at}\n\n{{ set.count }}\n`;
    return [`slides/talks/t${at}.md`, at === 0 ? '# Bare\n' : text];
  });
  const rows = '[{ "asOf": "2024-01", "count": 1, "source": "us" }]';
  const data = `{ "title": "Set", "sources": { "us": { "name": "Us", "url": "https://example.org/" } }, "rows": ${rows} }`;
  return { ...Object.fromEntries(talks), 'data/set.json': data };
}

/** Orders talks as the index does. */
function sortWhole(talks: readonly Talk[]): Talk[] {
  return sortTalks(
    talks.map((talk) => ({ key: printSortKey(talk.meta.date, talk.name), talk })),
  ).map(({ talk }) => talk);
}

/** Renders the pages of a build that list talks. */
function renderPages(talks: readonly Talk[], datasets: readonly DatasetSummary[]) {
  const ofSite = talks.map((talk) => ({
    index: toIndexTalk(talk, { toUrl, isLive: false, hasPdf: false }),
    entry: toEntry(talk.name, talk.meta),
  }));
  return renderIndexPages(ofSite, { datasets, links });
}

async function open(count: number) {
  const project = new Project({ root: makeProject(makeTalks(count)).root });
  return { project, talks: await project.talks(), datasets: await project.datasets() };
}

test('the newest talks are those of the index, without compiling any', async () => {
  const { project, talks } = await open(40);
  const list = openNewestTalks(new Project({ root: project.root }));
  expect(list().map(({ name }) => name)).toEqual(sortWhole(talks).map(({ name }) => name));
  expect(list()).toHaveLength(40);
});

test('few talks are all shown; of many the newest, and as many more as the address says', () => {
  expect([countShown(18), countShown(18, '3')]).toEqual([18, 18]);
  const asked = [null, '18', '9999', '4', 'x', '-1', ''].map((to) => countShown(400, to));
  expect(asked).toEqual([9, 18, 400, 9, 9, 9, 9]);
  expect(toDevPart(18, 400)).toMatchObject({ more: './?to=27#from-18', all: './?to=400' });
  expect(toDevPart(400, 400)).toBe(undefined);
});

test('a page of some talks leads to more of them, and says nothing of slides that it does not know', async () => {
  const { talks, datasets } = await open(40);
  const shown = sortWhole(talks).slice(0, 18);
  const part = toDevPart(18, 40);
  const page = renderIndexPage({ talks: shown, datasets, links, toUrl, today: '2026-06-01', part });
  expect(page.match(/class="index-present"/g)).toHaveLength(18);
  expect(page).toContain('18 of 40 talks');
  expect(page).toContain('<li class="index-talk" id="from-9">');
  expect(page).toContain('href="./?to=27#from-18"');
  expect(page).not.toContain('On slides');
  // It loads again when something changes, so that it needs no styles for what it does not show.
  expect(page).not.toContain('rostrum-camera');
  const whole = renderIndexPage({ talks, datasets, links, toUrl, today: '2026-06-01' });
  expect(whole).toContain('On slides');
  expect(whole).not.toContain('index-more');
});

test('a build of many talks has a page with all of them beside its index', async () => {
  const { talks, datasets } = await open(40);
  const pages = renderPages(talks, datasets);
  expect(Object.keys(pages)).toEqual(['index.html', 'all.html', 'talks.json']);
  const list = JSON.parse(pages['talks.json'] ?? '') as { name: string; title: string }[];
  expect(list.map(({ name }) => name)).toEqual(sortWhole(talks).map(({ name }) => name));
  expect(pages['index.html']).toContain('aria-label="Search 40 talks"');
  expect(pages['all.html']).not.toContain('index-search');
  expect(pages['index.html']).toContain('href="./all.html"');
  expect(pages['index.html']).not.toContain('?to=');
  expect(pages['all.html']?.match(/class="index-present"/g)).toHaveLength(40);
  const few = renderPages(talks.slice(0, 18), datasets);
  expect(Object.keys(few)).toEqual(['index.html']);
  const taken = talks.map((talk, at) => (at === 3 ? { ...talk, name: 'all.html' } : talk));
  expect(Object.keys(renderPages(taken, datasets))).toHaveLength(1);
});
