import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchBrowser, openDrawn, UNSEEN, type TestBrowser } from '../support/browser.ts';
import { makeProject } from '../support/project.ts';
import { buildSite, serveFiles, type ServerOptions } from '../support/site.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const EVERYTHING = path.join(REPOSITORY, 'test/projects/everything');
/** Live data are asked for as long as a page is open. */
const LIVE = /\/data\/[\w-]+\.json$/;
/** Moves in both windows; each draws a slide three times. */
const MOVES_BACK = 12;

let browser: TestBrowser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

/** Pages of one browser, and the requests of theirs that failed. */
interface Visit extends AsyncDisposable {
  context: BrowserContext;
  failed: string[];
  open(url: string): Promise<Page>;
}

async function openVisit(script?: string): Promise<Visit> {
  const viewport = { width: 1280, height: 720 };
  const context = await browser.newContext({ viewport, ...UNSEEN, keepsTalk: true });
  if (script !== undefined) await context.addInitScript(script);
  const failed: string[] = [];
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // The worker asks the network first, and answers itself. A page that goes away ends its own requests.
    const isExpected = request.serviceWorker() !== null || reason === 'net::ERR_ABORTED';
    if (!isExpected && !LIVE.test(request.url())) failed.push(`${request.url()} ${reason}`);
  });
  const open = async (url: string): Promise<Page> => {
    const page = await context.newPage();
    expect(await openDrawn(page, url)).toBe('');
    return page;
  };
  return { context, failed, open, [Symbol.asyncDispose]: () => context.close() };
}

async function untilState(page: Page, state: string): Promise<void> {
  await page.locator(`html[data-offline="${state}"]`).waitFor({ state: 'attached' });
}

/** Finds the root of a page that came from what was kept; what it says in words goes after a moment. */
const copy = (page: Pick<Page, 'locator'>) => page.locator('html[data-kept-at]');

/** Returns the number of moves from the first slide of a deck to its last counted one, and the id of that. */
async function measure(deck: Page): Promise<{ moves: number; last: string }> {
  return deck.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('.slides > section')];
    const end = all.findLastIndex(({ dataset }) => dataset['visibility'] !== 'uncounted');
    const steps = all.slice(0, end + 1).map((slide) => {
      const marks = slide.querySelectorAll('[data-fragment-index]');
      return new Set([...marks].map((mark) => mark.getAttribute('data-fragment-index'))).size;
    });
    return { moves: steps.reduce((sum, count) => sum + count, end), last: all[end]?.id ?? '' };
  });
}

/** Lists the pictures and faces of a page that could not be loaded; fallback faces are the machine's, which may lack them. */
async function listUndrawn(page: Pick<Page, 'locator'>): Promise<string[]> {
  return page
    .locator('html')
    .evaluate(() => [
      ...[...document.images]
        .filter(({ src, complete, naturalWidth }) => src && complete && naturalWidth === 0)
        .map(({ src }) => src),
      ...[...document.fonts]
        .filter(({ status, family }) => status === 'error' && !family.includes('Fallback'))
        .map(({ family, weight }) => `${family} ${weight}`),
    ]);
}

