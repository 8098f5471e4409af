import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLiveStage, type LiveStage } from '../support/live.ts';

const RELEASES = [
  { version: '6.11', released: '2024-09-15', mergeWindow: { opened: '2024-07-14' } },
  { version: '6.12', released: '2024-11-17', mergeWindow: { opened: '2024-09-15' } },
  { version: '6.13', released: '2025-01-19', mergeWindow: { opened: '2024-11-17' } },
];
const ROWS = [2021, 2022, 2023].map((year) => ({ asOf: `${year}-01-01`, people: year }));

/** The first releases of the list have something to tell. */
function writeReleases(told: number): string {
  const rows = RELEASES.map((row, index) =>
    index < told ? { ...row, highlights: [`News of ${row.version}`] } : row,
  );
  return writeData('Releases', rows, { key: 'version' });
}

function writeData(title: string, rows: readonly object[], head: object = {}): string {
  const sources = { us: { name: 'Us' } };
  return JSON.stringify({ title, ...head, sources, live: { interval: '1s' }, rows });
}

const PEOPLE = '```chart\ndata: people\ntype: line\nx: asOf\ny: people\nsteps: true\n```\n';
const TALK = `---
title: Steps
---

# Releases

\`\`\`timeline
data: releases
cadence: 9w
next: minor
from: "6.11"
to: "6.13"
\`\`\`

After them. <!-- .element: class="fragment" -->

---

# People

${PEOPLE}
---
src: ../library/complete.md
steps: false
---
`;

let stage: LiveStage;
beforeAll(async () => {
  stage = await openLiveStage(() => ({
    'slides/talks/steps.md': TALK,
    'slides/library/complete.md': `# Complete\n\n${PEOPLE}`,
    'data/releases.json': writeReleases(2),
    'data/people.json': writeData('People', ROWS),
  }));
});
afterAll(() => stage[Symbol.asyncDispose]());

function save(name: string, text: string): () => void {
  const file = path.join(stage.folder, `data/${name}.json`);
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, text);
  return () => writeFileSync(file, before);
}

function untilSteps(page: Page, slide: string, steps: number): Promise<unknown> {
  return page.waitForSelector(`#${slide} [data-steps="${steps}"]`, { state: 'attached' });
}

function readStep(page: Page, slide: string): Promise<string | null> {
  return page.locator(`#${slide} [data-steps]`).getAttribute('data-step');
}

test('a timeline with more to tell is told to its end before the slide goes on', async () => {
  const { page, errors, close } = await stage.open('steps/#/releases/0');
  expect(await readStep(page, 'releases')).toBe('1');
  const undo = save('releases', writeReleases(3));
  await untilSteps(page, 'releases', 3);
  expect(await readStep(page, 'releases')).toBe('1');
  const seen = [];
  for (let press = 0; press < 3; press++) {
    await page.keyboard.press('ArrowRight');
    const isAfter = await page.locator('#releases p.fragment.visible').count();
    seen.push(`${await readStep(page, 'releases')} ${isAfter}`);
  }
  expect(seen).toEqual(['2 0', '3 0', '3 1']);
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector('#people.present');
  expect(errors).toEqual([]);
  undo();
  await close();
});

test('a chart that is complete is complete with its new points, one whose slide comes begins as before', async () => {
  const { page, errors, close } = await stage.open('steps/#/people/1');
  expect(await readStep(page, 'people')).toBe('2');
  expect(await readStep(page, 'complete')).toBe('2');
  const undo = save('people', writeData('People', [...ROWS, { asOf: '2024-01-01', people: 2024 }]));
  await untilSteps(page, 'people', 3);
  expect(await readStep(page, 'people')).toBe('3');
  await page.locator('#people svg').getByText('2024').first().waitFor();
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector('#complete.present');
  await untilSteps(page, 'complete', 3);
  expect(await readStep(page, 'complete')).toBe('3');
  expect(await page.locator('#complete .step-mark').count()).toBe(0);
  expect(errors).toEqual([]);
  undo();
  await close();
});
