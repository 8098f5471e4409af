import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBuiltStage, type BuiltStage } from '../support/deck.ts';
import {
  openBoth,
  openByHand,
  pictureOf,
  place,
  press,
  read,
  signs,
  SMALL_TALK,
} from '../support/speaker.ts';

let stage: BuiltStage;
beforeAll(async () => void (stage = await openBuiltStage(SMALL_TALK)));
afterAll(() => stage[Symbol.asyncDispose]());

const current = (speaker: Page): Promise<string> => place(pictureOf(speaker, 'current'));

test('a frozen screen stays while the speaker looks at other slides, and then shows theirs', async () => {
  const { deck, speaker } = await openBoth(stage);
  const second = await openByHand(deck);
  await press(speaker, 'h');
  await expect.poll(() => signs(speaker)).toContain('Frozen: the room sees slide 1');
  await press(speaker, 'ArrowRight', 'ArrowRight');
  await expect.poll(() => current(speaker)).toBe('points 1');
  await expect.poll(() => place(pictureOf(speaker, 'next'))).toBe('points 2');
  expect(await read(speaker, 'notes')).toContain('About the points.');
  expect(await read(speaker, 'place')).toMatch(/^2 of 3/);
  expect(await place(deck)).toBe('opening 0');
  // A move that the room does not see does not start the clock.
  expect(await read(speaker, 'pace')).toBe('Starts with the first move');
  await expect.poll(() => current(second)).toBe('points 1');

  await speaker.reload();
  await expect.poll(() => signs(speaker)).toContain('Frozen: the room sees slide 1');
  await press(second, 'g');
  await second.keyboard.type('last');
  await press(second, 'Enter');
  await expect.poll(() => current(speaker)).toBe('last 0');
  await press(speaker, 'ArrowRight', 'PageUp', 'b');
  await deck.locator('.reveal.paused').waitFor();
  await expect.poll(() => current(speaker)).toBe('points 2');
  await press(speaker, 'b', 'h');
  await expect.poll(() => place(deck)).toBe('points 2');
  await expect.poll(() => signs(second)).toBe('');
  await expect.poll(() => read(speaker, 'pace')).not.toBe('Starts with the first move');
  await deck.context().close();
});

test('Escape takes the speaker back to what the room sees, and keys of the frozen deck move the speaker', async () => {
  const { deck, speaker } = await openBoth(stage, 'talk/#/points/0');
  await speaker.getByRole('button', { name: 'Freeze' }).click();
  await expect.poll(() => signs(speaker)).toContain('Frozen: the room sees slide 2');
  await press(deck, 'End', 'g');
  await expect.poll(() => current(speaker)).toBe('last 0');
  expect(await deck.locator('dialog').count()).toBe(0);
  await deck.mouse.click(600, 400);
  expect(await place(deck)).toBe('points 1');
  const touch = await deck.context().newCDPSession(deck);
  for (const distance of [100, 200, 300])
    await touch.send('Input.dispatchTouchEvent', {
      type: distance === 100 ? 'touchStart' : 'touchMove',
      touchPoints: [
        { x: 600 - distance, y: 400, id: 0 },
        { x: 600 + distance, y: 400, id: 1 },
      ],
    });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await press(speaker, 'Escape');
  await expect.poll(() => signs(speaker)).toBe('');
  expect(await speaker.getByRole('button', { name: 'Go back' }).count()).toBe(0);
  await expect.poll(() => current(speaker)).toBe('points 1');
  expect(await deck.locator('.reveal[style*="scale"]').count()).toBe(0);
  expect(await deck.locator('.freeze-shield, .reveal.overview').count()).toBe(0);
  await press(speaker, 'h', 'Home');
  await speaker.getByRole('button', { name: 'Go back' }).click();
  await expect.poll(() => signs(speaker)).toBe('');
  await press(speaker, 'h', 'Home');
  await expect.poll(() => current(speaker)).toBe('opening 0');
  await speaker.getByRole('button', { name: 'Show this' }).click();
  await expect.poll(() => place(deck)).toBe('opening 0');
  await press(deck, 'ArrowRight');
  await expect.poll(() => current(speaker)).toBe('points 0');
  await deck.context().close();
});
