import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadAxe, runAxe } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { openBuiltStage, openStage, type BuiltStage } from '../support/deck.ts';
import { listDocumentedKeys } from '../support/documented-keys.ts';
import { makeProject } from '../support/project.ts';
import { callRostrum } from '../support/run.ts';
import {
  openBoth,
  openByHand,
  openSpeaker,
  pictureOf,
  place,
  press,
  read,
  signs,
  untilFollowing,
} from '../support/speaker.ts';

const TALK = `---
title: Talk
date: 2024-09-18
duration: 10
---

# Opening

---
incremental: true
---

# Points

- first
- second

Note: Before. [click] Then **one**. [click] Then two.

---
layout: section
---

# Plans

---
time: 2min
---

# Last

Note: Say it slowly.

---
visibility: uncounted
---

# Reserve
`;

const OTHER = TALK.replace('title: Talk', 'title: Other').replace('# Opening', '# Elsewhere');
const FILES = { 'slides/talks/talk.md': TALK, 'slides/talks/other.md': OTHER };

let stage: BuiltStage;
beforeAll(async () => void (stage = await openBuiltStage(FILES)));
afterAll(() => stage[Symbol.asyncDispose]());

/** Waits until the deck, and both pictures in the speaker's page, show what is expected. */
async function expectPlaces(
  { deck, speaker }: { deck: Page; speaker: Page },
  now: string,
  then: string | null,
): Promise<void> {
  await expect.poll(() => place(deck)).toBe(now);
  await expect.poll(() => place(pictureOf(speaker, 'current'))).toBe(now);
  if (then === null) await speaker.locator('.speaker-end').waitFor();
  else await expect.poll(() => place(pictureOf(speaker, 'next'))).toBe(then);
}

/** Goes through the talk in the speaker's page, with what may happen on the way; `interrupt` adds to that. */
async function playTalk(
  both: { deck: Page; speaker: Page },
  interrupt: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { deck, speaker } = both;
  await expectPlaces(both, 'opening 0', 'points 0');
  expect(await read(speaker, 'main-time')).toBe('0:00');
  expect(await read(speaker, 'place')).toMatch(/^1 of 4/);
  await press(speaker, 'PageDown', 'ArrowRight');
  await expectPlaces(both, 'points 1', 'points 2');
  expect(await read(speaker, 'following')).toBe('Next step, then: Plans');
  expect(await speaker.locator('.speaker-notes .is-said').allInnerTexts()).toContain('Before.');
  await expect.poll(() => read(speaker, 'main-time')).not.toBe('0:00');

  await speaker.reload();
  await untilFollowing(speaker);
  await expectPlaces(both, 'points 1', 'points 2');
  // The deck writes its address at most once a second.
  await expect.poll(() => new URL(deck.url()).hash).toBe('#/points/0');
  await deck.reload();
  await deck.waitForSelector('html[data-ready]', { state: 'attached' });
  await expect.poll(() => signs(speaker)).not.toContain('No deck');
  await press(speaker, ' ');
  await expectPlaces(both, 'points 2', 'plans 0');
  expect(await read(speaker, 'main-time')).not.toBe('0:00');

  await interrupt();
  await expectPlaces(both, 'points 2', 'plans 0');
  expect(await read(speaker, 'main-time')).not.toBe('0:00');

  await press(speaker, '.');
  await expect.poll(() => signs(speaker)).toContain('The screen is black');
  await deck.locator('.reveal.paused').waitFor();
  expect(await pictureOf(speaker, 'current').locator('.reveal.paused').count()).toBe(0);
  await press(speaker, 'Escape');
  await expect.poll(() => signs(speaker)).toBe('');

  await press(speaker, 'g');
  await speaker.keyboard.type('reserve');
  expect(await deck.locator('dialog').count()).toBe(0);
  await press(speaker, 'Enter');
  await expectPlaces(both, 'reserve 0', null);
  expect(await read(speaker, 'place')).toContain('Backup');

  await speaker.locator('.speaker-surface').hover();
  await deck.locator('.ink-pointer[style*="translate"]').waitFor({ state: 'attached' });
  await press(speaker, 'h', 'Home');
  await expect.poll(() => signs(speaker)).toContain('Frozen: the room sees a backup slide');
  await expect.poll(() => place(pictureOf(speaker, 'current'))).toBe('opening 0');
  expect(await place(deck)).toBe('reserve 0');
  await press(speaker, 'Escape');
  await expectPlaces(both, 'reserve 0', null);

  await press(speaker, 'c');
  await expect.poll(() => read(speaker, 'pause')).toBe('Go on');
  const paused = await read(speaker, 'main-time');
  await press(speaker, 'End');
  await expectPlaces(both, 'last 0', null);
  expect(await read(speaker, 'notes')).toContain('Say it slowly.');
  expect(await read(speaker, 'main-time')).toBe(paused);
  await press(speaker, 'c', 'ArrowRight');
  await expectPlaces(both, 'last 0', null);
  await press(speaker, 'PageDown');
  await deck.locator('.reveal.paused').waitFor();
  await press(speaker, 'PageUp');
  await expect.poll(() => deck.locator('.reveal.paused').count()).toBe(0);
}

