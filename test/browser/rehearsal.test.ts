import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { parseRehearsal, type Rehearsal } from '../../src/talk/model/rehearsal/rehearsal.ts';
import { loadAxe, runAxe } from '../support/axe.ts';
import { callRostrum } from '../support/run.ts';
import { openBuiltStage, openStage } from '../support/deck.ts';
import { openBoth, SMALL_TALK } from '../support/speaker.ts';

const FILE = 'slides/talks/talk.md';
const TALK = SMALL_TALK[FILE];
const sign = (speaker: Page) => speaker.locator('.speaker-rehearsal').innerText();
const choose = (speaker: Page, name: string) =>
  speaker.locator('dialog[open]').getByRole('button', { name }).click();

async function record(speaker: Page): Promise<void> {
  await speaker.keyboard.press('r');
  await choose(speaker, 'Record');
  await expect.poll(() => sign(speaker)).toBe('The rehearsal starts with the first move');
}

function toRun(text: string): Rehearsal {
  const parsed = parseRehearsal(JSON.parse(text));
  if (!('value' in parsed)) throw new Error(`This is no rehearsal: ${text}`);
  return parsed.value;
}

const listMoves = ({ moves }: Rehearsal) => moves.map(({ slide, step }) => `${slide} ${step}`);

test('a rehearsal is recorded through reloads and a pause, and the dev server writes it to a file', async () => {
  await using stage = await openStage(SMALL_TALK);
  const { deck, speaker } = await openBoth(stage);
  await record(speaker);
  await speaker.keyboard.press('c');
  await expect.poll(() => sign(speaker)).toBe('Recording a rehearsal');
  await speaker.keyboard.press('ArrowRight');
  await deck.locator('#points.present').waitFor();
  // The deck writes its address at most once a second.
  await deck.waitForURL(/#\/points$/);
  await deck.reload();
  await deck.waitForSelector('html[data-ready]', { state: 'attached' });
  await speaker.keyboard.press('ArrowRight');
  await deck.locator('#points .fragment.visible').waitFor();
  await speaker.reload();
  await expect.poll(() => sign(speaker)).toBe('Recording a rehearsal');
  await speaker.keyboard.press('c');
  await speaker.locator('.speaker-pause').getByText('Go on').waitFor();
  await speaker.keyboard.press('c');
  await speaker.locator('.speaker-pause').getByText('Pause').waitFor();

  // A file that is saved meanwhile changes the plan, and neither the clock nor the rehearsal.
  stage.write(FILE, TALK.replace('duration: 10', 'duration: 20').replace('# Last', '# The last'));
  await expect.poll(() => speaker.locator('.speaker-other-time').innerText()).toMatch(/^1\d:/);
  await speaker.keyboard.press('End');
  await deck.locator('#the-last.present').waitFor();
  expect(await sign(speaker)).toBe('Recording a rehearsal');

  await speaker.keyboard.press('r');
  await choose(speaker, 'Stop and keep');
  await expect.poll(() => sign(speaker)).toContain('written to rehearsals/talk-');
  const [name = ''] = readdirSync(path.join(stage.root, 'rehearsals'));
  const run = toRun(readFileSync(path.join(stage.root, 'rehearsals', name), 'utf8'));
  expect(listMoves(run)).toEqual(['opening 0', 'points 0', 'points 1', 'the-last 0']);
  expect(run).toMatchObject({ talk: 'talk', isWhole: true });
  await speaker.locator('.speaker-close').click();
  await expect.poll(() => sign(speaker)).toBe('');

  const words = ['timing', 'talk', '--html', 'timing.html'];
  expect(await callRostrum(words, { cwd: stage.root })).toMatchObject({ code: 0 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await speaker.emulateMedia({ colorScheme });
    await speaker.goto(`file://${path.join(stage.root, 'timing.html')}`);
    await speaker.setViewportSize({ width: colorScheme === 'light' ? 390 : 1280, height: 800 });
    await loadAxe(speaker);
    expect(await runAxe(speaker, {})).toEqual([]);
  }
});

test('with --rehearse each run is recorded, also without a speaker\u2019s page', async () => {
  await using stage = await openStage(SMALL_TALK, { isRehearsed: true });
  const deck = await stage.open('talk/');
  const recorded = () => deck.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  await deck.keyboard.press('ArrowRight');
  await expect.poll(recorded).toContain('recording:/talk/');
  await expect.poll(recorded).toMatch(/moves.{0,80}points/);
  await deck.keyboard.press('End');
  await deck.locator('#last.present').waitFor();
  for (const _ of [1, 2]) await deck.keyboard.press('ArrowRight');
  await deck.locator('.reveal.paused').waitFor();
  const list = () => {
    try {
      return readdirSync(path.join(stage.root, 'rehearsals'));
    } catch {
      return [];
    }
  };
  await expect.poll(list).toHaveLength(1);
  const run = toRun(readFileSync(path.join(stage.root, 'rehearsals', list()[0] ?? ''), 'utf8'));
  expect(listMoves(run)).toEqual(['points 0', 'last 0']);
});

test('a built talk keeps rehearsals in the browser, where they can be downloaded or discarded', async () => {
  await using stage = await openBuiltStage(SMALL_TALK);
  const { deck, speaker } = await openBoth(stage);
  await record(speaker);
  await speaker.keyboard.press('ArrowRight');
  await expect.poll(() => sign(speaker)).toBe('Recording a rehearsal');
  await loadAxe(speaker);
  expect(await runAxe(speaker, {})).toEqual([]);
  await speaker.setViewportSize({ width: 390, height: 844 });
  expect(await runAxe(speaker, {})).toEqual([]);
  expect(await speaker.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    390,
  );
  await speaker.keyboard.press('r');
  await speaker.keyboard.press('Enter');
  expect(await sign(speaker)).toBe('Recording a rehearsal');
  await speaker.keyboard.press('End');
  await deck.locator('#last.present').waitFor();
  // The black end of a talk ends its rehearsal.
  for (const _ of [1, 2]) await speaker.keyboard.press('PageDown');
  await expect.poll(() => sign(speaker)).toContain('kept in this browser');

  await speaker.keyboard.press('r');
  const [download] = await Promise.all([
    speaker.waitForEvent('download'),
    choose(speaker, 'Download'),
  ]);
  expect(download.suggestedFilename()).toMatch(/^talk-\d{4}-\d\d-\d\d\.json$/);
  const run = toRun(readFileSync(await download.path(), 'utf8'));
  expect(listMoves(run)).toEqual(['points 0', 'last 0']);

  await speaker.keyboard.press('PageUp');
  await expect.poll(() => deck.locator('.reveal.paused').count()).toBe(0);
  await record(speaker);
  await speaker.keyboard.press('r');
  await choose(speaker, 'Discard');
  await expect.poll(() => sign(speaker)).toBe('');
  await speaker.keyboard.press('r');
  await choose(speaker, 'Delete');
  await choose(speaker, 'Delete');
  await speaker.keyboard.press('r');
  expect(await speaker.locator('dialog[open]').innerText()).not.toContain('keeps');
});

test('one deck records a rehearsal, the next one only when that is closed', async () => {
  await using stage = await openBuiltStage(SMALL_TALK);
  const { deck, speaker } = await openBoth(stage);
  await record(speaker);
  await speaker.keyboard.press('ArrowRight');
  await expect.poll(() => sign(speaker)).toBe('Recording a rehearsal');
  const second = await deck.context().newPage();
  await second.goto(deck.url().split('#')[0] ?? '');
  await second.waitForSelector('html[data-ready]', { state: 'attached' });
  const recorded = () =>
    second.evaluate(() => localStorage.getItem('rostrum:recording:/some/where/talk/') ?? '');
  await second.keyboard.press('End');
  await second.locator('#last.present').waitFor();
  for (const _ of [1, 2]) await second.keyboard.press('ArrowRight');
  await second.locator('.reveal.paused').waitFor();
  await second.keyboard.press('b');
  await speaker.keyboard.press('ArrowRight');
  await expect.poll(recorded).toContain('"step":1');
  expect(await recorded()).not.toContain('"last"');
  await deck.close();
  await second.keyboard.press('Home');
  await expect.poll(recorded).toContain('"opening"');
  await second.context().close();
});
