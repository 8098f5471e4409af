import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';
import { rostrum } from '../../src/node/vite/vite.ts';
import { COMMAND_PLUGIN, type CommandOptions } from '../../src/node/vite/site.ts';
import { createTerminal } from '../../src/node/terminal.ts';
import { launchBrowser } from '../support/browser.ts';
import { openProjectFolder } from '../support/project.ts';
import { openRelay, type Relay } from '../support/relay.ts';
import { rmSync } from 'node:fs';

const TALK = `---
title: First
---

# Opening

<!-- // A remark. -->

![A square](../../assets/square.svg)

Note: Say it slowly.

---
incremental: true
---

# Points

- one
- two

---

# Chart

\`\`\`chart
type: bar
data: users
x: asOf
y: count
\`\`\`
`;
const FILES = {
  'slides/talks/first.md': TALK,
  'slides/talks/second.md': '# Second\n',
  'assets/square.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
  'data/users.json': `{
  "title": "Users",
  "unit": "users",
  "sources": { "us": { "name": "Us", "url": "https://example.org/" } },
  "rows": [
    { "asOf": "2024-01", "count": 10, "source": "us" },
    { "asOf": "2025-01", "count": 20, "source": "us" }
  ]
}`,
};
const TOKEN = 'a-token-of-this-test';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const WIDE = { viewport: { width: 1280, height: 720 } };

let browser: Browser;
let server: ViteDevServer;
let relay: Relay;
let remove = (): void => {};
let write = (_file: string, _text: string): void => {};

beforeAll(async () => {
  relay = await openRelay();
  const room = `---\ntitle: Room\nfollow: ${relay.url}/live/{talk}\n---\n\n# One\n\n---\n\n# Two\n`;
  const folder = openProjectFolder({ ...FILES, 'slides/talks/room.md': room });
  remove = () => rmSync(folder.root, { recursive: true, force: true });
  write = folder.write;
  const silent = { write: () => {} };
  const api: CommandOptions = {
    terminal: createTerminal({ out: silent, err: silent, env: {} }),
    offline: true,
    network: {
      token: TOKEN,
      guestTalks: ['first', 'room'],
      // No test leaves this machine, so the name in the address stands for where a browser is.
      isLocal: ({ headers }) => headers.host?.startsWith('127.0.0.1:') ?? false,
    },
  };
  server = await createServer({
    root: folder.root,
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: COMMAND_PLUGIN, api }, rostrum()],
    server: { port: 0 },
  });
  [browser] = await Promise.all([launchBrowser(), server.listen()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await relay?.[Symbol.asyncDispose]();
  remove();
});

/** Returns an address as this machine opens it, or as others of the network do. */
function toAddress(path: string, from: 'here' | 'network'): string {
  const url = new URL(path, server.resolvedUrls?.local[0]);
  if (from === 'network') url.hostname = 'localhost';
  return String(url);
}

/** A page of a browser of its own, with what it was refused, its errors, and its sockets. */
interface Visit {
  page: Page;
  troubles: string[];
  sockets: string[];
}

async function visit(address: string, options = WIDE): Promise<Visit> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const [troubles, sockets]: string[][] = [[], []];
  page.on('pageerror', (error) => troubles?.push(error.message));
  page.on(
    'response',
    (got) => void (got.status() >= 400 && troubles?.push(`${got.status()} ${got.url()}`)),
  );
  page.on('websocket', (socket) => sockets?.push(socket.url()));
  await page.goto(address);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return { page, troubles: troubles ?? [], sockets: sockets ?? [] };
}

/** Reads a slide and the number of its steps that are shown. */
async function place(page: Pick<Page, 'locator'>): Promise<string> {
  const slide = page.locator('.slides > section.present');
  return `${await slide.getAttribute('id')} ${await slide.locator('.fragment.visible').count()}`;
}

test('a phone with the token moves the deck and shows its place, and the address loses the token', async () => {
  const { page: deck } = await visit(toAddress('first/', 'here'));
  const { page: phone, troubles } = await visit(
    toAddress(`first/?speaker&token=${TOKEN}`, 'network'),
    PHONE,
  );
  await expect.poll(() => new URL(phone.url()).search).toBe('?speaker=');
  expect(await phone.evaluate(() => document.cookie)).toBe('');
  const shown = phone.frameLocator('.speaker-current');
  await expect.poll(() => place(shown)).toBe('opening 0');
  await expect.poll(() => phone.locator('.speaker-notes').innerText()).toContain('Say it slowly.');
  await expect.poll(() => phone.locator('.speaker-signs').innerText()).not.toContain('No deck');
  await phone.locator('.speaker-forward').tap();
  await expect.poll(() => place(deck)).toBe('points 0');
  await expect.poll(() => place(shown)).toBe('points 0');
  await phone.locator('.speaker-forward').tap();
  // Once, though the deck has other windows of its browser that hear it as well.
  await expect.poll(() => place(deck)).toBe('points 1');
  await deck.keyboard.press('ArrowRight');
  await expect.poll(() => place(shown)).toBe('points 2');
  expect(troubles).toEqual([]);
});