test('a talk is played from the speaker’s page, through reloads, a black screen, a jump, a pause and without a network', async () => {
  await using built = await openBuiltStage(FILES);
  const deck = await built.open('talk/', { keepsTalk: true });
  const speaker = await openSpeaker(deck);
  await playTalk({ deck, speaker }, async () => {
    await deck.locator('html[data-offline="kept"]').waitFor({ state: 'attached' });
    // The deck writes its address at most once a second.
    await deck.waitForTimeout(1100);
    await built.cut();
    await deck.context().setOffline(true);
    await speaker.reload();
    await deck.reload();
    await deck.locator('html[data-kept-at]').waitFor({ state: 'attached' });
    await untilFollowing(speaker);
  });
});

test('the same talk is played in dev, through a restart of the server', async () => {
  await using dev = await openStage(FILES);
  const deck = await dev.open('talk/');
  const speaker = await openSpeaker(deck);
  const mark = (page: Page) =>
    page.evaluate(() => document.documentElement.setAttribute('data-old', ''));
  const untilNew = (page: Page) =>
    page.locator('html:not([data-old])[data-ready]').waitFor({ state: 'attached' });
  await playTalk({ deck, speaker }, async () => {
    for (const page of [deck, speaker]) await mark(page);
    await dev.restart(async () => {
      await press(speaker, 'ArrowRight');
      await expect.poll(() => place(deck)).toBe('plans 0');
      await press(deck, 'ArrowLeft');
      await expect.poll(() => place(deck)).toBe('points 2');
    });
    for (const page of [deck, speaker]) await untilNew(page);
    await untilFollowing(speaker);
  });
});

test('the same talk is played from one file on a disk', async () => {
  const { root } = makeProject(FILES);
  const { code } = await callRostrum(['export', 'talk', '--output', 'talk.html', '--notes'], {
    cwd: root,
  });
  expect(code).toBe(0);
  const browser = await launchBrowser();
  const deck = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await deck.goto(`file://${path.join(root, 'talk.html')}`);
  await deck.waitForSelector('html[data-ready]', { state: 'attached' });
  await playTalk({ deck, speaker: await openSpeaker(deck) });
  await browser.close();
});

describe('which deck a speaker’s page follows', () => {
  test('opened by hand it is that of its talk, and never another talk', async () => {
    const deck = await stage.open('talk/');
    const other = await deck.context().newPage();
    await other.goto(deck.url().replace('talk/', 'other/'));
    await other.waitForSelector('html[data-ready]', { state: 'attached' });
    const speaker = await openByHand(deck);
    await press(speaker, 'ArrowRight');
    await expectPlaces({ deck, speaker }, 'points 0', 'points 1');
    expect(await place(other)).toBe('elsewhere 0');
    await deck.close();
    await expect.poll(() => signs(speaker)).toContain('No deck is open');
    await press(speaker, 'ArrowRight');
    expect(await place(other)).toBe('elsewhere 0');
    await speaker.context().close();
  });

  test('of several decks of a talk it is the one that opened it, else the one that was used last', async () => {
    const { deck, speaker } = await openBoth(stage);
    const second = await deck.context().newPage();
    await second.goto(deck.url());
    await second.waitForSelector('html[data-ready]', { state: 'attached' });
    const byHand = await openByHand(deck);
    await press(second, 'ArrowRight', 'ArrowRight');
    await expect.poll(() => place(pictureOf(byHand, 'current'))).toBe('points 1');
    await press(speaker, 'End');
    await expect.poll(() => place(deck)).toBe('last 0');
    expect(await place(second)).toBe('points 1');
    await press(second, 'ArrowLeft');
    await expect.poll(() => place(pictureOf(byHand, 'current'))).toBe('points 0');
    await press(deck, 'Home');
    await expect.poll(() => place(pictureOf(byHand, 'current'))).toBe('opening 0');
    await deck.context().close();
  });

  test('a key that is pressed while the deck is starting is kept for it', async () => {
    const deck = await stage.open('talk/');
    const speaker = await deck.context().newPage();
    await speaker.goto(`${deck.url().split(/[?#]/)[0]}?speaker`);
    await speaker.locator('html[data-ready]').waitFor({ state: 'attached' });
    await speaker.keyboard.press('ArrowRight');
    expect(await signs(speaker)).not.toContain('No deck');
    await deck.locator('#points.present').waitFor();
    await deck.context().close();
  });

  test('it goes along when its deck shows another talk', async () => {
    const { deck, speaker } = await openBoth(stage);
    await deck.goto(deck.url().replace(/talk\/.*/, 'other/'));
    await deck.waitForSelector('html[data-ready]', { state: 'attached' });
    await press(deck, 'ArrowRight');
    await speaker.waitForURL(/other\/\?speaker/);
    await untilFollowing(speaker);
    await press(speaker, 'ArrowLeft');
    await expectPlaces({ deck, speaker }, 'elsewhere 0', 'points 0');
    await deck.context().close();
  });
});

