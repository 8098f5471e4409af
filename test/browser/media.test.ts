import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBuiltStage, type BuiltStage } from '../support/deck.ts';
import { openSpeaker, pictureOf, press } from '../support/speaker.ts';

const read = (name: string) => readFileSync(path.join(import.meta.dirname, '../media', name));
const FEATURES = path.join(import.meta.dirname, '../../examples/features/assets');
const readFeature = (name: string) => readFileSync(path.join(FEATURES, name));
const TALK = `---
title: Talk
---

# Opening

---

# A film

![A test card](/assets/test-card.webm "A caption")

---

# A sound

![A tone](/assets/tone.ogg)

---

# End
`;

const SHAPE = 960 / 540;
const FILM = '![A wave](/assets/wave.webm';
const SIZES = `---
title: Sizes
---

# Alone

${FILM} "A caption"){width=70%}

---

# Columns

::: columns

::: column
- a point
:::

::: column
${FILM} "A caption"){width=60%}
:::

:::

---

# Pixels

${FILM}){height=200px}

- what follows

---

# Row

${FILM}) ![Noon](/assets/noon.jpg)

---

# Large

${FILM} "A caption"){width=60% poster=/assets/large.svg}
`;

const OTHER = `---
title: Other
---

# Opening

---

# A film

<video src="/assets/test-card.webm" autoplay aria-label="A test card"></video>

---

# A page

<iframe src="https://town.example/timetable" title="Timetable"></iframe>
`;

/** Pages that work in a frame although no other page may request them. */
const closed = createServer(({ url, method }, response) => {
  if (method === 'HEAD') questions.push(url ?? '');
  const isAway = url === '/away';
  response.setHeader('Content-Type', 'text/html');
  if (isAway) response.setHeader('Location', closedAt('/corp', 'localhost'));
  else response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.writeHead(isAway ? 302 : 200).end('<p>The next tram</p>');
});
const questions: string[] = [];

function closedAt(path: string, host = '127.0.0.1'): string {
  return `http://${host}:${(closed.address() as AddressInfo).port}${path}`;
}

const writeClosed = () => `---
title: Closed
---

# Corp

<iframe src="${closedAt('/corp')}" title="Trams"></iframe>

---

# Away

<iframe src="${closedAt('/away')}" title="Trams"></iframe>

---

# End

---

# Very end
`;

let stage: BuiltStage;
beforeAll(async () => {
  await once(closed.listen(0), 'listening');
  stage = await openBuiltStage({
    'slides/talks/closed.md': writeClosed(),
    'slides/talks/talk.md': TALK,
    'slides/talks/other.md': OTHER,
    'slides/talks/sizes.md': SIZES,
    'assets/wave.webm': readFeature('wave.webm'),
    'assets/wave.jpg': readFeature('wave.jpg'),
    'assets/large.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="2250"/>',
    'assets/noon.jpg': readFeature('noon.jpg'),
    'assets/test-card.webm': read('test-card.webm'),
    'assets/tone.ogg': read('tone.ogg'),
  });
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
  closed.close();
});

const TOWN = 'https://town.example/**';

/** Answers at the address of the framed page, as its host would. */
async function answerTown(page: Page): Promise<void> {
  await page.route(TOWN, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>The next bus</p>' }),
  );
}

/** Reads what a film or sound does: silent, muted, or heard. */
function hear(page: Page | FrameLocator, tag: string): Promise<string> {
  return page
    .locator(`.slides ${tag}`)
    .first()
    .evaluate((element) => {
      const { paused, muted, error, currentTime } = element as HTMLMediaElement;
      if (error) return error.message;
      if (paused) return 'silent';
      return currentTime > 0 ? (muted ? 'muted' : 'heard') : 'starting';
    });
}

/** Waits until the film or sound of the shown slide could play. */
async function untilLoaded(
  page: Page | FrameLocator,
  tag: string,
  slide = '.present',
): Promise<void> {
  const media = page.locator(`${slide} ${tag}`);
  await expect
    .poll(() => media.evaluate((element) => (element as HTMLMediaElement).readyState))
    .toBeGreaterThan(1);
}

test('a film and a sound play while their slides are shown, and stop', async () => {
  const page = await stage.open('talk/');
  await press(page, 'ArrowRight');
  await expect.poll(() => hear(page, 'video')).toBe('heard');
  expect(await hear(page, 'audio')).toBe('silent');
  await press(page, 'ArrowRight');
  await expect.poll(() => hear(page, 'audio')).toBe('heard');
  expect(await hear(page, 'video')).toBe('silent');
  await press(page, 'ArrowRight');
  await expect.poll(() => hear(page, 'audio')).toBe('silent');
});

test.each(['sizes/#/', 'sizes/?print#'])(
  'a film is as large as its author says, and keeps its shape, in %s',
  async (address) => {
    const measure = async (slide: string, selector: string) => {
      const page = await stage.open(`${address}${slide}`, { reducedMotion: 'reduce' });
      const part = page.locator(`#${slide} ${selector}:visible`).first();
      await part.waitFor();
      const box = await part.evaluate((element: HTMLElement) => {
        const { offsetWidth, offsetHeight } = element;
        const top = element.getBoundingClientRect().top;
        const scale = element.getBoundingClientRect().width / offsetWidth;
        return { width: offsetWidth, height: offsetHeight, top: top / scale };
      });
      await page.context().close();
      return box;
    };
    const film = ':is(video, .media-still > img)';
    const alone = await measure('alone', film);
    expect(alone.width).toBeGreaterThan(600);
    const inColumn = await measure('columns', film);
    expect(inColumn.width / inColumn.height).toBeCloseTo(SHAPE, 1);
    const byPixels = await measure('pixels', film);
    expect(byPixels.height).toBe(200);
    const list = await measure('pixels', 'ul');
    expect(list.top - byPixels.top).toBeLessThan(300);
    const [one, other] = [await measure('row', film), await measure('row', 'p > img')];
    expect(one.height / other.height).toBeCloseTo(1, 1);
  },
);

