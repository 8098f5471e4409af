import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openStage } from '../support/deck.ts';

const SEED = 7;
const EDITS = 16;
const FILE = 'slides/talks/many.md';

interface Item {
  id: string;
  text: string;
}

/** Makes numbers below a bound that are the same on every run. */
function createRandom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

function write(items: readonly Item[]): string {
  const slides = items.map(
    ({ id, text }) =>
      `---\nid: ${id}\n---\n\n# ${id}\n\n- ${text} <!-- .element: class="fragment" -->\n`,
  );
  return `---\ntitle: Many\n---\n\n${slides.join('\n')}`;
}

/** Inserts, moves, renames, deletes or rewrites a slide. */
function edit(items: readonly Item[], random: (bound: number) => number, count: number): Item[] {
  const next = [...items];
  const at = random(next.length);
  const item = next[at] ?? { id: 'none', text: '' };
  const kind = next.length < 3 ? 0 : random(5);
  if (kind === 0) next.splice(at, 0, { id: `new-${count}`, text: `text ${count}` });
  if (kind === 1) next.splice(random(next.length - 1), 0, ...next.splice(at, 1));
  if (kind === 2) next[at] = { ...item, id: `named-${count}` };
  if (kind === 3) next.splice(at, 1);
  next[random(next.length)] = { id: next[0]?.id ?? '', text: `said ${count}` };
  return [...new Map(next.map((one) => [one.id, one])).values()];
}

/** Reads what a page shows: its slides in order with their words, and how they are marked. */
function readSlides(page: Page) {
  return page.evaluate(() => {
    const slides = [...document.querySelectorAll('.slides section.slide')];
    const place = slides.findIndex((slide) => slide.classList.contains('present'));
    const isWrong = (slide: Element, index: number): boolean =>
      slide.classList.contains('past') !== index < place ||
      slide.classList.contains('future') !== index > place;
    const isAllShown = document.querySelector('.reveal.overview') !== null;
    // As reveal.js marks slides when a page is loaded: others are hidden, and complete where they are past.
    const isOff = (slide: Element, index: number): boolean => {
      const steps = slide.querySelectorAll('.fragment');
      const shown = slide.querySelectorAll('.fragment.visible').length;
      const isHidden = slide.hasAttribute('hidden') && slide.ariaHidden === 'true';
      const isInert = slide instanceof HTMLElement && slide.inert;
      const hasIndex = [...steps].every((step) => step.hasAttribute('data-fragment-index'));
      if (index === place) return isHidden || isInert || !hasIndex;
      return !isHidden || !isInert || !hasIndex || shown !== (index < place ? steps.length : 0);
    };
    return {
      off: isAllShown || place < 0 ? [] : slides.filter(isOff).map(({ id }) => id),
      words: slides.map((slide) => `${slide.id}: ${slide.textContent.replaceAll(/\s+/g, ' ')}`),
      present: document.querySelectorAll('.slides > section.present').length,
      wrong: place < 0 ? [] : slides.filter(isWrong).map(({ id }) => id),
    };
  });
}

test('any order of edits leaves every view equal to a fresh page, with one current slide', async () => {
  const random = createRandom(SEED);
  let items: Item[] = Array.from({ length: 6 }, (_, index) => ({
    id: `s-${index}`,
    text: 'first',
  }));
  await using stage = await openStage({ [FILE]: write(items) });
  const deck = await stage.open('many/#/s-3');
  const errors: string[] = [];
  const [speaker] = await Promise.all([deck.waitForEvent('popup'), deck.keyboard.press('s')]);
  const reader = await deck.context().newPage();
  await reader.goto(deck.url().replace(/many\/.*/, 'many/?read'));
  const print = await deck.context().newPage();
  await print.goto(deck.url().replace(/many\/.*/, 'many/?print'));
  for (const page of [deck, speaker, reader, print]) {
    page.on('pageerror', (error) => errors.push(error.message));
  }
  for (let count = 0; count < EDITS; count++) {
    if (count % 3 === 1)
      await deck.evaluate(() =>
        document.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'o',
            keyCode: 79,
            bubbles: true,
          } as KeyboardEventInit),
        ),
      );
    items = edit(items, random, count);
    stage.write(FILE, write(items));
    const wanted = items.map(({ id, text }) => `${id} ${text}`);
    await expect
      .poll(
        async () => (await readSlides(deck)).words.map((words) => words.replace(/^\S+: /, '')),
        { timeout: 5000 },
      )
      .toEqual(wanted.map((words) => expect.stringContaining(words)));
    expect(errors).toEqual([]);
    const { present, wrong, off } = await readSlides(deck);
    expect([present, wrong, off], `edit ${count}`).toEqual([1, [], []]);
  }
  const fresh = await deck.context().newPage();
  await fresh.goto(deck.url());
  await fresh.waitForSelector('html[data-ready]', { state: 'attached' });
  const { words } = await readSlides(fresh);
  expect((await readSlides(deck)).words).toEqual(words);
  for (const page of [reader, print]) {
    await expect.poll(async () => (await readSlides(page)).words, { timeout: 5000 }).toEqual(words);
  }
  const current = await deck.locator('.slides > section.present').getAttribute('id');
  for (const name of ['.speaker-current']) {
    const shown = speaker.frameLocator(name).locator('.slides > section.present');
    await expect.poll(() => shown.getAttribute('id'), { timeout: 5000 }).toBe(current);
  }
  expect(errors).toEqual([]);
});
