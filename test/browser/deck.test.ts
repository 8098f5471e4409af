import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBuiltStage, openStage, type BuiltStage, type Stage } from '../support/deck.ts';
import { listDocumentedKeys } from '../support/documented-keys.ts';

const TALK = `---
title: Deck
event: Test
date: 2024-09-18
---

# Opening

[A link](https://example.org/)

---
incremental: true
---

# Points

- first
- second
- third

---

# Code

\`\`\`rust {1|3}
let a = 1;
let b = 2;
let c = 3;
\`\`\`

Note: Say it slowly.

---
layout: section
visibility: uncounted
---

# Backup

---
visibility: uncounted
---

# Last

Words for C++ (1 of 2).
`;

const PEOPLE = `{ "title": "People", "unit": "people", "sources": { "us": { "name": "Us" } },
  "rows": [
    { "asOf": "2023-09", "people": 10, "source": "us" },
    { "asOf": "2024-09", "people": 20, "source": "us" }
  ] }`;

const CHART = `---
title: Chart
date: 2024-09-18
---

# People

\`\`\`chart
data: people
type: column
x: asOf
y: people
\`\`\`
`;

const KEYS = `---
title: Keys
date: 2024-09-18
---

# Before

---
id: fields
---

# Fields

<select aria-label="s"><option>a</option><option>b</option></select>
<input aria-label="i" type="range" min="0" max="9" value="5"> <textarea id="edit" aria-label="t">x</textarea>
<div id="scroll" tabindex="0" style="height: 40px; overflow: auto"><div style="height: 90px">long</div></div>
<details><summary>More</summary>text</details> <video controls></video>

---

# After
`;

const FILES = {
  'slides/talks/keys.md': KEYS,
  'slides/talks/deck.md': TALK,
  'slides/talks/chart.md': CHART,
  'data/people.json': PEOPLE,
};

let stage: BuiltStage;
beforeAll(async () => void (stage = await openBuiltStage(FILES)));
afterAll(() => stage[Symbol.asyncDispose]());

async function presentId(page: Page): Promise<string | null> {
  return page.locator('section.present').getAttribute('id');
}

