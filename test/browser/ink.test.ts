import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBuiltStage, type BuiltStage } from '../support/deck.ts';
import {
  openBoth,
  openByHand,
  pictureOf,
  press,
  signs,
  SMALL_TALK,
  untilFollowing,
} from '../support/speaker.ts';

let stage: BuiltStage;
beforeAll(async () => void (stage = await openBuiltStage(SMALL_TALK)));
afterAll(() => stage[Symbol.asyncDispose]());

type Spot = readonly [x: number, y: number];

/** Returns the place on a page at a place of the slide, as a share of its width and height. */
async function find(page: Page, selector: string, [x, y]: Spot): Promise<Spot> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`There is no ${selector}.`);
  return [box.x + x * box.width, box.y + y * box.height];
}

const SURFACE = '.speaker-surface';
const SLIDE = '.slides';

async function move(page: Page, selector: string, spot: Spot): Promise<void> {
  await page.mouse.move(...(await find(page, selector, spot)));
}

async function drag(page: Page, selector: string, ...spots: Spot[]): Promise<void> {
  for (const [index, spot] of spots.entries()) {
    await move(page, selector, spot);
    if (index === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

/** Waits until the pointer of a deck, or of a picture, has come to a place of its slide; it may have gone since. */
async function expectPointer(page: Page | FrameLocator, spot: Spot): Promise<void> {
  const pointer = page.locator('.ink-pointer');
  const read = (): Promise<number[]> =>
    pointer.evaluate((dot) => {
      const slide = document.querySelector('.slides')?.getBoundingClientRect() ?? new DOMRect();
      const { left, top, width, height } = dot.getBoundingClientRect();
      const [x, y] = [left + width / 2 - slide.left, top + height / 2 - slide.top];
      return [
        Math.round((x / slide.width) * 100) / 100,
        Math.round((y / slide.height) * 100) / 100,
      ];
    });
  await expect.poll(read).toEqual(spot);
}

/** Counts how often the pointer of a deck appears from now on; without this a busy machine could miss it. */
async function countPointers(deck: Page): Promise<() => Promise<number>> {
  await deck.locator('.ink-pointer').waitFor({ state: 'attached' });
  await deck.evaluate(() => {
    const pointer = document.querySelector('.ink-pointer');
    let wasOn = false;
    const count = (): void => {
      const isOn = pointer?.classList.contains('is-on') ?? false;
      const { dataset } = document.body;
      if (isOn && !wasOn) dataset['pointers'] = String(Number(dataset['pointers'] ?? 0) + 1);
      wasOn = isOn;
    };
    if (pointer) new MutationObserver(count).observe(pointer, { attributes: true });
  });
  return () => deck.evaluate(() => Number(document.body.dataset['pointers'] ?? 0));
}

const countStrokes = (page: Page | FrameLocator): Promise<number> =>
  page.locator('.ink-stroke').count();

/** Reads where the first stroke of a deck begins and ends, as shares of the slide. */
async function readEnds(deck: Page): Promise<Spot[]> {
  const path = await deck.locator('.ink-stroke path').first().getAttribute('d');
  const numbers = (path ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
  const [x = NaN, y = NaN, lastX = NaN, lastY = NaN] = [
    ...numbers.slice(0, 2),
    ...numbers.slice(-2),
  ];
  const share = (value: number, of: number) => Math.round((value / of) * 100) / 100;
  return [
    [share(x, 1280), share(y, 720)],
    [share(lastX, 1280), share(lastY, 720)],
  ];
}

const A: Spot = [0.2, 0.3];
const B: Spot = [0.4, 0.5];
const C: Spot = [0.6, 0.3];

test('the pointer on the picture is at the same place in the room, at each shape of a window, and goes by itself', async () => {
  const viewport = { width: 1024, height: 768 };
  const { deck, speaker } = await openBoth(stage, 'talk/', { viewport });
  const count = await countPointers(deck);
  for (const spot of [A, [0.5, 0.98] as const]) {
    await move(speaker, SURFACE, spot);
    await expectPointer(deck, spot);
    await expectPointer(pictureOf(speaker, 'current'), spot);
  }
  await expect.poll(() => deck.locator('.ink-pointer.is-on').count()).toBe(0);
  expect(await count()).toBeGreaterThan(0);
  await deck.setViewportSize({ width: 500, height: 700 });
  await move(speaker, SURFACE, B);
  await expectPointer(deck, B);
  await speaker.mouse.move(5, 5);
  await expect.poll(() => deck.locator('.ink-pointer.is-on').count()).toBe(0);
  // Switched off it stays off, also after a reload.
  await press(speaker, 'x');
  await speaker.reload();
  await untilFollowing(speaker);
  await move(speaker, SURFACE, A);
  await press(speaker, 'w');
  await drag(speaker, SURFACE, A, B);
  await expect.poll(() => countStrokes(deck)).toBe(1);
  const before = await count();
  await move(speaker, SURFACE, B);
  await drag(speaker, SURFACE, B, C);
  await expect.poll(() => countStrokes(deck)).toBe(2);
  expect(await count()).toBe(before);

  await press(deck, 'x');
  await deck.locator('[data-tool="pointer"]').waitFor({ state: 'attached' });
  await move(deck, SLIDE, C);
  await expectPointer(deck, C);
  await expectPointer(pictureOf(speaker, 'current'), C);
  await press(deck, 'Escape');
  expect(await deck.locator('.reveal.overview').count()).toBe(0);
  await deck.context().close();
});

/** Returns what touches a page with fingers at places of the slide; without any they leave it. */
async function openFingers(page: Page, selector: string) {
  const touch = await page.context().newCDPSession(page);
  const send = async (type: 'touchStart' | 'touchMove' | 'touchEnd', spots: Spot[]) => {
    const places = await Promise.all(spots.map((spot) => find(page, selector, spot)));
    const touchPoints = places.map(([x, y], id) => ({ x, y, id }));
    await touch.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  return {
    put: (...spots: Spot[]) => send('touchStart', spots),
    move: (...spots: Spot[]) => send('touchMove', spots),
    lift: () => send('touchEnd', []),
  };
}

/** Reads how much larger a slide is shown. */
const scale = (page: Page | FrameLocator) =>
  page.locator('.reveal').evaluate((root) => Number(root.style.scale || 1));

test('a finger on the telephone’s picture points, and two enlarge the slide', async () => {
  const deck = await stage.open('talk/', { hasTouch: true });
  const speaker = await openByHand(deck);
  await speaker.setViewportSize({ width: 390, height: 844 });
  const fingers = await openFingers(speaker, SURFACE);
  await fingers.put(A);
  await fingers.move(C);
  await expectPointer(deck, C);
  await fingers.lift();
  await expect.poll(() => deck.locator('.ink-pointer.is-on').count()).toBe(0);

  await fingers.put([0.3, 0.5], [0.5, 0.5]);
  await fingers.move([0.2, 0.5], [0.6, 0.5]);
  await fingers.move([0.1, 0.5], [0.7, 0.5]);
  await expect.poll(() => scale(deck)).toBe(3);
  expect(await scale(pictureOf(speaker, 'current'))).toBe(3);
  expect(await scale(pictureOf(speaker, 'next'))).toBe(1);
  await fingers.lift();
  // A single finger points at what is seen below it, and leaves the zoom as it is.
  await fingers.put(A);
  await fingers.move(A, B);
  await fingers.lift();
  expect(await scale(deck)).toBe(3);
  await fingers.put([0.1, 0.5], [0.7, 0.5]);
  await fingers.move([0.35, 0.5], [0.45, 0.5]);
  await fingers.lift();
  await expect.poll(() => scale(deck)).toBe(1);
  // What the first of two fingers has drawn is taken back.
  await speaker.getByRole('button', { name: 'Pen' }).click();
  await fingers.put(A);
  await fingers.move(B);
  await expect.poll(() => countStrokes(deck)).toBe(1);
  await fingers.put(B, C);
  await fingers.move(B, [0.9, 0.3]);
  await expect.poll(() => countStrokes(deck)).toBe(0);
  await expect.poll(() => scale(deck)).toBeGreaterThan(2);
  await fingers.lift();
  await deck.context().close();
});

test('two fingers enlarge the slide of a deck, one drags it, and a swipe moves again when it is as before', async () => {
  const deck = await stage.open('talk/', { hasTouch: true, viewport: { width: 844, height: 390 } });
  const { lift, move, put } = await openFingers(deck, 'body');
  const swipe = async () => {
    await put(C);
    await move(B);
    await move(A);
    await lift();
  };
  // The first move of the talk loads what draws over it.
  await swipe();
  await deck.locator('#points.present').waitFor();
  await deck.waitForFunction(() => localStorage.getItem('rostrum:clock:/some/where/talk/'));
  await put([0.4, 0.5], [0.6, 0.5]);
  await deck.locator('.ink').first().waitFor({ state: 'attached' });
  await move([0.35, 0.5], [0.65, 0.5]);
  await move([0.3, 0.5], [0.7, 0.5]);
  await expect.poll(() => scale(deck)).toBeGreaterThan(1.2);
  await lift();
  const left = () =>
    deck.locator('.slides').evaluate((slides) => slides.getBoundingClientRect().left);
  await deck.waitForFunction(() => document.getAnimations().length === 0);
  const before = await left();
  await swipe();
  await expect.poll(left).toBeLessThan(before);
  expect(await deck.locator('#points.present').count()).toBe(1);
  expect(await deck.evaluate(() => visualViewport?.scale)).toBe(1);
  await put([0.3, 0.5], [0.7, 0.5]);
  await move([0.45, 0.5], [0.55, 0.5]);
  await lift();
  await expect.poll(() => scale(deck)).toBe(1);
  await swipe();
  await deck.locator('#points .fragment.visible').waitFor();
  await deck.context().close();
});

test('strokes of both windows belong to their slide, are undone and erased, and outlive reloads', async () => {
  const { deck, speaker } = await openBoth(stage);
  const current = pictureOf(speaker, 'current');
  await press(speaker, 'w');
  await drag(speaker, SURFACE, A, B, C);
  await press(speaker, 'w');
  await drag(speaker, SURFACE, C, A);
  await expect.poll(() => countStrokes(deck)).toBe(2);
  await expect.poll(() => countStrokes(current)).toBe(2);
  expect(await deck.locator('.ink-colour-2').count()).toBe(1);
  expect(await readEnds(deck)).toEqual([A, C]);

  await press(speaker, 'ArrowRight', 'ArrowRight');
  await deck.locator('#points.present .fragment.visible').waitFor();
  await expect.poll(() => countStrokes(deck)).toBe(0);
  await press(deck, 'w');
  await deck.locator('.ink-surface').waitFor();
  await drag(deck, SLIDE, A, B);
  await expect.poll(() => countStrokes(current)).toBe(1);
  // The pen does not follow links or move slides, and keys still do.
  await press(deck, 'PageUp', 'PageUp');
  await deck.locator('#opening.present').waitFor();
  await drag(deck, SLIDE, [0.08, 0.3], [0.1, 0.32]);
  await expect.poll(() => countStrokes(current)).toBe(3);
  expect(await deck.locator('#opening.present').count()).toBe(1);
  await press(deck, 'Control+z');
  await expect.poll(() => countStrokes(current)).toBe(2);

  await deck.waitForURL((url) => !url.hash.includes('points'));
  await deck.reload();
  await expect.poll(() => countStrokes(deck)).toBe(2);
  await speaker.reload();
  await untilFollowing(speaker);
  await expect.poll(() => countStrokes(current)).toBe(2);
  await speaker.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => countStrokes(deck)).toBe(1);
  await press(speaker, 'e');
  await expect.poll(() => countStrokes(deck)).toBe(0);
  await press(deck, 'PageDown');
  await expect.poll(() => countStrokes(current)).toBe(1);

  const [print] = await Promise.all([
    deck.context().waitForEvent('page'),
    speaker.getByRole('button', { name: 'Print' }).click(),
  ]);
  await print.waitForSelector('html[data-ready]', { state: 'attached' });
  expect(await print.locator('#points .ink-stroke').count()).toBe(1);
  expect(await countStrokes(print)).toBe(1);
  await print.goto(print.url().replace(/drawings=.*/, 'drawings=0123456789abcdef'));
  await print.locator('.ink-missing').waitFor();
  await deck.context().close();
});

test('what is drawn on a frozen screen is seen once it shows that slide', async () => {
  const { deck, speaker } = await openBoth(stage);
  await press(speaker, 'h');
  await expect.poll(() => signs(speaker)).toContain('Frozen');
  await press(speaker, 'w');
  await drag(speaker, SURFACE, A, B);
  await expect.poll(() => countStrokes(pictureOf(speaker, 'current'))).toBe(1);
  await press(speaker, 'End');
  await pictureOf(speaker, 'current').locator('#last.present').waitFor();
  await drag(speaker, SURFACE, A, B);
  await drag(speaker, SURFACE, B, C);
  await expect.poll(() => countStrokes(pictureOf(speaker, 'current'))).toBe(2);
  expect(await countStrokes(deck)).toBe(0);
  await press(speaker, 'h');
  await expect.poll(() => countStrokes(deck)).toBe(2);
  await press(speaker, 'Home');
  await expect.poll(() => countStrokes(deck)).toBe(1);
  await deck.context().close();
});

test('a spot is enlarged for the room, moves with the pointer, and ends with the next move', async () => {
  const { deck, speaker } = await openBoth(stage);
  /** Where a place of the slide is on the screen of the deck, as shares of it. */
  const seen = ([x, y]: Spot) =>
    deck.evaluate(
      ([x, y]) => {
        const { left, top, width, height } =
          document.querySelector('.slides')?.getBoundingClientRect() ?? new DOMRect();
        const share = (value: number) => Math.round(value * 100) / 100;
        return [share((left + x * width) / innerWidth), share((top + y * height) / innerHeight)];
      },
      [x, y] as const,
    );
  await move(speaker, SURFACE, A);
  await press(speaker, 'z');
  await expect.poll(() => scale(deck)).toBe(2);
  await expect.poll(() => seen(A)).toEqual(A);
  // The speaker's page moves the spot once it knows that the deck has enlarged it.
  await speaker.getByRole('button', { name: 'Zoom', pressed: true }).waitFor();
  await move(speaker, SURFACE, C);
  await expect.poll(() => seen(C)).toEqual(C);
  await expect.poll(() => scale(pictureOf(speaker, 'current'))).toBe(2);
  expect(await scale(pictureOf(speaker, 'next'))).toBe(1);
  await speaker.mouse.wheel(0, -300);
  await expect.poll(() => scale(deck)).toBeGreaterThan(3);
  // The pen draws where it is seen.
  await press(speaker, 'w');
  await drag(speaker, SURFACE, C, [0.7, 0.4]);
  await expect.poll(() => countStrokes(deck)).toBe(1);
  const [start, end] = await readEnds(deck);
  expect(start).toEqual(C);
  expect(end?.[0]).toBeLessThan(0.65);
  await press(speaker, 'ArrowRight');
  await deck.locator('#points.present').waitFor();
  await expect.poll(() => scale(deck)).toBe(1);
  await expect.poll(() => scale(pictureOf(speaker, 'current'))).toBe(1);

  // The slide takes a moment to be as large as its window again.
  await expect.poll(() => seen([0, 0])).toEqual([0, 0]);
  await expect.poll(() => seen([1, 1])).toEqual([1, 1]);
  await deck.keyboard.down('Alt');
  await deck.mouse.click(...(await find(deck, SLIDE, B)));
  await deck.keyboard.up('Alt');
  await expect.poll(() => seen(B)).toEqual(B);
  await press(deck, 'Escape');
  await expect.poll(() => scale(deck)).toBe(1);
  expect(await deck.locator('.reveal.overview').count()).toBe(0);
  await deck.context().close();
});

test('strangers draw nothing outside a slide, on no slide that there is not, and nothing else', async () => {
  const { deck, speaker } = await openBoth(stage);
  const id = (await deck.evaluate(() => window.name)).replace('rostrum-deck-', '');
  await speaker.evaluate((deck) => {
    const channel = new BroadcastChannel('rostrum:stage');
    const stroke = { type: 'stroke', deck, id: 'a', slide: 'opening', colour: 0, at: 0 };
    channel.postMessage({ ...stroke, points: [0, 0, 5000, 0] });
    channel.postMessage({ ...stroke, slide: 'none', points: [0, 0] });
    channel.postMessage({ ...stroke, deck: '0123456789abcdef', points: [0, 0] });
    channel.postMessage({ ...stroke, id: '"><b>', points: [1, 1, 20, 20] });
  }, id);
  await expect.poll(() => countStrokes(deck)).toBe(1);
  expect(await deck.locator('.ink b').count()).toBe(0);
  expect(
    await deck
      .locator('.ink')
      .first()
      .evaluate((ink) => getComputedStyle(ink).overflow),
  ).toBe('hidden');
  await deck.context().close();
});