test('help, light and dark, and the size of the notes belong to the window that was asked', async () => {
  const { deck, speaker } = await openBoth(stage, 'talk/#/last');
  const root = (page: Page) => page.locator('html').getAttribute('data-mode');
  expect([await root(deck), await root(speaker)]).toEqual(['light', 'dark']);
  await press(speaker, 'd', '+', '+', '-', '?');
  expect([await root(deck), await root(speaker)]).toEqual(['light', 'light']);
  expect(await speaker.locator('dialog.help dd').allInnerTexts()).toContain('Larger notes');
  expect(await deck.locator('dialog').count()).toBe(0);
  await press(speaker, '?');
  await expect.poll(() => speaker.locator('dialog.help').count()).toBe(0);
  const size = () =>
    speaker.locator('.speaker-notes').evaluate((notes) => getComputedStyle(notes).fontSize);
  expect(await size()).toBe('28px');
  await speaker.reload();
  await untilFollowing(speaker);
  expect([await size(), await root(speaker)]).toEqual(['28px', 'light']);
  await deck.context().close();
});

test('letters work by their place, and a remote that repeats its key turns black once', async () => {
  const { deck, speaker } = await openBoth(stage);
  const dispatch = (init: { key: string; code: string; repeat: boolean }) =>
    speaker.evaluate(
      (event) =>
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...event }),
        ),
      init,
    );
  await dispatch({ key: '\u0438', code: 'KeyB', repeat: false });
  await dispatch({ key: '\u0438', code: 'KeyB', repeat: true });
  await deck.locator('.reveal.paused').waitFor();
  await expect.poll(() => signs(speaker)).toContain('The screen is black');
  await deck.context().close();
});

test('the clock is set to zero only after a second question', async () => {
  const { deck, speaker } = await openBoth(stage);
  await press(speaker, 'ArrowRight');
  await expect.poll(() => read(speaker, 'main-time')).toBe('0:01');
  await speaker.locator('.speaker-reset').click();
  await press(speaker, 'Enter');
  expect(await speaker.locator('dialog[open]').count()).toBe(0);
  expect(await read(speaker, 'main-time')).not.toBe('0:00');
  await speaker.locator('.speaker-reset').click();
  await speaker.locator('.speaker-zero').click();
  await expect.poll(() => read(speaker, 'pace')).toBe('Starts with the first move');
  await press(speaker, 'ArrowRight');
  await expectPlaces({ deck, speaker }, 'points 1', 'points 2');
  await deck.context().close();
});

test('the plan follows the times of slides, and words say how far behind the talk is', async () => {
  const { deck, speaker } = await openBoth(stage);
  await press(speaker, 'ArrowRight');
  await expect.poll(() => read(speaker, 'agenda')).toMatch(/Opening\s+0:00\s+0:00/);
  expect(await read(speaker, 'agenda')).toMatch(/Plans\s+5:20/);
  await speaker.clock.install({ time: Date.now() + 9 * 60_000 });
  await speaker.reload();
  await untilFollowing(speaker);
  await expect.poll(() => read(speaker, 'pace')).toMatch(/^3:4\d behind$/);
  expect(await speaker.locator('.speaker-pace').getAttribute('data-state')).toBe('behind');
  await press(speaker, 'u');
  await expect.poll(() => read(speaker, 'main-time')).toMatch(/^0:5\d$|^1:00$/);
  await deck.context().close();
});