async function countShown(page: Page): Promise<number> {
  return page.locator('section.present .fragment.visible').count();
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('the keyboard goes through steps and slides', async () => {
  const page = await stage.open('deck/');
  await press(page, 'ArrowRight', 'ArrowRight', 'Space');
  expect(await presentId(page)).toBe('points');
  expect(await countShown(page)).toBe(2);
  await press(page, 'ArrowLeft', 'End');
  expect(await presentId(page)).toBe('code');
  await page.context().close();
});

test('the talk ends at its last slide, then in black, and a key leads back; backup follows only itself', async () => {
  const page = await stage.open('deck/#/code');
  const isBlack = () => page.locator('.reveal.paused').count();
  await press(page, 'ArrowRight', 'PageDown');
  expect([await presentId(page), await isBlack()]).toEqual(['code', 0]);
  await press(page, 'PageDown');
  expect([await presentId(page), await isBlack()]).toEqual(['code', 1]);
  await press(page, 'PageDown', 'd', 'PageUp');
  expect([await presentId(page), await isBlack(), await countShown(page)]).toEqual(['code', 0, 1]);
  for (let time = 0; time < 5; time++) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  expect([await presentId(page), await isBlack()]).toEqual(['code', 0]);
  await press(page, 'ArrowRight', 'ArrowRight', 'Home');
  expect([await presentId(page), await isBlack()]).toEqual(['opening', 0]);
  await press(page, 'b', 'Home', 'End');
  expect([await presentId(page), await isBlack()]).toEqual(['opening', 1]);
  await press(page, 'b', 'End', 'g');
  await page.locator('dialog.jump').waitFor();
  await page.keyboard.type('backup');
  await press(page, 'Enter', 'Space');
  expect(await presentId(page)).toBe('last');
  await press(page, 'Space');
  expect([await presentId(page), await isBlack()]).toEqual(['last', 0]);
  await page.context().close();
});

test('a slide is found by number, title and words, whatever is written', async () => {
  const page = await stage.open('deck/');
  const find = async (query: string): Promise<string | null> => {
    await press(page, 'Home', 'g');
    await page.locator('dialog.jump').waitFor();
    await page.keyboard.type(query);
    await press(page, 'Enter');
    return presentId(page);
  };
  expect(await find('2')).toBe('points');
  expect(await find('CODE')).toBe('code');
  expect(await find('words c++')).toBe('last');
  expect(await find('(1 of 2)')).toBe('last');
  expect(await find('[a-z')).toBe('opening');
  await press(page, 'Escape');
  await press(page, 'g');
  await page.locator('dialog.jump').waitFor();
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter');
  expect(await presentId(page)).toBe('points');
  await press(page, 'g');
  await page.locator('dialog.jump').waitFor();
  await press(page, 'd', 'Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  expect(await page.locator('html').getAttribute('data-mode')).toBe('light');
  await page.context().close();
});

/** Keys of the list, by what an event calls them. */
const NAMES: Record<string, string> = {
  '→': 'ArrowRight',
  '←': 'ArrowLeft',
  'Page down': 'PageDown',
  'Page up': 'PageUp',
  Esc: 'Escape',
  'Ctrl+Z': 'Control+z',
};
/** Keys that have nothing to do without live data or strokes. */
const IDLE = ['l', 'e', 'Control+z'];
/** Keys that do what one of the list does. */
const SAME = ['ArrowDown', 'ArrowUp', 'Enter', 'Backspace'];

test('each key of a keyboard does what the list of keys says, and no other does anything', async () => {
  const page = await stage.open('deck/#/points/0');
  await page.evaluate(() => {
    document.documentElement.requestFullscreen = () => {
      document.body.dataset['full'] = 'on';
      return Promise.resolve();
    };
    window.open = () => {
      document.body.dataset['opened'] = 'on';
      return null;
    };
  });
  await press(page, '?');
  await page.locator('dialog.help').waitFor();
  const listed = await page.locator('dialog.help kbd').allTextContents();
  expect(listDocumentedKeys()).toEqual(expect.arrayContaining(listed));
  await press(page, '?');
  await page.locator('dialog.help').waitFor({ state: 'detached' });
  // What a key loads is there at once from the second time on.
  await press(page, 'g');
  await page.locator('dialog.jump').waitFor();
  await press(page, 'Escape');
  await page.locator('dialog.jump').waitFor({ state: 'detached' });
  await press(page, 'x');
  await page.locator('[data-tool="pointer"]').waitFor({ state: 'attached' });
  const read = () =>
    page.evaluate(async () => {
      // What is loaded by a key comes a task or two after it.
      for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
      const { id } = document.querySelector('.present') ?? {};
      const { className } = document.querySelector('.reveal') ?? {};
      const shown = document.querySelectorAll('.present .visible').length;
      const { mode } = document.documentElement.dataset;
      const dialogs = document.querySelectorAll('dialog').length;
      const { scale } = document.querySelector<HTMLElement>('.reveal')?.style ?? {};
      return JSON.stringify([id, className, shown, mode, dialogs, scale, document.body.dataset]);
    });
  const reset = async (): Promise<void> => {
    await page.evaluate(() => {
      document.querySelector('dialog')?.close();
      const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key }));
      press('Escape');
      if (document.querySelector('.reveal.overview')) press('o');
      if (document.querySelector('.reveal.paused')) press('b');
      document.documentElement.dataset['mode'] = 'light';
      for (const name of ['full', 'opened']) delete document.body.dataset[name];
    });
    await page.waitForFunction(() => !document.querySelector('dialog, .paused, .overview'));
    await press(page, 'Home', 'ArrowRight', 'ArrowRight');
  };
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789.,;/?-=[]'];
  const others = [
    ...Object.values(NAMES),
    ...SAME,
    'Space',
    'Home',
    'End',
    'Delete',
    'F2',
    'F5',
    'F8',
  ];
  const working: string[] = [];
  for (const key of [...letters, ...others]) {
    await reset();
    const before = await read();
    await press(page, key);
    if ((await read()) !== before) working.push(key);
  }
  const expected = listed.map((key) => NAMES[key] ?? key).concat(SAME);
  expect(working.toSorted()).toEqual(expected.filter((key) => !IDLE.includes(key)).toSorted());
  await page.context().close();
});

test('a key that is held down moves slides, and switches nothing on and off', async () => {
  const page = await stage.open('deck/');
  const hold = async (key: string): Promise<void> => {
    for (let time = 0; time < 2; time++) await page.keyboard.down(key);
    await page.keyboard.up(key);
  };
  await hold('b');
  expect(await page.locator('.reveal.paused').count()).toBe(1);
  await hold('.');
  await hold('PageDown');
  expect(await presentId(page)).toBe('points');
  await page.context().close();
});