async function playOffline({ failed, open }: Visit, deck: Page): Promise<void> {
  const url = deck.url().split(/[?#]/)[0] ?? '';
  const { moves, last } = await measure(deck);
  for (let move = 0; move < moves; move++) await deck.keyboard.press('ArrowRight');
  await deck.locator(`#${last}.present`).waitFor();
  const speaker = await open(`${url}?speaker`);
  const current = speaker.frameLocator('.speaker-current');
  await current.locator('html[data-ready=""]').waitFor({ state: 'attached' });
  await copy(speaker).waitFor({ state: 'attached' });
  expect(await copy(current).count()).toBe(0);
  await current.locator(`#${last}.present`).waitFor();
  // The pictures in the speaker's page walk back with the deck.
  for (let move = 0; move < MOVES_BACK; move++) await speaker.keyboard.press('ArrowLeft');
  await speaker.keyboard.press('Home');
  await deck.locator('.slides > section:first-child.present').waitFor();
  await current.locator('.slides > section:first-child.present').waitFor();
  expect([...(await listUndrawn(deck)), ...(await listUndrawn(current))]).toEqual([]);
  await deck.keyboard.press('?');
  await deck.locator('dialog.help').waitFor();
  await deck.keyboard.press('?');
  await speaker.locator('.speaker-surface').hover();
  await deck.locator('.ink-pointer[style*="translate"]').waitFor({ state: 'attached' });
  await speaker.close();
  for (const view of ['?print', '?read']) await (await open(url + view)).close();
  expect(await openDrawn(deck, url)).toBe('');
  await copy(deck).waitFor({ state: 'attached' });
  expect(failed).toEqual([]);
}

/** The talks of the site, and the one that uses every construct, a page of another host among them. */
const TALKS: [talk: string, state: string, root: string][] = [
  ['lpc-2024', 'kept', REPOSITORY],
  ['kangrejos-2024', 'kept', REPOSITORY],
  ['rust-for-linux-today', 'kept', REPOSITORY],
  ['everything', 'partly', EVERYTHING],
];

describe('the cable is pulled a few seconds after a talk was opened', () => {
  const built = new Map<string, string>();
  beforeAll(async () => {
    for (const root of [REPOSITORY, EVERYTHING]) {
      const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-kept-'));
      built.set(root, folder);
      await buildSite(root, folder, { notes: true });
    }
  });
  afterAll(() => built.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  test.for(TALKS)(
    'deck, speaker’s page, print and reading view of %s go on',
    async ([talk, state, root]) => {
      const site = await serveFiles(built.get(root) ?? '');
      await using visit = await openVisit();
      const deck = await visit.open(`${site.base}${talk}/`);
      await untilState(deck, state);
      await site[Symbol.asyncDispose]();
      await visit.context.setOffline(true);
      await playOffline(visit, deck);
    },
  );
});

const RATE = 8000;

/** Returns a second of silence, as a file that every browser plays. */
function makeSound(): Buffer {
  const head = Buffer.from('RIFF....WAVEfmt ____________________data____', 'latin1');
  head.writeUInt32LE(36 + RATE, 4);
  head.writeUInt32LE(16, 16);
  head.writeUInt32LE(0x1_0001, 20);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE, 28);
  head.writeUInt32LE(0x8_0001, 32);
  head.writeUInt32LE(RATE, 40);
  return Buffer.concat([head, Buffer.alloc(RATE, 128)]);
}

const SOUND =
  '\n---\n\n## Sound\n\n<audio src="../../assets/sound.wav" controls preload="auto"></audio>\n';

const slides = (word: string): Record<string, string> => ({
  'slides/talks/talk.md': `# ${word}\n\n---\n\n## Far\n\n---\n\n## Farther\n\n---\n\n## Picture\n\n![A square](../../assets/square.svg)\n`,
  'assets/square.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><desc>${word}</desc></svg>\n`,
});

/** A built talk on a server, whose files and answers a test changes. */
interface Published extends AsyncDisposable {
  url: string;
  /** Paths of all requests. */
  requests: string[];
  /** Answered to everything, 0 for no answer; defaults to the files. */
  status: number | undefined;
  root: string;
  publish(word: string, more?: string, output?: object): Promise<void>;
}

async function publish(word: string): Promise<Published> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-published-'));
  const { root, write } = makeProject(slides(word));
  const requests: string[] = [];
  const options: ServerOptions = {
    // What GitHub Pages sends.
    headers: { 'Cache-Control': 'max-age=600', Vary: 'Accept-Encoding' },
    onRequest(name) {
      requests.push(name);
      return site.status;
    },
  };
  const server = await serveFiles(folder, options);
  const site: Published = {
    url: `${server.base}talk/`,
    requests,
    status: undefined,
    root,
    async publish(next, more = '', output = undefined) {
      for (const [file, text] of Object.entries(slides(next))) {
        write(file, file.endsWith('.md') ? text + more : text);
      }
      await buildSite(root, folder, {}, output ? { rolldownOptions: { output } } : {});
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  onTestFinished(() => site[Symbol.asyncDispose]());
  await site.publish(word);
  return site;
}

/** The notice, unless it has gone by now. */
const isNotice = ([text]: string[]): boolean =>
  text === undefined || text.startsWith('No network: this is the talk as of ');

const title = (page: Page) => page.locator('.slides > .present h1, .slides > .present h2');

/** Lists the files that a browser keeps, by their names without hashes. */
async function listKept(page: Page): Promise<string[]> {
  const urls = await page.evaluate(async () => {
    const keys = await caches.keys();
    const all = await Promise.all(keys.map(async (key) => (await caches.open(key)).keys()));
    return all.flat().map(({ url }) => url);
  });
  return urls.map((url) => path.basename(new URL(url).pathname));
}

test('a build is seen at once, also after an earlier one was kept, and only its files are kept', async () => {
  const site = await publish('Old');
  await using visit = await openVisit();
  const page = await visit.open(site.url);
  await untilState(page, 'kept');
  expect(site.requests).toEqual([...new Set(site.requests)]);
  const old = await listKept(page);
  expect(old.filter((name) => name.startsWith('square-'))).toHaveLength(1);

  writeFileSync(path.join(site.root, 'assets/sound.wav'), makeSound());
  await site.publish('New', SOUND);
  await page.goto(site.url);
  expect(await title(page).innerText()).toBe('New');
  await untilState(page, 'kept');
  expect(await copy(page).count()).toBe(0);
  const kept = await listKept(page);
  expect(kept.filter((name) => name.startsWith('square-'))).toHaveLength(1);
  expect(kept).not.toEqual(old);

  for (const status of [503, 0]) {
    site.status = status;
    await page.reload();
    expect(await title(page).innerText()).toBe('New');
    await copy(page).waitFor({ state: 'attached' });
    expect(await page.locator('.live-notice').allInnerTexts()).toSatisfy(isNotice);
  }
  // Players ask for parts of a file.
  const played = page.locator('audio').evaluate(async (audio: HTMLAudioElement) => {
    audio.currentTime = 0.5;
    await new Promise((resolve) => audio.addEventListener('seeked', resolve, { once: true }));
    return [audio.duration, audio.currentTime];
  });
  expect(await played).toEqual([1, 0.5]);

  site.status = undefined;
  await site.publish('Other', '', { entryFileNames: 'assets/[name].js' });
  await page.reload();
  expect(await title(page).innerText()).toBe('Other');
  await expect.poll(() => listKept(page)).toEqual([]);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistration())).toBeUndefined();
});

test('a talk that was taken down is gone, and nothing of it is kept', async () => {
  const site = await publish('Old');
  await using visit = await openVisit();
  const page = await visit.open(site.url);
  await untilState(page, 'kept');
  site.status = 404;
  expect((await page.reload())?.status()).toBe(404);
  site.status = undefined;
  await page.goto(site.url.replace(/talk\/$/, ''));
  await expect.poll(() => listKept(page)).toEqual([]);
});

test('nothing is fetched in advance for a browser that saves data', async () => {
  const site = await publish('Old');
  await using visit = await openVisit(
    `Object.defineProperty(navigator, 'connection', { value: { saveData: true } })`,
  );
  const page = await visit.open(site.url);
  await untilState(page, 'saving');
  expect(site.requests.join(' ')).not.toContain('square');
  expect(await listKept(page)).toEqual([]);
});

test('where a browser has no service worker, an open deck goes on', async () => {
  const site = await publish('Old');
  await using visit = await openVisit('delete Navigator.prototype.serviceWorker');
  const page = await visit.open(site.url);
  await untilState(page, 'open');
  await visit.context.setOffline(true);
  await page.keyboard.press('End');
  await page.locator('#picture.present').waitFor();
  expect(await listUndrawn(page)).toEqual([]);
  expect(visit.failed).toEqual([]);
});
