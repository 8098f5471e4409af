import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/deck.ts';
import { SMALL_PROJECT } from '../support/project.ts';

const FILES = {
  ...SMALL_PROJECT,
  'slides/library/shared.md': `## Shared

{{ users.count }} users.

- one
- two

\`\`\`chart
data: users
type: column
x: asOf
y: count
\`\`\`
`,
};

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(FILES);
});
afterAll(() => stage[Symbol.asyncDispose]());

const words = (page: Page) => page.locator('#shared .slide-body > p').first().innerText();
const current = (page: Page) => page.locator('section.present').getAttribute('id');

async function choose(page: Page, day: string): Promise<void> {
  await page.fill('.day input', day);
  await page.locator('.day input').dispatchEvent('change');
}

test('another day is computed in place: the slide stays, its words and blocks change', async () => {
  const page = await stage.open('first/#/shared');
  expect(await words(page)).toBe('20 users.');
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await page.keyboard.press('t');
  await choose(page, '2024-06-01');
  await expect.poll(() => words(page)).toBe('10 users.');
  await expect.poll(() => page.locator('#shared .chart-data tbody tr').count()).toBe(1);
  expect(await current(page)).toBe('shared');
  expect(page.url()).toContain('?as-of=2024-06-01#/shared');
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
  expect(await page.locator('.day-button').innerText()).toBe('Data as of 1 June 2024');
});

test('the address keeps the day, an edit is shown for it, and there is a way back', async () => {
  const page = await stage.open('first/?as-of=2024-06-01#/shared');
  expect(await words(page)).toBe('10 users.');
  const text = FILES['slides/library/shared.md'];
  stage.write('slides/library/shared.md', text.replace('users.\n', 'of us.\n'));
  await expect.poll(() => words(page)).toBe('10 of us.');
  await page.keyboard.press('t');
  await page.click('[data-day="own"]');
  await expect.poll(() => words(page)).toBe('20 of us.');
  expect(page.url()).not.toContain('as-of');
});

test('the control is quiet until it is asked for, and answers to Escape', async () => {
  const page = await stage.open('first/');
  const opacity = () => page.locator('.day-button').evaluate((it) => getComputedStyle(it).opacity);
  expect(await opacity()).toBe('0');
  await page.keyboard.press('t');
  await expect.poll(() => page.locator('.day-panel').isVisible()).toBe(true);
  await page.keyboard.press('ArrowRight');
  expect(await current(page)).toBe('opening');
  await page.keyboard.press('Escape');
  expect(await page.locator('.day-panel').isVisible()).toBe(false);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => current(page)).toBe('picture');
});