test('an address names the slide and its step', async () => {
  const page = await stage.open('deck/#/points/1');
  expect(await presentId(page)).toBe('points');
  expect(await countShown(page)).toBe(2);
  await press(page, 'ArrowRight', 'ArrowRight');
  await page.waitForURL(/#\/code$/);
  await page.context().close();
});

test('the step of a stepped element is the number of its marks that are shown', async () => {
  const page = await stage.open('deck/#/code');
  const code = page.locator('#code .stepped');
  expect(await code.getAttribute('data-step')).toBe('0');
  await press(page, 'ArrowRight');
  expect(await code.getAttribute('data-step')).toBe('1');
  await press(page, 'ArrowLeft');
  expect(await code.getAttribute('data-step')).toBe('0');
  await page.context().close();
});

test('Tab reaches nothing on slides that are out of sight, and screen readers may read the slide', async () => {
  const page = await stage.open('deck/#/points');
  await press(page, 'Tab', 'Tab', 'Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('section')?.id)).not.toBe(
    'opening',
  );
  expect(await page.locator('.slides > section:not([inert])').count()).toBe(1);
  expect(await page.locator('.reveal').getAttribute('role')).toBe('main');
  await page.context().close();
});

test('d makes it dark, and it stays dark', async () => {
  const page = await stage.open('deck/');
  const root = page.locator('html');
  expect(await root.getAttribute('data-mode')).toBe('light');
  await press(page, 'd');
  expect(await root.getAttribute('data-mode')).toBe('dark');
  await page.reload();
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  expect(await root.getAttribute('data-mode')).toBe('dark');
  await page.context().close();
});

test('an address sets nothing but what is documented, and a deck takes no messages', async () => {
  const hostile =
    'url=javascript%3Aalert(1)&controls=true&embedded=true&postMessage=true&plugins=1&rtl=true&speaker_=1';
  const page = await stage.open(`deck/?${hostile}#/points`);
  expect(await page.locator('.reveal.rtl, .reveal.embedded, .controls[style*=block]').count()).toBe(
    0,
  );
  expect(page.url()).toContain(`${hostile}#/points`);
  await page.evaluate(async () => {
    const say = (message: unknown): void => window.postMessage(JSON.stringify(message), '*');
    say({ method: 'configure', args: [{ keyboard: false, postMessageEvents: true }] });
    say({ method: 'slide', args: [3] });
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(await page.locator('.slides > section.present').getAttribute('id')).toBe('points');
  const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
  const frames = speaker.locator('iframe');
  await frames.first().waitFor();
  for (const src of await frames.evaluateAll((all) =>
    all.map((one) => (one as HTMLIFrameElement).src),
  ))
    expect(new URL(src).protocol).toBe('http:');
  await page.context().close();
});

test('? lists the keys and Escape closes the list, not the slide', async () => {
  const page = await stage.open('deck/');
  await press(page, '?');
  await page.locator('dialog.help').waitFor();
  expect(await page.locator('dialog.help dt').count()).toBeGreaterThan(8);
  await press(page, 'Escape');
  await page.locator('dialog.help').waitFor({ state: 'detached' });
  expect(await page.locator('.reveal.overview').count()).toBe(0);
  await page.context().close();
});

test('the overview shows slides in rows with all steps, and a click opens one', async () => {
  const page = await stage.open('deck/');
  await press(page, 'o');
  const points = page.locator('#points');
  await points.locator('li').last().waitFor();
  expect((await points.boundingBox())?.width).toBeCloseTo(256, 0);
  // A section begins a row; from there the keys lead up and down by place.
  const [first, backup] = [page.locator('#opening'), page.locator('#backup')];
  expect((await backup.boundingBox())?.x).toBe((await first.boundingBox())?.x);
  await press(page, 'ArrowRight');
  for (const [key, id] of [
    ['ArrowDown', 'last'],
    ['ArrowDown', 'last'],
    ['ArrowLeft', 'backup'],
    ['ArrowUp', 'opening'],
  ] as const) {
    await press(page, key);
    expect(await presentId(page)).toBe(id);
  }
  await points.click();
  expect(await presentId(page)).toBe('points');
  expect(await page.locator('.reveal.overview').count()).toBe(0);
  await page.context().close();
});

test('the print view is light, complete and without reveal.js', async () => {
  const page = await stage.open('deck/?print');
  await page.evaluate(() => localStorage.setItem('rostrum:mode', 'dark'));
  await page.reload();
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  expect(await page.locator('html.print:not(.deck)').count()).toBe(1);
  expect(await page.locator('html').getAttribute('data-mode')).toBe('light');
  expect(await page.locator('#points li').last().isVisible()).toBe(true);
  expect(await page.locator('#code .stepped').getAttribute('data-step')).toBe('1');
  const sizes = await page
    .locator('section.slide')
    .evaluateAll((slides) =>
      slides.map((slide) => [slide.clientWidth, slide.clientHeight].join(' ')),
    );
  expect(new Set(sizes)).toEqual(new Set(['1280 720']));
  await page.context().close();
});

test('without script the page is a document to read', async () => {
  const page = await stage.open('deck/', { javaScriptEnabled: false });
  for (const id of ['opening', 'points', 'last']) {
    expect(await page.locator(`#${id} .slide-body`).isVisible()).toBe(true);
  }
  expect(await page.locator('#points li').last().isVisible()).toBe(true);
  await page.context().close();
});

test('as slides that are scrolled a talk opens at the one that the address names', async () => {
  const page = await stage.open('deck/?view=scroll#/backup', {
    viewport: { width: 390, height: 800 },
  });
  const findMiddle = () =>
    page.evaluate(() => document.elementFromPoint(195, 400)?.closest('section')?.id);
  await expect.poll(findMiddle).toBe('backup');
  await page.context().close();
});

test('a telephone shows one slide, with a bar for the thumb while it stands upright', async () => {
  const viewport = { width: 390, height: 800 };
  const page = await stage.open('deck/#/points', { viewport, hasTouch: true });
  const place = page.locator('.touch-place');
  await page.locator('.touch-next').tap();
  await page.waitForURL(/#\/points\/0$/);
  expect(await place.textContent()).toBe('2 of 3');
  await page.locator('.touch-back').tap();
  await page.locator('.touch-back').tap();
  expect(await place.textContent()).toBe('1 of 3');
  expect(await page.locator('.touch-back').getAttribute('aria-disabled')).toBe('true');
  expect(await page.locator('.touch-read').getAttribute('href')).toBe('?read#opening');
  const [speaker] = await Promise.all([
    page.waitForEvent('popup'),
    page.locator('.touch-speaker').tap(),
  ]);
  await speaker.locator('.speaker-place').getByText('1 of 3').waitFor();
  await speaker.close();
  const targets = await page
    .locator('.touch-bar :is(a, button)')
    .evaluateAll((elements) =>
      elements.map((element) => Math.round(element.getBoundingClientRect().height)),
    );
  expect(Math.min(...targets)).toBeGreaterThanOrEqual(44);
  await page.setViewportSize({ width: 800, height: 390 });
  expect(await place.isVisible()).toBe(false);
  await page.context().close();
});

test('a telephone that is turned upright when the network is gone has the bar as well', async () => {
  const viewport = { width: 800, height: 390 };
  const page = await stage.open('deck/', { viewport, hasTouch: true });
  await page.waitForLoadState('networkidle');
  expect(await page.locator('.touch-bar').count()).toBe(0);
  await page.context().setOffline(true);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.locator('.touch-bar').waitFor();
  await page.context().close();
});

test('as a document a chart keeps its height, and nothing moves sideways on a telephone', async () => {
  const page = await stage.open('chart/?read', { viewport: { width: 390, height: 800 } });
  const chart = await page.locator('rostrum-chart .chart-svg').boundingBox();
  expect(chart?.height).toBeGreaterThan(200);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.context().close();
});

test('a talk that is read has its contents, marks the place, and leads back and to the deck', async () => {
  const page = await stage.open('deck/?read#points', { viewport: { width: 390, height: 300 } });
  const top = () => page.locator('#points').evaluate((slide) => slide.getBoundingClientRect().top);
  const bar = await page.locator('.reader').boundingBox();
  await expect.poll(top).toBeCloseTo(bar?.height ?? 0, 0);
  await page.locator('#points .slide-title').click({ trial: true });
  expect(await page.locator('.reader-home').getAttribute('href')).toBe('../');
  await page.locator('.reader summary').click();
  expect(await page.locator('.reader-part > a').allTextContents()).toEqual(['Backup']);
  await expect.poll(() => page.locator('[aria-current]').textContent()).toBe('Points2');
  await page.locator('.reader-list a', { hasText: 'Code' }).click();
  await page.locator('.reader-list').waitFor({ state: 'hidden' });
  await expect
    .poll(() => page.locator('.reader-present').getAttribute('href'))
    .toMatch(/^\/(?:[a-z]+\/)*deck\/#\/code$/);
  await page.locator('.reader-present').click();
  await page.waitForSelector('html.deck #code.present');
  await page.context().close();
});

describe('while files change', () => {
  let dev: Stage;
  beforeAll(async () => void (dev = await openStage(FILES)));
  afterAll(() => dev[Symbol.asyncDispose]());

  test('an edit changes its slide in place and keeps slide and step', async () => {
    const page = await dev.open('deck/#/points/1');
    await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
    dev.write('slides/talks/deck.md', TALK.replace('- second', '- the second one'));
    await page.locator('li', { hasText: 'the second one' }).waitFor();
    expect(await countShown(page)).toBe(2);
    dev.write(
      'slides/talks/deck.md',
      TALK.replace('# Opening', '# New\n\nBefore it all.\n\n---\n\n# Opening').replace(
        '# Points',
        '# Points renamed',
      ),
    );
    await page.waitForSelector('#points-renamed.present');
    expect(await countShown(page)).toBe(2);
    expect(await page.locator('section.slide').first().getAttribute('id')).toBe('new');
    await page.waitForURL(/#\/points-renamed\/1$/);
    expect(await page.locator('html').getAttribute('data-kept')).toBe('');
    dev.write('slides/talks/deck.md', TALK);
    await page.waitForSelector('#points.present');
  });

  test('new data move the chart that shows them', async () => {
    const page = await dev.open('chart/');
    const chart = page.locator('rostrum-chart');
    await chart.evaluate((element) => element.setAttribute('data-kept', ''));
    dev.write('data/people.json', PEOPLE.replace('20,', '355,'));
    await chart.locator('svg').getByText('355').waitFor();
    expect(await page.locator('html').getAttribute('data-ready')).toBe('');
  });
});

test('keys belong to the element in focus that uses them', async () => {
  const page = await stage.open('keys/#/fields');
  const stays = async (selector: string, ...keys: string[]): Promise<void> => {
    await page.focus(`#fields ${selector}`);
    for (const key of keys) {
      await press(page, key);
      expect(await presentId(page), `${selector}: ${key}`).toBe('fields');
    }
  };
  const value = (selector: string) => page.locator(`#fields ${selector}`).inputValue();
  await stays('select', 'ArrowDown', 'o', 'd', 'PageDown');
  expect(await value('select')).toBe('b');
  await stays('input', 'ArrowRight', 'ArrowRight', 'End');
  expect(await value('input')).toBe('9');
  await stays('#edit', 'ArrowRight', 'Space', 'b');
  await stays('summary', 'Space', 'Enter', 'Space');
  expect(await page.locator('#fields details').getAttribute('open')).toBe('');
  await stays('video', 'ArrowRight', 'Space');
  await stays('#scroll', 'ArrowDown');
  expect(await page.locator('html').getAttribute('data-mode')).toBe('light');
  await page.locator('#scroll').evaluate((box) => box.scrollTo({ top: 99, behavior: 'instant' }));
  await press(page, 'ArrowDown');
  expect(await presentId(page)).toBe('after');
  await page.context().close();
});

test('print opens what a click opens in the deck and the reading view', async () => {
  const open = async (view: string) => {
    const page = await stage.open(`keys/${view}`);
    const details = page.locator('#fields details');
    const isOpen = await details.evaluate((element: HTMLElement) => {
      return element.offsetHeight > 1.5 * (element.querySelector('summary')?.offsetHeight ?? 0);
    });
    await page.context().close();
    return isOpen;
  };
  expect(await open('?print')).toBe(true);
  expect(await open('#/fields')).toBe(false);
  expect(await open('?read')).toBe(false);
});

test('letters work by their place on keyboards of other scripts', async () => {
  const page = await stage.open('keys/#/fields');
  const session = await page.context().newCDPSession(page);
  const type = async (key: string, code: string, more = {}): Promise<void> => {
    const event = { key, code, ...more };
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  };
  await type('в', 'KeyD');
  expect(await page.locator('html').getAttribute('data-mode')).toBe('dark');
  await type('ο', 'KeyO');
  await page.locator('.reveal.overview').waitFor();
  await type('щ', 'KeyO');
  await page.locator('.reveal:not(.overview)').waitFor();
  await type('и', 'KeyB');
  await page.locator('.reveal.paused').waitFor();
  await type('и', 'KeyB');
  await page.locator('.reveal:not(.paused)').waitFor();
  await type('؟', 'Slash', { modifiers: 8 });
  await page.locator('dialog[open]').waitFor();
  await press(page, 'Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  // On a Latin keyboard the letter counts and not its place: this is D on Dvorak.
  await type('d', 'KeyH');
  await expect.poll(() => page.locator('html').getAttribute('data-mode')).toBe('light');
  expect(await presentId(page)).toBe('fields');
  await page.context().close();
});
