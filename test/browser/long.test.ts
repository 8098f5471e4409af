import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/deck.ts';

const COUNT = 120;

/** Every tenth slide comes in two steps. */
function writeTalk(): string {
  const slides = Array.from({ length: COUNT }, (_, index) => {
    const number = index + 1;
    const head = number % 10 === 0 ? 'incremental: true\n---\n' : '';
    return `${head}\n# Slide ${number}\n\n- first of ${number}\n- second of ${number}\n`;
  });
  return `---\ntitle: Long\ndate: 2024-09-18\n---\n${slides.join('\n---\n')}`;
}

let stage: Stage;

beforeAll(async () => {
  stage = await openStage({ 'slides/talks/long.md': writeTalk() });
});

afterAll(() => stage[Symbol.asyncDispose]());

function readMarks(page: Page) {
  return page.evaluate(() => {
    const slides = [...document.querySelectorAll<HTMLElement>('section.slide')];
    const shown = slides.filter((slide) => slide.checkVisibility());
    const active = slides.filter((slide) => !slide.inert);
    return {
      present: slides.filter((slide) => slide.matches('.present')).map(({ id }) => id),
      active: active.map(({ id }) => id),
      shown: shown.length,
    };
  });
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.waitForSelector(`section${hash.replace('/', '')}.present`);
}

test('a long talk has one slide present and active, wherever one goes', async () => {
  const page = await stage.open('long/#/slide-21');
  for (const id of ['slide-22', 'slide-23']) {
    await page.keyboard.press('ArrowRight');
    expect(await readMarks(page)).toMatchObject({ present: [id], active: [id] });
  }
  await goTo(page, '#/slide-97');
  expect(await readMarks(page)).toMatchObject({ present: ['slide-97'], active: ['slide-97'] });
  await page.keyboard.press('End');
  expect(await readMarks(page)).toMatchObject({ present: ['slide-120'], active: ['slide-120'] });
  await page.keyboard.press('Home');
  const first = await readMarks(page);
  expect(first).toMatchObject({ present: ['slide-1'], active: ['slide-1'] });
  expect(first.shown).toBeLessThan(8);
  await page.context().close();
});

test('coming back to a slide from behind shows all its steps, and from the front none', async () => {
  const page = await stage.open('long/#/slide-2');
  const countSteps = (): Promise<number> => page.locator('.present .fragment.visible').count();
  await goTo(page, '#/slide-81');
  await page.keyboard.press('ArrowLeft');
  expect(await countSteps()).toBe(2);
  await goTo(page, '#/slide-29');
  await page.keyboard.press('ArrowRight');
  expect(await countSteps()).toBe(0);
  await page.keyboard.press('ArrowRight');
  expect(await countSteps()).toBe(1);
  await page.context().close();
});

test('the overview of a long talk shows all slides, and a search finds words of a far one', async () => {
  const page = await stage.open('long/#/slide-2');
  await page.keyboard.press('o');
  await page.waitForSelector('.reveal.overview');
  expect(await readMarks(page)).toMatchObject({ shown: COUNT });
  await page.keyboard.press('o');
  await page.waitForSelector('.reveal:not(.overview)');
  await page.keyboard.press('g');
  await page.locator('dialog.jump').waitFor();
  await page.keyboard.type('second of 110');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#slide-110.present');
  await page.context().close();
});

test('the slide that the address names is there before the script is', async () => {
  const page = await stage.open('long/', { javaScriptEnabled: false });
  await page.close();
  const scripted = await page.context().browser()?.newPage();
  if (!scripted) throw new Error('The browser is gone.');
  await scripted.route('**/dev.js', () => {});
  const base = page.url().split('#')[0] ?? '';
  await scripted.goto(`${base}#/slide-42`, { waitUntil: 'commit' });
  await scripted.waitForSelector('#slide-42.present', { state: 'visible' });
  expect(await readMarks(scripted)).toMatchObject({ present: ['slide-42'], shown: 1 });
  await scripted.close();
});