test('with a speaker\u2019s window beside it, a key moves the deck once', async () => {
  const { page: deck } = await visit(toAddress('first/', 'here'));
  const { page: phone } = await visit(toAddress(`first/?speaker&token=${TOKEN}`, 'network'), PHONE);
  await expect.poll(() => place(phone.frameLocator('.speaker-current'))).toBe('opening 0');
  const [speaker] = await Promise.all([deck.waitForEvent('popup'), deck.keyboard.press('s')]);
  await expect.poll(() => place(speaker.frameLocator('.speaker-current'))).toBe('opening 0');
  await speaker.keyboard.press('ArrowRight');
  await expect.poll(() => place(phone.frameLocator('.speaker-current'))).toBe('points 0');
  await expect.poll(() => place(deck)).toBe('points 0');

  // The phone freezes the screen and draws on another slide, which the other windows see as they should.
  await phone.getByRole('button', { name: 'Freeze' }).tap();
  await phone.locator('.speaker-back').tap();
  await expect.poll(() => place(speaker.frameLocator('.speaker-current'))).toBe('opening 0');
  await phone.getByRole('button', { name: 'Pen' }).tap();
  const box = await phone.locator('.speaker-surface').boundingBox();
  if (!box) throw new Error('There is no picture to draw on.');
  await phone.mouse.move(box.x + 50, box.y + 50);
  await phone.mouse.down();
  await phone.mouse.move(box.x + 90, box.y + 70);
  await phone.mouse.up();
  await speaker.frameLocator('.speaker-current').locator('.ink-stroke').waitFor();
  expect(await place(deck)).toBe('points 0');
  await phone.getByRole('button', { name: 'Show this' }).tap();
  await deck.locator('#opening.present').waitFor();
  await deck.locator('.ink-stroke').waitFor();
  await phone.locator('.speaker-black').tap();
  await expect
    .poll(() => deck.evaluate(() => document.querySelector('.reveal.paused') !== null))
    .toBe(true);
});

test('without the token a browser has a plain deck: no notes, no socket, nothing refused, no news of edits', async () => {
  const { page, troubles, sockets } = await visit(toAddress('first/', 'network'));
  expect(await page.locator('aside.notes').count()).toBe(0);
  expect(await page.content()).not.toMatch(/slowly|remark/);
  await expect
    .poll(() => page.evaluate(() => [...document.images].every((one) => one.naturalWidth > 0)))
    .toBe(true);
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
    await page.keyboard.press(key);
  await expect.poll(() => place(page)).toBe('chart 0');
  await page.locator('section.present svg').first().waitFor();
  write('slides/talks/first.md', TALK.replace('# Opening', '# Changed'));
  const { page: own } = await visit(toAddress('first/', 'here'));
  await expect.poll(() => own.locator('h2').first().innerText()).toBe('Changed');
  expect(await page.locator('#opening').count()).toBe(1);
  expect([troubles, sockets]).toEqual([[], []]);
  // What it has in its own storage opens nothing either.
  const { page: speaker } = await visit(toAddress('first/?speaker', 'network'));
  expect(await speaker.content()).not.toContain('slowly');
  const refused = [
    '/@vite/client',
    '/second/',
    '/first/first.pdf',
    '/@rostrum/day/first?to=2024-01-01',
  ];
  for (const address of refused) {
    const status = await page.evaluate(async (path) => (await fetch(path)).status, address);
    expect(status, address).toBe(403);
  }
  write('slides/talks/first.md', TALK);
});

test('without the token the index lists the talks that others may see, and no more', async () => {
  const { page, troubles, sockets } = await visit(toAddress('first/', 'network'));
  await page.goto(toAddress('', 'network'));
  expect(await page.locator('.index-talk').count()).toBe(2);
  expect(await page.locator('body').innerText()).not.toMatch(/Second|Export/);
  expect([troubles, sockets]).toEqual([[], []]);
});

test('without the token a browser follows the room, asks its relay alone, and gets no secret', async () => {
  const { page, troubles, sockets } = await visit(toAddress('room/', 'network'));
  const policy = await page.locator('meta[http-equiv]').getAttribute('content');
  expect(policy).toContain(`connect-src 'self' ${relay.url};`);
  const build = await page.evaluate(() => {
    const text = document.getElementById('rostrum:data')?.textContent ?? '{}';
    return (JSON.parse(text) as { room: { build: string } }).room.build;
  });
  relay.send('/live/room', JSON.stringify({ build, slide: 'two', step: -1, seq: Date.now() }));
  await expect.poll(() => place(page)).toBe('two 0');
  await page.keyboard.press('a');
  const field = page.locator('.lead-dialog input');
  await field.fill('wrong');
  await field.press('Enter');
  await page.locator('.room-bar').getByText('The relay refused the secret.').waitFor();
  expect(relay.posted).toEqual([]);
  expect(troubles).toEqual([`401 ${relay.url}/live/room`]);
  expect(sockets).toEqual([]);
});
