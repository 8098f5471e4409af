import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openDrawn } from '../support/browser.ts';
import { testFolder } from '../support/cases.ts';
import { readTexts } from '../support/fixtures.ts';
import { openProjectFolder } from '../support/project.ts';
import { serveSite, type ServedSite, type Target } from '../support/site.ts';

let browser: Browser;
let root: string;
const sites = new Map<string, Promise<ServedSite>>();
beforeAll(async () => {
  root = openProjectFolder(gatherCases()).root;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  for (const site of sites.values()) await (await site)[Symbol.asyncDispose]();
  rmSync(root, { recursive: true, force: true });
});

/** The cases that are built together: each page loads the same from one site. */
const GATHERED = [
  'area-below-zero',
  'axis-labels-repeat',
  'background-lost-in-print',
  'chart-negative-area-fills-to-floor',
  'chart-no-data-labels-collide',
  'chart-ticks-not-round',
  'columns-lose-their-names',
  'line-that-ends-early',
  'marked-code-cuts-descenders',
  'names-few-stay-small',
  'ordered-list-numbers',
  'paragraphs-enlarged-until-they-overflow',
  'rtl-language-ignored',
  'select-keys',
  'small-numbers',
  'stacked-series-unnamed',
  'style-leak',
  'table-15-rows-refused',
  'table-alignment',
  'tabs-of-four',
];

/** Puts cases into one project: talks, and datasets called "d", are called after their case. */
function gatherCases(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of GATHERED) {
    for (const [file, text] of Object.entries(readTexts(path.join(testFolder('cases'), name)))) {
      const target = file
        .replace('slides/talks/', `slides/talks/${name}-`)
        .replace('data/d.json', `data/${name}.json`);
      expect(Object.keys(files)).not.toContain(target);
      files[target] = target.startsWith('slides/')
        ? text.replaceAll(/^data: d$/gm, `data: ${name}`)
        : text;
    }
  }
  return files;
}

/** Serves a folder, once for all tests of it. */
function serveOnce(folder: string, target: Target): Promise<ServedSite> {
  const site = sites.get(folder) ?? serveSite(folder, target);
  sites.set(folder, site);
  return site;
}

/** Looks at one of the pages of a case; a case with errors has no build. */
async function look<T>(
  name: string,
  address: string,
  see: (page: Page) => Promise<T>,
  target: Target = 'build',
): Promise<T> {
  const isGathered = GATHERED.includes(name);
  const folder = isGathered ? root : path.join(testFolder('cases'), name);
  const site = await serveOnce(folder, target);
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    const page = await context.newPage();
    await openDrawn(page, site.base + (isGathered ? `${name}-${address}` : address));
    return await see(page);
  } finally {
    await context.close();
  }
}

/** Gives a computed style of the first element that is found. */
function styleOf(page: Page, find: string, property: string): Promise<string> {
  return page
    .locator(find)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

/** Lists the slides whose content leaves their body. */
function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('section.slide')].flatMap((slide) => {
      const bottom = slide.getBoundingClientRect().top + 720 - 40;
      const ends = [...slide.querySelectorAll('.slide-body *')].map(
        (element) => element.getBoundingClientRect().bottom,
      );
      return Math.max(0, ...ends) > bottom ? [slide.id] : [];
    }),
  );
}

/** Describes what is painted behind the words of a slide: a colour, or the address of a picture that has arrived. */
function readGround(page: Page, slide: string): Promise<string> {
  return page.locator(`#${slide} .slide-ground`).evaluate(async (ground) => {
    if (!(ground instanceof HTMLImageElement)) return getComputedStyle(ground).backgroundColor;
    await ground.decode();
    return decodeURIComponent(ground.currentSrc);
  });
}

test.each(['?print', '?read', ''])(
  'a ground is painted at a talk followed by "%s"',
  async (address) => {
    const [colour, picture] = await look(
      'background-lost-in-print',
      `t/${address}`,
      async (page) => [await readGround(page, 'dark'), await readGround(page, 'pic')],
    );
    expect(colour).toBe('rgb(32, 48, 64)');
    expect(picture).toMatch(/\bred(?:-[\w-]+)?\.svg$/);
  },
);

test('a picture with brackets in its name is painted', async () => {
  const picture = await look(
    'background-misread',
    't/?print',
    (page) => readGround(page, 'p'),
    'dev',
  );
  expect(picture).toContain('red (1).svg');
});

test('a chart that is the only drawn block of a project is drawn by a build', async () => {
  const marks = await look('build-drops-chart', 't/', (page) =>
    page.locator('rostrum-chart svg path').count(),
  );
  expect(marks).toBeGreaterThan(0);
});