test('dividers are dragged and keep their place, and an arrow after that is for the slides', async () => {
  const { deck, speaker } = await openBoth(stage);
  const width = async () => (await speaker.locator('.speaker-pictures').boundingBox())?.width ?? 0;
  const before = await width();
  const box = await speaker.locator('.speaker-columns').boundingBox();
  if (!box) throw new Error('There is no divider.');
  await speaker.mouse.move(box.x + 8, box.y + 100);
  await speaker.mouse.down();
  await speaker.mouse.move(box.x - 192, box.y + 100);
  await speaker.mouse.up();
  const after = await width();
  expect(before - after).toBeGreaterThan(150);
  await press(speaker, 'ArrowRight');
  await expect.poll(() => place(deck)).toBe('points 0');
  await speaker.reload();
  await untilFollowing(speaker);
  expect(await width()).toBeCloseTo(after, 0);
  await deck.context().close();
});

test('where the browser blocks the window, the deck shows a link to the page', async () => {
  const deck = await stage.open('talk/', {
    prepare: async (page) => void (await page.addInitScript(() => void (window.open = () => null))),
  });
  await press(deck, 's');
  const [speaker] = await Promise.all([
    deck.context().waitForEvent('page'),
    deck.getByRole('link', { name: 'Open the speaker’s page' }).click(),
  ]);
  await untilFollowing(speaker);
  await press(speaker, 'ArrowRight');
  await expect.poll(() => place(deck)).toBe('points 0');
  expect(await deck.locator('.popup-blocked').count()).toBe(0);
  await deck.context().close();
});

test('a telephone has one column, with buttons for the thumb', async () => {
  const deck = await stage.open('talk/');
  const speaker = await openByHand(deck);
  await speaker.setViewportSize({ width: 390, height: 844 });
  await speaker.locator('.speaker-forward').click();
  await speaker.locator('.speaker-forward').click();
  await expectPlaces({ deck, speaker }, 'points 1', 'points 2');
  await speaker.locator('.speaker-back').click();
  await expect.poll(() => place(deck)).toBe('points 0');
  await speaker.locator('.speaker-black').click();
  await deck.locator('.reveal.paused').waitFor();
  const wide = await speaker.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  expect(await speaker.locator('.speaker-next').isVisible()).toBe(true);
  // On its side the picture of this slide has room beside the notes.
  await speaker.setViewportSize({ width: 844, height: 390 });
  const box = await speaker.locator('.speaker-current').boundingBox();
  expect(box?.width).toBeGreaterThan(300);
  await deck.context().close();
});

test('strangers on the channel, and messages of other shapes, change nothing', async () => {
  const { deck, speaker } = await openBoth(stage);
  await speaker.evaluate(() => {
    const channel = new BroadcastChannel('rostrum:stage');
    const deck = '0123456789abcdef';
    channel.postMessage({ type: 'press', deck, key: '\u2192' });
    channel.postMessage({ type: 'press', key: '\u2192' });
    channel.postMessage({ type: 'state', deck, slide: 'last', notes: '<b>no</b>' });
    channel.postMessage('{"method":"slide","args":[3]}');
  });
  await press(speaker, 'ArrowRight');
  await expectPlaces({ deck, speaker }, 'points 0', 'points 1');
  await deck.context().close();
});

const NAMES: Record<string, string> = {
  '→': 'ArrowRight',
  '←': 'ArrowLeft',
  'Page down': 'PageDown',
  'Page up': 'PageUp',
  Esc: 'Escape',
  'Ctrl+Z': 'Control+z',
};
/** Keys that do what one of the list does. */
const SAME = ['ArrowDown', 'ArrowUp', 'Enter', 'Backspace', '='];

