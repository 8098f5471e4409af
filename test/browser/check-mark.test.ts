import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/deck.ts';

const points = (count: number): string =>
  Array.from({ length: count }, (_, index) => `- Point ${index + 1}`).join('\n');
const talk = (count: number): string => `---
title: Deck
date: 2024-09-18
---

# Short

Fits.

---

# Long

${points(count)}
`;

let stage: Stage;

beforeAll(async () => void (stage = await openStage({ 'slides/talks/talk.md': talk(34) })));
afterAll(() => stage[Symbol.asyncDispose]());

test('a slide that does not fit has a mark that tells why, by mouse and by key', async () => {
  const page = await stage.open('talk/#/long');
  const sign = page.locator('.check-mark-sign');
  await sign.waitFor();
  expect(await sign.innerText()).toBe('1');
  const list = page.locator('.check-mark-list');
  expect(await list.isVisible()).toBe(false);
  await sign.hover();
  expect(await list.innerText()).toContain('leaves the slide by');
  await page.mouse.move(640, 10);
  const isFocused = () => sign.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 5 && !(await isFocused()); presses++)
    await page.keyboard.press('Tab');
  expect(await isFocused()).toBe(true);
  expect(await list.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await list.isVisible()).toBe(false);
  await page.close();
});

test('a slide that fits has none, and the mark goes once the slide is mended', async () => {
  const page = await stage.open('talk/#/short');
  await page.waitForTimeout(1000);
  expect(await page.locator('.check-mark').isVisible()).toBe(false);
  await page.keyboard.press('ArrowRight');
  await page.locator('.check-mark-sign').waitFor();
  stage.write('slides/talks/talk.md', talk(3));
  await page.locator('.check-mark').waitFor({ state: 'hidden' });
  await page.waitForTimeout(1000);
  expect(await page.locator('.check-mark').isVisible()).toBe(false);
  await page.close();
});

test('what is marked within a line has its words there too', async () => {
  stage.write('slides/talks/talk.md', talk(3).replace('Fits.', 'There are {{ lsit.members }}.'));
  const page = await stage.open('talk/#/short');
  await page.locator('.check-mark-sign').hover();
  const words = await page.locator('.check-mark-list').innerText();
  expect(words).toContain('unknown-dataset');
  expect(words).toContain('No dataset is called "lsit".');
  await page.close();
});

test('several problems on one slide are all seen', async () => {
  const fences = ['chrt', 'figur', 'tabel', 'timelin'].map((name) => `\`\`\`${name}\n\`\`\``);
  stage.write('slides/talks/talk.md', talk(3).replace('Fits.', fences.join('\n\n')));
  const page = await stage.open('talk/#/short');
  const boxes = page.locator('#short .problem');
  expect(await boxes.count()).toBe(4);
  const { y = 0, height = 0 } = (await boxes.last().boundingBox()) ?? {};
  expect(y + height).toBeLessThan(720);
  await page.close();
});

test('the print view has no mark', async () => {
  const page = await stage.open('talk/?print');
  await page.waitForTimeout(1000);
  expect(await page.locator('.check-mark').count()).toBe(0);
  await page.close();
});
