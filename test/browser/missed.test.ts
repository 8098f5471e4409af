import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/deck.ts';

const writeTalk = (word: string): string =>
  `---\ntitle: Missed\ndate: 2024-09-18\n---\n\n# First\n\n${word}\n\n---\n\n# Second\n`;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage({ 'slides/talks/talk.md': writeTalk('before') });
});

afterAll(() => stage[Symbol.asyncDispose]());

test('what is saved while a page is on its way reaches it as soon as it listens', async () => {
  const plain = await stage.open('talk/', { javaScriptEnabled: false });
  const page = await plain.context().browser()?.newPage();
  if (!page) throw new Error('The browser is gone.');
  await page.route('**/dev.js', async (route) => {
    // The page is there and does not listen yet.
    stage.write('slides/talks/talk.md', writeTalk('after'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto(plain.url());
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  await page.locator('#first', { hasText: 'after' }).waitFor();
  await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
  stage.write('slides/talks/talk.md', writeTalk('later'));
  await page.locator('#first', { hasText: 'later' }).waitFor();
  expect(await page.locator('html').getAttribute('data-kept')).toBe('');
  await page.close();
});
