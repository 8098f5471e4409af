import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/deck.ts';

const data = (members: number): string =>
  JSON.stringify({
    title: 'Members',
    sources: { a: { name: 'A' } },
    rows: [
      { asOf: '2023-09', members: 400 },
      { asOf: '2024-09', members },
    ],
  });
const TALK = `---
title: Deck
date: 2024-09-18
---

# Chart

\`\`\`chart
data: list
type: line
y: members
\`\`\`
`;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage({ 'slides/talks/talk.md': TALK, 'data/list.json': data(500) });
});
afterAll(() => stage[Symbol.asyncDispose]());

test('a chart in sight moves to the values of a saved dataset', async () => {
  let most = 0;
  // A busy machine may leave out the frames between: then it is asked again.
  for (let trial = 0; trial < 5 && most <= 3; trial++) {
    most = Math.max(most, await countShapes('no-preference', trial % 2 === 0 ? 5000 : 800));
  }
  expect(most).toBeGreaterThan(3);
});

test('a change moves right after a drawing that a new size required', async () => {
  const page = await stage.open('talk/');
  const isAtStart = await page.evaluate(async () => {
    const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);
    const chart = document.querySelector<HTMLElement>('rostrum-chart');
    const readLine = (): string | null | undefined =>
      chart?.querySelector('path.line')?.getAttribute('d');
    if (!chart) return null;
    const first = readLine();
    chart.style.width = '80%';
    while (readLine() === first) await nextFrame();
    const before = readLine();
    chart.dataset['spec'] = JSON.stringify({
      ...JSON.parse(chart.dataset['spec'] ?? ''),
      min: -9000,
    });
    await nextFrame();
    const isSame = readLine() === before;
    while (readLine() === before) await nextFrame();
    return isSame;
  });
  // Without motion the first frame would show the end.
  expect(isAtStart).toBe(true);
  await page.context().close();
});

test('where the reader wants no motion it is there at once', async () => {
  expect(await countShapes('reduce', 90)).toBe(2);
});

/** Saves another number and counts the shapes that the chart's line takes. */
async function countShapes(
  reducedMotion: 'no-preference' | 'reduce',
  members: number,
): Promise<number> {
  const page = await stage.open('talk/', { reducedMotion });
  await page.evaluate(watchLine);
  stage.write('data/list.json', data(members));
  await page.locator('.chart-data td', { hasText: spell(members) }).waitFor({ state: 'attached' });
  await page.waitForTimeout(600);
  const count = await readCount(page);
  await page.context().close();
  return count;
}

const spell = (members: number): string => members.toLocaleString('en').replace(',', '');

function readCount(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset['shapes']));
}

/** Runs in the page: counts the different shapes of the first path, the one at the start included. */
function watchLine(): void {
  const shapes = new Set<string>();
  const look = (): void => {
    shapes.add(document.querySelector('section.present .chart-svg path')?.getAttribute('d') ?? '');
    document.documentElement.dataset['shapes'] = String(shapes.size);
    requestAnimationFrame(look);
  };
  look();
}