test('as a page to read a film has its share of the width, however large its picture is', async () => {
  const page = await stage.open('sizes/?read');
  const widthOf = (selector: string) =>
    page.locator(`#large ${selector}`).evaluate((element: HTMLElement) => element.offsetWidth);
  const share = (await widthOf('.media-still > img')) / (await widthOf('.slide-body'));
  expect(share).toBeCloseTo(0.6, 2);
});

test('the overview and a black screen are silent, and what played goes on after them', async () => {
  const page = await stage.open('talk/');
  await press(page, 'ArrowRight');
  for (const [on, off] of [
    ['o', 'Escape'],
    ['b', 'b'],
  ] as const) {
    await expect.poll(() => hear(page, 'video')).toBe('heard');
    await press(page, on);
    await expect.poll(() => hear(page, 'video')).toBe('silent');
    await press(page, off);
  }
  await expect.poll(() => hear(page, 'video')).toBe('heard');
  await press(page, 'o', 'ArrowRight');
  await expect.poll(() => page.locator('.present audio').count()).toBe(1);
  expect(await hear(page, 'audio')).toBe('silent');
});

test('the pictures of a speaker’s page are silent, also where its first slide has the film', async () => {
  const deck = await stage.open('talk/');
  await press(deck, 'ArrowRight');
  await expect.poll(() => hear(deck, 'video')).toBe('heard');
  const speaker = await openSpeaker(deck);
  const current = pictureOf(speaker, 'current');
  await untilLoaded(current, 'video');
  expect(await hear(current, 'video')).toBe('silent');
  await press(speaker, 'ArrowRight');
  await expect.poll(() => hear(deck, 'audio')).toBe('heard');
  await untilLoaded(current, 'audio');
  expect(await hear(current, 'audio')).toBe('silent');
  expect(await hear(pictureOf(speaker, 'next'), 'audio')).toBe('silent');
});

test('a film that HTML starts at once waits for its slide', async () => {
  const page = await stage.open('other/');
  await untilLoaded(page, 'video', '');
  expect(await hear(page, 'video')).toBe('silent');
  await press(page, 'ArrowRight');
  await expect.poll(() => hear(page, 'video')).toBe('heard');
});

test('without a network a framed page is replaced by its address, as a link of its size', async () => {
  const page = await stage.open('other/#/a-page', { prepare: answerTown });
  const [frame, still] = [page.locator('iframe'), page.locator('a.frame-still')];
  await expect.poll(() => frame.isVisible()).toBe(true);
  expect(await still.isVisible()).toBe(false);
  const size = await frame.boundingBox();
  expect(size?.height).toBe(360);
  await page.context().setOffline(true);
  await expect.poll(() => still.isVisible()).toBe(true);
  expect(await still.boundingBox()).toEqual(size);
  expect(await still.getAttribute('href')).toBe('https://town.example/timetable');
  expect(await frame.isVisible()).toBe(false);
  await page.context().setOffline(false);
  await expect.poll(() => frame.isVisible()).toBe(true);
});

test('where nothing answers at the address of a framed page, it is below the frame until something does', async () => {
  const page = await stage.open('other/#/a-page', {
    prepare: async (opened) => {
      await opened.route(TOWN, (route) => route.abort('connectionrefused'));
    },
  });
  const still = page.locator('a.frame-still');
  await expect.poll(() => still.isVisible()).toBe(true);
  expect(await page.evaluate(() => navigator.onLine)).toBe(true);
  expect(await still.innerText()).toBe('https://town.example/timetable');
  expect(await page.locator('iframe').isVisible()).toBe(true);
  await page.unroute(TOWN);
  await answerTown(page);
  for (const key of ['ArrowLeft', 'ArrowRight']) await press(page, key);
  await expect.poll(() => still.isVisible()).toBe(false);
  await page.frameLocator('iframe').getByText('The next bus').waitFor();
});

test('a page that no other page may request stays whole in its frame, with its address below', async () => {
  const page = await stage.open('closed/');
  for (const id of ['corp', 'away']) {
    const [frame, still] = [page.locator(`#${id} iframe`), page.locator(`#${id} a.frame-still`)];
    await expect.poll(() => still.isVisible()).toBe(true);
    await page.frameLocator(`#${id} iframe`).getByText('The next tram').waitFor();
    const [above, below] = [await frame.boundingBox(), await still.boundingBox()];
    expect(above?.height).toBeGreaterThan(120);
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    await press(page, 'ArrowRight');
  }
  const before = questions.length;
  await press(page, 'ArrowRight');
  await press(page, 'ArrowLeft');
  expect(questions.length).toBe(before);
});

test('a film that a browser refuses to play aloud waits with its controls, without an error', async () => {
  const errors: string[] = [];
  const page = await stage.open('talk/#/a-film', {
    prepare: async (opened) => void opened.on('pageerror', ({ message }) => errors.push(message)),
  });
  await expect.poll(() => hear(page, 'video')).toMatch(/^(?:muted|heard)$/);
  expect(await page.locator('video[controls]').count()).toBe(1);
  expect(errors).toEqual([]);
});
