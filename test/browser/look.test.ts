import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBuiltStage, type BuiltStage } from '../support/deck.ts';
import { listPromises, listStrangers, listWritten } from '../support/letters.ts';
import { SMALL_PROJECT } from '../support/project.ts';

const OWN = `---
title: Own look
css: ../../assets/own.css
---

# Own look

---
class: loud
---

## A slide

Words.

- a point

---

## Another

Words.
`;

const CSS = `:root { --accent-ink: #010203; --text-title: 50px }
[data-mode='dark'] { --accent-ink: #070809 }
.slide-title { font-style: italic }
.loud { --paper: rgb(10, 20, 30) }
li { padding-left: 99px }
`;

const GROUNDS = `---
title: Grounds
---

---
id: colour
background: "#203040"
---

# Colour

Words.

---
id: gradient
background: "linear-gradient(#204060 50%, #102030 50%)"
---

# Gradient

---
id: picture
background: ../../assets/red (1).svg
---

# Picture
`;
const RED =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#f00" d="M0 0h16v9H0z"/></svg>';

let stage: BuiltStage;

beforeAll(async () => {
  stage = await openBuiltStage({
    ...SMALL_PROJECT,
    'slides/talks/own.md': OWN,
    'slides/talks/quiet.md': '---\ntitle: Quiet\ntheme: paper\n---\n\n# Quiet\n',
    'assets/own.css': CSS,
    'slides/talks/grounds.md': GROUNDS,
    'slides/talks/charted.md': '# Users\n\n```chart\ndata: users\ntype: column\ny: count\n```\n',
    'slides/talks/band.md':
      '---\ntitle: Band\ntheme: lecture\nlanguage: ar\n---\n\n# Band\n\n- a point\n',
    'slides/talks/paths.md': `# Paths

| Driver | Path | Maintainer | Status |
| ------ | ---- | ---------- | ------ |
| A network card | \`drivers/net/phy/network_card_rust.rs\` | Ada Holm | Supported since the first version |
| A screen | \`drivers/gpu/drm/drm_screen.rs\` | Bo Larsen | Supported in its own branch |
`,
    'slides/talks/panel.md': `---
title: Panel
---

---
layout: cover
background: ../../assets/red (1).svg
---

# Panel
`,
    'assets/red (1).svg': RED,
  });
});

afterAll(() => stage[Symbol.asyncDispose]());

const read = (page: Page, selector: string, name: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);

async function openIndex(width: number): Promise<Page> {
  const page = await stage.open('own/', { viewport: { width, height: 800 } });
  await page.goto(new URL('../', page.url()).href);
  return page;
}

test("an author's variables, rules and classes win over everything, in one talk only", async () => {
  const own = await stage.open('own/#/a-slide');
  expect(await read(own, '#a-slide .slide-title', 'font-size')).toBe('50px');
  expect(await read(own, '#a-slide .slide-title', 'font-style')).toBe('italic');
  expect(await read(own, '#a-slide', 'background-color')).toBe('rgb(10, 20, 30)');
  expect(await read(own, '#another', 'background-color')).not.toBe('rgb(10, 20, 30)');
  expect(await read(own, '#a-slide li', 'padding-left')).toBe('99px');
  expect((await read(own, 'html', '--accent-ink')).trim()).toBe('#010203');
  await own.keyboard.press('d');
  expect((await read(own, 'html', '--accent-ink')).trim()).toBe('#070809');
  const first = await stage.open('first/');
  expect(await read(first, '.slide-title', 'font-style')).toBe('normal');
});

test('a theme changes a talk without a stylesheet of its own', async () => {
  const page = await stage.open('quiet/');
  expect(await read(page, '#quiet', 'background-color')).toBe('rgb(255, 255, 255)');
});

test('the band of titles reaches both edges of a slide, also from right to left', async () => {
  const page = await stage.open('band/');
  const ends = await page.evaluate(() =>
    ['.present', '.present .slide-head'].map((selector) => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      return [box?.left, box?.right].map((side) => Math.round(side ?? NaN));
    }),
  );
  expect(await page.getAttribute('.present', 'dir')).toBe('rtl');
  expect(ends[1]).toEqual(ends[0]);
});

test('code in the cells of a table stays whole where the table has room', async () => {
  const page = await stage.open('paths/');
  const lines = await page.evaluate(() =>
    [...document.querySelectorAll('.present td code')].map((code) => code.getClientRects().length),
  );
  expect(lines).toEqual([1, 1]);
});

test('signs and other alphabets come from the two faces, to pages that show them', async () => {
  const page = await stage.open('first/');
  const listRare = (): Promise<string[]> =>
    page.evaluate(() => {
      const names = performance.getEntriesByType('resource').map(({ name }) => name);
      return names.filter((name) => /-(?:Pi|greek|cyrillic|vietnamese)\b.*\.woff2/.test(name));
    });
  expect(await listRare()).toEqual([]);
  const lines = ['signs.css', 'alphabets.css'].flatMap(listPromises);
  expect(await listStrangers(page, [...lines, ...listWritten()])).toEqual([]);
  expect(await listRare()).toHaveLength(lines.length);
});

test('nothing moves for those who want no motion', async () => {
  const page = await stage.open('own/#/a-slide', { reducedMotion: 'reduce' });
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('.slides *')].filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return [transitionDuration, animationDuration].some((text) => /[1-9]/.test(text));
      }).length,
  );
  expect(moving).toBe(0);
});

