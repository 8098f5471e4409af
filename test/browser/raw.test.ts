import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStage, type Stage } from '../support/deck.ts';
import { VECTORS } from '../support/vectors.ts';

const drawing = (colour: string): string =>
  `<svg viewBox="0 0 20 10" width="200" height="100"><defs><linearGradient id="grad">` +
  `<stop offset="0" stop-color="${colour}"/></linearGradient></defs>` +
  `<rect width="20" height="10" fill="url(#grad)"/></svg>\n`;

const STYLED = `---
title: Styled
date: 2026-01-02
---

# First

<style scoped>
h2 { color: rgb(0, 120, 0) }
h1 { font-style: italic }
.reveal h4, section h4 { text-transform: uppercase }
section, body { background: rgb(255, 230, 160) }
@keyframes grow { from { opacity: 0.5 } to { opacity: 0.5 } }
p { animation: grow 1s infinite }
</style>

### Part

Words.

${drawing('#cc0000')}
---

# Second

<style>
@keyframes grow { from { opacity: 0.1 } to { opacity: 0.1 } }
.pinned { position: fixed; bottom: 10px; left: 0 }
</style>

### Part

Words.

<p style="position: fixed; top: 10px; left: 0">Pinned</p>
<p class="pinned">By a rule</p>

${drawing('#0000cc')}
<div class="notes">Seen</div>
`;

const OTHER = '---\ntitle: Other\ndate: 2026-01-01\n---\n\n# Other\n\n### Part\n\nWords.\n';

const LISTS = `---
title: Lists
date: 2026-01-01
---

# Lists

<style scoped>
.bare { list-style-type: none }
</style>

<ol style="list-style:none"><li>a</li></ol>
<ul style="LIST-STYLE-TYPE: none; padding: 0"><li>a<ul><li>b</li></ul></li></ul>
<ol class="bare"><li>a</li></ol>
<ol style="list-style-type: lower-alpha"><li>a</li></ol>
<ol><li>a</li></ol>
<ul><li>a</li></ul>
`;

let stage: Stage;

beforeAll(async () => {
  // The dev server prints a problem for each vector.
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const slides = VECTORS.map((vector, at) => `# Slide ${at}\n\n${vector}\n`).join('\n---\n\n');
  stage = await openStage({
    'slides/talks/styled.md': STYLED,
    'slides/talks/other.md': OTHER,
    'slides/talks/lists.md': LISTS,
    'slides/talks/vectors.md': `---\ntitle: Vectors\n---\n\n${slides}`,
  });
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
  vi.restoreAllMocks();
});

const read = (page: Page) =>
  page.locator('section.slide').evaluateAll((slides) =>
    slides.map((slide) => {
      const style = (selector: string) =>
        getComputedStyle(slide.querySelector(selector) ?? slide.ownerDocument.body);
      return {
        ground: getComputedStyle(slide).backgroundColor,
        title: style('h2').color,
        slope: style('.slide-title').fontStyle,
        pinned: [...slide.querySelectorAll('p:is([style], .pinned)')].every((pinned) => {
          const [inner, outer] = [pinned, slide].map((one) => one.getBoundingClientRect());
          return inner && outer && inner.top >= outer.top && inner.bottom <= outer.bottom;
        }),
        part: style('h4').textTransform,
        words: style('.slide-body p').opacity,
        fill: document
          .querySelector(style('rect').fill.replace(/^url\("(.*)"\)$/, '$1') + ' stop')
          ?.getAttribute('stop-color'),
      };
    }),
  );

test.each(['styled/', 'styled/?print', 'styled/?read'])(
  'a slide’s style and drawing are its own in %s',
  async (address) => {
    const page = await stage.open(address);
    const [first, second] = await read(page);
    expect(first).toMatchObject({
      ground: 'rgb(255, 230, 160)',
      title: 'rgb(0, 120, 0)',
      slope: 'italic',
      part: 'uppercase',
      fill: '#cc0000',
    });
    expect(second).toMatchObject({ part: 'none', fill: '#0000cc', slope: 'normal', pinned: true });
    expect(second?.ground).not.toBe(first?.ground);
    expect(second?.title).not.toBe(first?.title);
    // On paper nothing moves.
    if (!address.includes('print')) expect([first?.words, second?.words]).toEqual(['0.5', '1']);
    await page.close();
  },
);

test.each(['lists/', 'lists/?print', 'lists/?read'])(
  'lists have the marks that their styles choose in %s',
  async (address) => {
    const page = await stage.open(address);
    const marks = await page.locator('section.slide li').evaluateAll((items) =>
      items.map((item) => {
        const { content } = getComputedStyle(item, '::before');
        const own = getComputedStyle(item).listStyleType;
        return content === 'none' ? own : 'drawn';
      }),
    );
    expect(marks).toEqual(['none', 'none', 'drawn', 'none', 'lower-alpha', 'drawn', 'drawn']);
    await page.close();
  },
);

test('on the index it holds for its card alone', async () => {
  const page = await stage.open('', { javaScriptEnabled: false });
  const parts = await page
    .locator('section.slide h4')
    .evaluateAll((titles) => titles.map((title) => getComputedStyle(title).textTransform));
  expect(parts.toSorted()).toEqual(['none', 'uppercase']);
  await page.close();
});

test('no vector of the corpus runs, in the deck and where all slides are shown', async () => {
  for (const address of ['vectors/', 'vectors/?print', 'vectors/?read']) {
    const page = await stage.open('styled/');
    const ran: string[] = [];
    await page.exposeFunction('trap', () => void ran.push(address));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => ran.push('dialog')));
    await page.goto(new URL(`../${address}`, page.url()).href);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await page.evaluate(() => {
      for (const link of document.querySelectorAll<HTMLElement>('section.slide a, button')) {
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        link.focus();
      }
    });
    expect(ran).toEqual([]);
    await page.close();
  }
});