/** Reads the labels of the axes of all charts of a page, by chart. */
function readAxes(page: Page): Promise<string[][]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('rostrum-chart svg')].map((svg) =>
      [...svg.querySelectorAll('text.faint')].map(({ textContent }) => textContent),
    ),
  );
}

test.each([
  ['small-numbers', 1],
  ['axis-labels-repeat', 2],
])('%s: no two labels of an axis are equal', async (name, charts) => {
  const axes = await look(name, 't/?print', readAxes);
  expect(axes).toHaveLength(charts);
  for (const labels of axes) {
    expect(labels.length).toBeGreaterThan(2);
    expect(new Set(labels).size).toBe(labels.length);
  }
});

test('many months are counted in years', async () => {
  const words = await look('chart-ticks-not-round', 'a/?print', (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('rostrum-chart svg text.soft')].map(
        ({ textContent }) => textContent,
      ),
    ),
  );
  const dates = words.filter((text) => /20\d\d/.test(text));
  expect(dates.length).toBeGreaterThan(3);
  for (const text of dates) expect(text).toMatch(/^20\d\d$/);
});

test('an axis says exactly where it starts', async () => {
  const words = await look('axis-labels-repeat', 't/?print', (page) =>
    page.locator('#a rostrum-chart svg').textContent(),
  );
  expect(words).toContain('axis starts at 14\u202f200');
});

test.each([
  ['area-below-zero', 't'],
  ['chart-negative-area-fills-to-floor', 'a'],
])('%s: an area is filled to zero', async (name, talk) => {
  const [zero, area] = await look(name, `${talk}/?print`, (page) =>
    page.evaluate(() => [
      document.querySelector('rostrum-chart svg line.axis')?.getAttribute('y1') ??
        'no line of zero',
      document.querySelector('rostrum-chart svg path.area')?.getAttribute('d') ?? '',
    ]),
  );
  // The area closes along the line of zero.
  expect(area).toMatch(/Z$/);
  expect(area).toContain(`,${Number(Number(zero).toFixed(3))}L`);
});

test('the style of a slide holds for that slide alone', async () => {
  const colours = await look('style-leak', 'one/?print', (page) =>
    page.evaluate(() => [
      ...[...document.querySelectorAll('section.slide')].map(
        (slide) => getComputedStyle(slide).backgroundColor,
      ),
      getComputedStyle(document.body).backgroundColor,
    ]),
  );
  expect(colours[0]).toBe('rgb(255, 230, 160)');
  expect(colours.slice(1)).not.toContain('rgb(255, 230, 160)');
});

test('cells stand where the colons of their column say', async () => {
  const cells = await look('table-alignment', 't/?print', (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('tbody tr:first-child td')].map(
        (cell) => getComputedStyle(cell).textAlign,
      ),
    ),
  );
  expect(cells.map((name) => name.replace('start', 'left'))).toEqual(['left', 'center', 'right']);
});

test('a tab in C is eight columns wide', async () => {
  expect(
    await look('tabs-of-four', 't/?print', (page) => styleOf(page, 'pre code', 'tab-size')),
  ).toBe('8');
});

test.each([
  'paragraphs-enlarged-until-they-overflow',
  'table-15-rows-refused',
  'names-few-stay-small',
  'ordered-list-numbers',
])('%s fits its slide', async (name) => {
  const talk = name === 'ordered-list-numbers' ? 't' : 'a';
  expect(await look(name, `${talk}/?print`, findOverflow)).toEqual([]);
});

test('a few names are large', async () => {
  const size = await look('names-few-stay-small', 'a/?print', (page) =>
    styleOf(page, '.block-names li', 'font-size'),
  );
  expect(Number.parseFloat(size)).toBeGreaterThan(40);
});

test('letters that reach below their line end above the ground of a marked line', async () => {
  const over = await look('marked-code-cuts-descenders', 'a/?print', (page) =>
    page.evaluate(() => {
      const line = document.querySelector<HTMLElement>('.line');
      const context = document.createElement('canvas').getContext('2d');
      if (!line || !context) return Number.NaN;
      const mark = document.createElement('span');
      mark.style.display = 'inline-block';
      line.append(mark);
      const { fontFamily, fontSize } = getComputedStyle(line);
      context.font = `${fontSize} ${fontFamily}`;
      const descent = context.measureText('gjpqy_').actualBoundingBoxDescent;
      return mark.getBoundingClientRect().bottom + descent - line.getBoundingClientRect().bottom;
    }),
  );
  expect(over).toBeLessThanOrEqual(0.5);
});

test('a right-to-left talk runs from right to left', async () => {
  const directions = await look('rtl-language-ignored', 'a/?print', (page) =>
    page.evaluate(() =>
      ['.slide-title', '.slide-body li'].map((find) => {
        const element = document.querySelector(find);
        return element ? getComputedStyle(element).direction : '';
      }),
    ),
  );
  expect(directions).toEqual(['rtl', 'rtl']);
});