test('each key of a keyboard does what the list of keys says, and no other does anything', async () => {
  const { deck, speaker } = await openBoth(stage);
  await speaker.evaluate(() => {
    const send = BroadcastChannel.prototype.postMessage;
    BroadcastChannel.prototype.postMessage = function countWishes(message: { type?: string }) {
      const { dataset } = document.body;
      const isWish = ['press', 'clock', 'freeze', 'erase', 'zoom'].includes(message.type ?? '');
      if (isWish) dataset['wishes'] = String(Number(dataset['wishes'] ?? 0) + 1);
      send.call(this, message);
    };
    document.documentElement.requestFullscreen = () => {
      document.body.dataset['full'] = String(Number(document.body.dataset['full'] ?? 0) + 1);
      return Promise.resolve();
    };
  });
  const look = () =>
    speaker.evaluate(() => {
      const { mode } = document.documentElement.dataset;
      const style = document.querySelector('.speaker-desk')?.getAttribute('style');
      const dialogs = document.querySelectorAll('dialog').length;
      const settings = localStorage.getItem('rostrum:speaker');
      const tool = document.querySelector('.speaker-surface')?.getAttribute('data-tool');
      return JSON.stringify([mode, style, dialogs, settings, tool, document.body.dataset]);
    });
  await press(speaker, '?');
  const listed = await speaker.locator('dialog.help kbd').allTextContents();
  expect(listDocumentedKeys()).toEqual(expect.arrayContaining(listed));
  await press(speaker, '?');
  await speaker.locator('dialog.help').waitFor({ state: 'detached' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789.,;/?-=+[]'];
  const others = ['Space', 'Home', 'End', 'Delete', 'F2', 'F5', 'F8', ...Object.values(NAMES)];
  const working: string[] = [];
  for (const key of [...letters, ...others, ...SAME.slice(0, -1)]) {
    const before = await look();
    await press(speaker, key);
    if ((await look()) !== before) working.push(key);
    await speaker.evaluate(() => document.querySelector('dialog:modal')?.remove());
  }
  const expected = listed.map((key) => NAMES[key] ?? key).concat(SAME);
  // No stroke has been drawn that could be undone.
  expect(working.toSorted()).toEqual(expected.filter((key) => key !== 'Control+z').toSorted());
  await deck.context().close();
});

test('screens do not sleep from the first move on', async () => {
  const deck = await stage.open('talk/', {
    prepare: (page) =>
      page.context().addInitScript(() => {
        const request = (): Promise<WakeLockSentinel> => {
          document.documentElement.dataset['awake'] = '';
          return Promise.reject(new Error());
        };
        Object.defineProperty(navigator, 'wakeLock', { value: { request } });
      }) as Promise<unknown> as Promise<void>,
  });
  const speaker = await openSpeaker(deck);
  const isAwake = (page: Page) => page.locator('html[data-awake]').count();
  expect([await isAwake(deck), await isAwake(speaker)]).toEqual([0, 0]);
  await press(speaker, 'ArrowRight');
  await expect.poll(() => isAwake(deck)).toBe(1);
  await expect.poll(() => isAwake(speaker)).toBe(1);
  await deck.context().close();
});

test('the speaker’s page has no fault that a machine finds, dark, light and on a telephone', async () => {
  const { deck, speaker } = await openBoth(stage, 'talk/#/points/0');
  await press(speaker, 'ArrowRight', 'b');
  await expect.poll(() => signs(speaker)).toContain('black');
  await loadAxe(speaker);
  expect(await runAxe(speaker, {})).toEqual([]);
  await press(speaker, 'd');
  expect(await runAxe(speaker, {})).toEqual([]);
  await speaker.setViewportSize({ width: 390, height: 844 });
  expect(await runAxe(speaker, {})).toEqual([]);
  await deck.context().close();
});

test('a deck and a speaker’s page that are open go on without a network', async () => {
  const { deck, speaker } = await openBoth(stage, 'talk/', { keepsTalk: true });
  const both = { deck, speaker };
  await expectPlaces(both, 'opening 0', 'points 0');
  // A few seconds after it is drawn the deck has fetched all that is left of the talk.
  await deck.locator('html[data-offline]').waitFor({ state: 'attached' });
  await deck.context().setOffline(true);
  const failed: string[] = [];
  deck.context().on('requestfailed', (request) => failed.push(request.url()));
  await press(speaker, 'PageDown', 'PageDown', 'PageDown');
  await expectPlaces(both, 'points 2', 'plans 0');
  await press(speaker, 'PageDown', 'PageDown');
  await expectPlaces(both, 'last 0', null);
  await press(speaker, 'g');
  await speaker.keyboard.type('reserve');
  await press(speaker, 'Enter');
  await expectPlaces(both, 'reserve 0', null);
  expect(failed).toEqual([]);
  await deck.context().close();
});
