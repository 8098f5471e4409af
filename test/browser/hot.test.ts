import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/deck.ts';

const section = (title: string, text = ''): string =>
  `---\nlayout: section\n---\n\n# ${title}\n\n${text}\n`;
const writeTalk = ({ head = '# Start', text = '', far = 'far away' } = {}): string =>
  [
    `---\ntitle: Hot\ndate: 2024-09-18\n---\n\n${head}\n`,
    section('One', text),
    '\n---\n\n# Middle\n\n',
    section('Two'),
    `\n---\n\n# Far\n\n- ${far} <!-- .element: class="fragment" -->\n\n`,
    section('Three'),
  ].join('\n');

let stage: Stage;

beforeAll(async () => {
  stage = await openStage({ 'slides/talks/hot.md': writeTalk() });
});

afterAll(() => stage[Symbol.asyncDispose]());

function readSpine(page: Page, ids: string[]): Promise<string[][]> {
  return page.evaluate(
    (names) =>
      names.map((id) => {
        const style = document.getElementById(id)?.style;
        return ['from', 'at', 'to'].map((end) => style?.getPropertyValue(`--spine-${end}`) ?? '');
      }),
    ids,
  );
}

const share = (...slides: number[]): string[] => slides.map((slide) => `${slide / 6}`);

test('an edit of a section or of another slide leaves all slides their place in the spine', async () => {
  const page = await stage.open('hot/');
  const ids = ['one', 'middle', 'two', 'three'];
  const places = [share(1, 2, 3), share(1, 3, 3), share(3, 4, 5), share(5, 6, 6)];
  expect(await readSpine(page, ids)).toEqual(places);
  stage.write('slides/talks/hot.md', writeTalk({ text: 'Said again.' }));
  await page.locator('#one', { hasText: 'Said again.' }).waitFor({ state: 'attached' });
  expect(await readSpine(page, ids)).toEqual(places);
  stage.write('slides/talks/hot.md', writeTalk({ head: '# Start\n\nMore.' }));
  await page.locator('#start', { hasText: 'More.' }).waitFor();
  expect(await readSpine(page, ids)).toEqual(places);
  await page.context().close();
});

test('an edit of a slide that is not shown leaves it out of reach, and its steps before it', async () => {
  const page = await stage.open('hot/');
  stage.write('slides/talks/hot.md', writeTalk({ far: 'nearer' }));
  const far = page.locator('#far');
  await page.locator('#far', { hasText: 'nearer' }).waitFor({ state: 'attached' });
  expect(await far.evaluate((slide: HTMLElement) => slide.inert)).toBe(true);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.waitForSelector('#far.present');
  expect(await far.locator('.fragment.visible').count()).toBe(1);
  await page.keyboard.press('ArrowLeft');
  expect(await far.locator('.fragment.visible').count()).toBe(0);
  await page.keyboard.press('ArrowRight');
  stage.write('slides/talks/hot.md', writeTalk({ far: 'here' }));
  await page.locator('#far .fragment.visible.current-fragment', { hasText: 'here' }).waitFor();
  expect(await far.getAttribute('class')).toBe('slide layout-default present');
  await page.waitForURL('**/#/far/0');
  await page.context().close();
});

test('a slide that comes gives the next ones their numbers, and leaves them as they are', async () => {
  const page = await stage.open('hot/');
  const middle = page.locator('#middle');
  await middle.evaluate((slide) => slide.querySelector('h2')?.setAttribute('data-same', ''));
  const number = middle.locator('.folio-number');
  expect(await number.textContent()).toBe('3');
  expect(await readSpine(page, ['middle'])).toEqual([share(1, 3, 3)]);
  stage.write('slides/talks/hot.md', writeTalk({ head: '# Start\n\n---\n\n# New' }));
  await page.locator('#middle .folio-number', { hasText: '4' }).waitFor({ state: 'attached' });
  expect(await middle.locator('h2[data-same]').count()).toBe(1);
  expect(await readSpine(page, ['middle'])).toEqual([[2, 4, 4].map((slide) => `${slide / 7}`)]);
  expect(await page.locator('#new .folio-number').textContent()).toBe('2');
  expect(await readSpine(page, ['three'])).toEqual([share(5, 6, 6)]);
  await page.keyboard.press('o');
  await page.waitForSelector('.reveal.overview');
  expect(await readSpine(page, ['three'])).toEqual([[6, 7, 7].map((slide) => `${slide / 7}`)]);
  const text = await (await fetch(page.url())).text();
  expect(text).toContain(await number.evaluate((element) => element.outerHTML));
  await page.context().close();
});
