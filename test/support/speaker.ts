import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { BuiltStage, OpenOptions } from './deck.ts';

/** Files of a talk of three slides, one with two steps and notes. */
export const SMALL_TALK = {
  'slides/talks/talk.md': `---
title: Talk
date: 2024-09-18
duration: 10
---

# Opening

[A link](#/last)

---
incremental: true
---

# Points

- first
- second

Note: About the points.

---

# Last
`,
};

/** A deck and the speaker's page that it opened. */
export interface Both {
  deck: Page;
  speaker: Page;
}

/** Opens the deck of the talk, and its speaker's page. */
export async function openBoth(
  stage: Pick<BuiltStage, 'open'>,
  address = 'talk/',
  options?: OpenOptions,
): Promise<Both> {
  const deck = await stage.open(address, options);
  return { deck, speaker: await openSpeaker(deck) };
}

/** Opens the speaker's page of a deck, by its key. */
export async function openSpeaker(deck: Page): Promise<Page> {
  const [speaker] = await Promise.all([deck.waitForEvent('popup'), deck.keyboard.press('s')]);
  await untilFollowing(speaker);
  return speaker;
}

/** Opens a speaker's page by its address, in the browser of a deck. */
export async function openByHand(deck: Page): Promise<Page> {
  const speaker = await deck.context().newPage();
  await speaker.goto(`${deck.url().split(/[?#]/)[0]}?speaker`);
  await untilFollowing(speaker);
  return speaker;
}

/** Waits until a speaker's page has found its deck. */
export async function untilFollowing(speaker: Page): Promise<void> {
  await speaker.locator('.speaker-current[src*="receiver"]').waitFor({ state: 'attached' });
  await expect.poll(() => signs(speaker)).not.toMatch(/No deck|Looking/);
}

/** Reads a slide and the number of its steps that are shown, such as "points 1"; a page of the talk or a picture. */
export async function place(page: Pick<Page, 'locator'>): Promise<string> {
  const slide = page.locator('.slides > section.present');
  return `${await slide.getAttribute('id')} ${await slide.locator('.fragment.visible').count()}`;
}

/** Returns the frame of a picture in a speaker's page. */
export const pictureOf = (speaker: Page, name: 'current' | 'next') =>
  speaker.frameLocator(`.speaker-${name}`);
/** Reads what a speaker's page says about the room. */
export const signs = (speaker: Page) => speaker.locator('.speaker-signs').innerText();
/** Reads a part of a speaker's page. */
export const read = (speaker: Page, name: string) =>
  speaker.locator(`.speaker-${name}`).innerText();

/** Presses keys of a page. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
