import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/deck.ts';
import { HOSTILE, INTRUDER, listLively } from '../support/inert.ts';

const TALK = `---
title: Strangers
---

# Drawn

{{ strange.last.name }}

\`\`\`chart
data: strange
type: bar
x: name
y: count
\`\`\`

---

# A figure

\`\`\`figure
data: strange
value: count
\`\`\`

---

# Releases

\`\`\`timeline
data: releases
cadence: 9w
\`\`\`

---

# Rows

\`\`\`table
data: strange
columns: [name, count]
\`\`\`
`;

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({
    'slides/talks/strangers.md': TALK,
    'data/strange.json': makeData('Before'),
    'data/releases.json': makeReleases(),
  });
  page = await stage.open('strangers/');
});
afterAll(() => stage[Symbol.asyncDispose]());

function makeData(word: string): string {
  const rows = [3, 5].map((count, index) => ({
    name: `${word} ${index} ${HOSTILE}`,
    count,
    source: 's',
  }));
  const sources = { s: { name: HOSTILE, url: 'https://example.org/' } };
  return JSON.stringify({ title: HOSTILE, unit: HOSTILE, sources, rows });
}

function makeReleases(): string {
  const rows = [
    ['1.0', '2024-01-07', '2023-11-05'],
    ['1.1', '2024-03-10', '2024-01-07'],
  ].map(([version, released, opened]) => ({
    version,
    released,
    mergeWindow: { opened, closed: null },
    highlights: [{ text: HOSTILE, planned: false, landed: version }],
    source: 's',
  }));
  return JSON.stringify({ title: HOSTILE, sources: { s: { name: HOSTILE } }, rows });
}

/** Lists what could act on the page's slides, as the browser holds them after everything is drawn. */
async function readSlides(): Promise<string[]> {
  await page.waitForFunction(() => document.querySelectorAll('.drawn').length > 0);
  return listLively(await page.locator('.slides').innerHTML());
}

test('what is drawn from the words of strangers holds none of their markup', async () => {
  expect(await readSlides()).toEqual([]);
  expect(await page.locator(INTRUDER).count()).toBe(0);
  expect(await page.locator('.slides').textContent()).toContain(`Before 1 ${HOSTILE.slice(0, 8)}`);
});

test('nor does what comes while the page is open', async () => {
  stage.write('data/strange.json', makeData('After'));
  await page.waitForFunction(() =>
    document.querySelector('.slides')?.textContent.includes('After 1'),
  );
  expect(await readSlides()).toEqual([]);
  expect(await page.locator(INTRUDER).count()).toBe(0);
});