test.each([390, 1024, 1280, 1920])('the index fits a window of %i pixels', async (width) => {
  const page = await openIndex(width);
  const found = await page.evaluate(() => {
    const frames = [...document.querySelectorAll('.index-slide')];
    const widths = frames.map((frame) => {
      const slide = frame.querySelector('.slide')?.getBoundingClientRect();
      return Math.round((slide?.width ?? 0) - frame.getBoundingClientRect().width);
    });
    const rows = [...document.querySelectorAll('.index-talk .index-links')].map(
      (links) => new Set([...links.children].map((link) => Math.round(middle(link)))).size,
    );
    function middle(link: Element): number {
      const { top, bottom } = link.getBoundingClientRect();
      return (top + bottom) / 2;
    }
    return { wide: document.documentElement.scrollWidth, widths, rows };
  });
  expect(found.wide).toBe(width);
  // On a phone they may take two lines.
  if (width > 600) expect(found.rows.every((count) => count === 1)).toBe(true);
  expect(found.widths.map(Math.abs).every((difference) => difference <= 3)).toBe(true);
});

test('the index shows first slides in their own theme, and can be turned dark for good', async () => {
  const page = await openIndex(1280);
  const quiet = '.index-talk:has(a[href="./quiet/"]) .slide';
  expect(await read(page, quiet, 'background-color')).toBe('rgb(255, 255, 255)');
  await page.keyboard.press('Tab');
  await page.locator('.index-mode').click();
  expect(await page.getAttribute('html', 'data-mode')).toBe('dark');
  await page.locator('.index-talk .index-present').first().click();
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  expect(await page.getAttribute('html', 'data-mode')).toBe('dark');
});

/** Reads the colours that are painted from a point of an element on, one by default. */
async function rowOf(
  page: Page,
  selector: string,
  { x, y, width = 1 }: { x: number; y: number; width?: number },
): Promise<number[]> {
  const element = page.locator(selector).first();
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (!box) throw new Error(`Nothing is seen of ${selector}`);
  const clip = { x: box.x + x * box.width, y: box.y + y * box.height, width, height: 1 };
  const picture = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const pen = new OffscreenCanvas(image.width, 1).getContext('2d');
    pen?.drawImage(image, 0, 0);
    return [...(pen?.getImageData(0, 0, image.width, 1).data ?? [])];
  }, picture);
}

/** Reads the colour that is painted at a point of an element. */
async function pixelOf(page: Page, selector: string, point: { x: number; y: number }) {
  return (await rowOf(page, selector, point)).slice(0, 3).join(' ');
}

test.each([1024, 1280, 1403])(
  'a picture comes out of the dark beside a cover without a line, on a card in a window of %i pixels',
  async (width) => {
    const page = await openIndex(width);
    const card = '.index-slide:has([data-side="panel"])';
    const row = await rowOf(page, card, { x: 0.5, y: 0.96, width: 170 });
    const reds = row.filter((_, index) => index % 4 === 0);
    expect(reds[0]).toBeLessThan(60);
    expect(reds.at(-1)).toBeGreaterThan(180);
    expect(reds).toEqual([...reds].sort((one, other) => one - other));
  },
);

const CORNER = { x: 0.02, y: 0.96 };
const SEEN = { colour: '32 48 64', gradient: '16 32 48', picture: '255 0 0' };

test.each(['?print', '?read', ''])(
  'a background is on each slide of the page %j',
  async (query) => {
    const page = await stage.open(`grounds/${query}`, { javaScriptEnabled: query !== '' });
    for (const [id, colour] of Object.entries(SEEN)) {
      // A slide that was just scrolled into the window may be painted in the next frame.
      await expect.poll(() => pixelOf(page, `#${id}`, CORNER), { message: id }).toBe(colour);
    }
  },
);

test('a background fills the window of the deck, stays in the dark, and is on card and overview', async () => {
  const page = await stage.open('grounds/', { viewport: { width: 800, height: 800 } });
  for (const [id, colour] of Object.entries(SEEN)) {
    await page.evaluate((hash) => void (location.hash = `#/${hash}`), id);
    await page.locator(`#${id}.present`).waitFor();
    expect([id, await pixelOf(page, 'body', { x: 0.5, y: 0.99 })]).toEqual([id, colour]);
  }
  await page.keyboard.press('d');
  expect(await pixelOf(page, 'body', { x: 0.5, y: 0.01 })).toBe('255 0 0');
  await page.keyboard.press('o');
  await page.locator('.reveal.overview').waitFor();
  expect(await pixelOf(page, '#colour', CORNER)).toBe('32 48 64');
  await page.goto(new URL('../', page.url()).href);
  expect(await pixelOf(page, '.index-talk:has(a[href="./grounds/"]) .index-slide', CORNER)).toBe(
    '32 48 64',
  );
});

test('a chart that begins a talk shows its rows on the card, where nothing is drawn', async () => {
  const page = await stage.open('own/');
  await page.goto(new URL('../', page.url()).href);
  const rows = page.locator('.index-slide .chart-data');
  expect(await rows.innerText()).toMatch(/10[^]*20/);
  expect(await rows.isVisible()).toBe(true);
});

test('the ink on a background is that of its ground, in both modes', async () => {
  const page = await stage.open('grounds/#/colour');
  const dark = await read(page, '#colour .slide-title', 'color');
  expect(await read(page, '#colour p', 'color')).toBe(dark);
  expect(dark).not.toBe(await read(page, 'body', 'color'));
  await page.keyboard.press('d');
  expect(await read(page, '#colour .slide-title', 'color')).toBe(dark);
});