test('keys in a select choose, and slides stay', async () => {
  const [choice, address] = await look('select-keys', 't/', async (page) => {
    await page.locator('select').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    return [await page.locator('select').inputValue(), page.url()] as const;
  });
  expect(choice).toBe('b');
  expect(address).not.toContain('#/g');
});

test('an address sets nothing of the deck', async () => {
  const script = 'javascript:alert(parent.opener.location.href)//';
  const address = `t/?url=${encodeURIComponent(script)}&keyboard=false&controls=true`;
  const moved = await look('select-keys', address, async (page) => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/#\/g/);
    const popup = page.context().waitForEvent('page');
    await page.keyboard.press('s');
    await (await popup).waitForLoadState();
    return dialogs;
  });
  expect(moved).toEqual([]);
});

/** Lists the texts of the drawings of a page by slide, and which of them overlap. */
function readDrawings(page: Page): Promise<Record<string, { texts: string[]; over: string[] }>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('section.slide')].map((slide) => {
        const texts = [...slide.querySelectorAll('.chart-svg text')];
        const boxes = texts.map((text) => text.getBoundingClientRect());
        const over = texts.filter((_, index) =>
          boxes.some((box, other) => {
            const own = boxes[index];
            if (!own || other <= index) return false;
            const isBeside = box.left >= own.right || own.left >= box.right;
            // Letters do not fill the height of their line.
            return !isBeside && box.top + 5 < own.bottom - 5 && own.top + 5 < box.bottom - 5;
          }),
        );
        const wordsOf = (elements: Element[]) => elements.map(({ textContent }) => textContent);
        return [slide.id, { texts: wordsOf(texts), over: wordsOf(over) }];
      }),
    ),
  );
}

test('each column has its name: broken into lines, or turned', async () => {
  const { long, many } = await look('columns-lose-their-names', 't/?print', readDrawings);
  expect(long?.texts.join(' ')).toContain(
    'zeta with a name so long that no chart has room for it below',
  );
  expect(long?.texts).toEqual(expect.arrayContaining(['alpha', 'beta', 'epsilon', 'eta', 'kappa']));
  expect(many?.texts.filter((text) => text.startsWith('subsystem-'))).toHaveLength(30);
  expect([long?.over, many?.over]).toEqual([[], []]);
});

test('a part of a stack that ends early is named', async () => {
  const { s } = await look('stacked-series-unnamed', 't/?print', readDrawings);
  expect(s?.texts).toEqual(expect.arrayContaining(['old driver', 'new driver', 'third driver']));
  expect(s?.over).toEqual([]);
});

test('the name of a line that ends early is clear of the other line', async () => {
  const crossed = await look('line-that-ends-early', 't/?print', (page) =>
    page.evaluate(() => {
      const lines = [...document.querySelectorAll<SVGPathElement>('.chart-svg path.line')];
      const texts = [...document.querySelectorAll<SVGTextElement>('.chart-svg text')];
      return texts.flatMap((text) => {
        const { x, y, width, height } = text.getBBox();
        const isCrossed = lines.some((line) => {
          const length = line.getTotalLength();
          return Array.from({ length: 500 }, (_, step) =>
            line.getPointAtLength((step / 499) * length),
          ).some((at) => at.x > x && at.x < x + width && at.y > y + 5 && at.y < y + height - 5);
        });
        return isCrossed ? [text.textContent] : [];
      });
    }),
  );
  expect(crossed).toEqual([]);
});

test('months without data are named once', async () => {
  const drawings = await look('chart-no-data-labels-collide', 'a/?print', readDrawings);
  const [drawing] = Object.values(drawings);
  expect(drawing?.texts.filter((text) => text === 'no data')).toHaveLength(1);
  expect(drawing?.over).toEqual([]);
});

test('values inside the parts of a stack have the contrast of text, light and dark', async () => {
  const ratios = await look('stacked-series-unnamed', 't/', (page) =>
    page.evaluate(() => {
      const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      const luminance = (css: string): number => {
        if (!pen) return 0;
        pen.fillStyle = css;
        pen.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((part) =>
          part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const texts = [...document.querySelectorAll('.chart-svg text.on-tone')];
      return ['light', 'dark'].flatMap((mode) => {
        document.documentElement.dataset['mode'] = mode;
        return texts.map((text) => {
          const style = getComputedStyle(text);
          const [ink, fill] = [luminance(style.fill), luminance(style.getPropertyValue('--tone'))];
          return (Math.max(ink, fill) + 0.05) / (Math.min(ink, fill) + 0.05);
        });
      });
    }),
  );
  expect(ratios.length).toBeGreaterThan(10);
  expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
});
