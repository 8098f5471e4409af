import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBuiltStage, type BuiltStage } from '../support/deck.ts';

const ASSETS = path.resolve(import.meta.dirname, '../../examples/features/assets');
const read = (name: string) => readFileSync(path.join(ASSETS, name));

const PICTURES: Record<string, string> = {
  pixels: '![Noon](/assets/noon.jpg)',
  drawing: '![A wheel](/assets/wheel.svg)',
  captioned: '![Noon](/assets/noon.jpg "A caption")',
  drawn: '![A wheel](/assets/wheel.svg "A caption")',
  high: '![Noon](/assets/noon.jpg){height=160px}',
  wide: '![A wheel](/assets/wheel.svg "A caption"){width=30%}',
  film: '![A wave](/assets/wave.webm "A film")',
  small: '![A wave](/assets/wave.webm){width=30%}',
  two: '![Noon](/assets/noon.jpg) ![A wheel](/assets/wheel.svg "B")',
  sized: '![Noon](/assets/noon.jpg "Noon"){width=40%} ![A wave](/assets/wave.jpg){width=30%}',
  films: '![A wave](/assets/wave.webm) ![Another](/assets/bare.webm)',
  four: '![A](/assets/noon.jpg) ![B](/assets/wheel.svg) ![C](/assets/wave.webm) ![D](/assets/noon.jpg "D")',
  code: '![Slides](qr:https://example.org/a)',
};
const PLACES: Record<string, (picture: string) => string> = {
  alone: (picture) => picture,
  below: (picture) => `Words.\n\n${picture}`,
  above: (picture) => `${picture}\n\n- one\n- two`,
  paused: (picture) => `Words.\n\n<!-- pause -->\n\nMore.\n\n${picture}\n\nWords.`,
  stepped: (picture) => `Words.\n\n${picture} <!-- .element: class="fragment" -->`,
  column: (picture) =>
    `::: columns\n\n::: column\n- one\n:::\n\n::: column\nWords.\n\n${picture}\n:::\n\n:::`,
  pausedColumn: (picture) =>
    `::: columns\n\n::: column\n- one\n:::\n\n::: column\nWords.\n\n<!-- pause -->\n\n${picture}\n:::\n\n:::`,
  item: (picture) => `- one\n- ${picture}`,
  quote: (picture) => `> ${picture}`,
  cell: (picture) => `| a | b |\n| - | - |\n| ${picture} | c |`,
  footnote: (picture) => `Words[^a].\n\n[^a]: ${picture}`,
};

const ids = Object.keys(PLACES).flatMap((place) =>
  Object.keys(PICTURES).map((picture) => ({ id: `${place}-${picture}`, place, picture })),
);
const SLIDES = ids.map(
  ({ id, place, picture }) =>
    `---\nid: ${id}\n---\n\n# ${place}\n\n${PLACES[place]?.(PICTURES[picture] ?? '') ?? ''}\n`,
);

/** The same below words on a picture as a ground. */
const GROUNDED = Object.entries(PICTURES).map(
  ([id, picture]) =>
    `---\nid: grounded-${id}\nbackground: /assets/wave.jpg\n---\n\n# below\n\nWords.\n\n${picture}\n`,
);

/** Layouts that place what is on them by themselves, with words beside the picture. */
const LAYOUTS = ['center', 'section', 'statement', 'quote', 'cover', 'end'];
const LAID_OUT = LAYOUTS.flatMap((layout) =>
  ['pixels', 'drawing', 'captioned'].map(
    (picture) =>
      `---\nid: in-${layout}-${picture}\nlayout: ${layout}\n---\n\n# Of \`${layout}\`\n\nWords of \`code\`.\n\n${PICTURES[picture]}\n`,
  ),
);

/** What is at the edge of a slide or fills it in the deck is among the words of a talk that is read. */
const READ = `---
title: Read
---

# Opening

---
layout: picture-left
---

# Portrait

- one

![Noon](/assets/noon.jpg "A caption")

---
layout: picture
---

# Filled

![Noon](/assets/noon.jpg "A caption")

---

# Drawn

${fence('mermaid', 'sequenceDiagram\n  A->>B: one\n  B->>A: two\n  A->>B: three\n  B->>A: four')}
`;

function fence(language: string, code: string): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}

let stage: BuiltStage;
beforeAll(async () => {
  const names = ['noon.jpg', 'wheel.svg', 'wave.webm', 'wave.jpg'];
  stage = await openBuiltStage({
    'slides/talks/talk.md': `---\ntitle: Places\n---\n\n# Opening\n\n${[...SLIDES, ...LAID_OUT, ...GROUNDED].join('\n')}`,
    'slides/talks/read.md': READ,
    'assets/bare.webm': read('wave.webm'),
    ...Object.fromEntries(names.map((name) => [`assets/${name}`, read(name)])),
  });
});
afterAll(() => stage[Symbol.asyncDispose]());

/** A slide is 1280 by 720; less than this is nothing that an audience sees. */
const LEAST = 30;

test('a picture on a ground is as large as without', async () => {
  const page = await stage.open('talk/?print');
  await page.waitForFunction(() => document.documentElement.hasAttribute('data-ready'));
  const widths = (place: string) =>
    page.evaluate(
      (start) =>
        [...document.querySelectorAll(`[id^="${start}-"]`)].map((slide) => [
          slide.id.slice(start.length + 1),
          ...[...slide.querySelectorAll('.slide-body :is(img, video, svg)')].map((picture) =>
            Math.round(picture.getBoundingClientRect().width),
          ),
        ]),
      place,
    );
  expect(await widths('grounded')).toEqual(await widths('below'));
  await page.close();
});

test('every kind of picture is seen in every place, and keeps its shape', async () => {
  const page = await stage.open('talk/?print');
  await page.waitForFunction(() => document.documentElement.hasAttribute('data-ready'));
  const faults = await page.evaluate((least) => {
    const shown = [...document.querySelectorAll<HTMLImageElement>('.slide-main img')];
    return shown.flatMap((image) => {
      const slide = image.closest('.slide')?.id ?? '';
      const { width, height } = image.getBoundingClientRect();
      const { objectFit } = getComputedStyle(image);
      const shape = image.naturalWidth / image.naturalHeight;
      const isBent =
        objectFit === 'fill' && width > 0 && Math.abs(width / height / shape - 1) > 0.03;
      if (Math.min(width, height) < least) return [`${slide}: ${width} by ${height}`];
      return isBent ? [`${slide}: the shape of ${shape} is ${width / height}`] : [];
    });
  }, LEAST);
  expect(faults).toEqual([]);
  expect(await page.evaluate(measureCode)).toEqual([]);
  await page.context().close();
});

test('a picture beside one with a caption begins at its height', async () => {
  const page = await stage.open('talk/?print');
  await page.waitForFunction(() => document.documentElement.hasAttribute('data-ready'));
  const tops = (id: string) =>
    page
      .locator(`#${id} .pictures img`)
      .evaluateAll((images) =>
        images.map((image) => Math.round(image.getBoundingClientRect().top)),
      );
  for (const place of ['alone', 'below', 'above', 'paused', 'stepped']) {
    for (const row of ['two', 'sized']) {
      const [first, second] = await tops(`${place}-${row}`);
      expect(second, `${place}-${row}`).toBe(first);
    }
  }
  await page.context().close();
});

test('two films share their room, also where one has no picture', async () => {
  const page = await stage.open('talk/#/alone-films');
  const films = page.locator('#alone-films.present video');
  await films.first().waitFor();
  const widths = await films.evaluateAll((all) =>
    all.map((film) => film.getBoundingClientRect().width),
  );
  const [one = 0, other = 0] = widths;
  expect(Math.abs(one / other - 1)).toBeLessThan(0.2);
  await page.context().close();
});

/** Lists code in the words of slides that is too close in brightness to what it stands on. */
function measureCode(): string[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return ['no canvas'];
  const paint = (colours: readonly string[]): number => {
    for (const colour of colours) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data]
      .slice(0, 3)
      .map((value) =>
        value / 255 <= 0.04 ? value / 3295 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const all = [...document.querySelectorAll('.slide :is(h1, h2, p) > code')];
  const dim = all.filter((code) => {
    const grounds: string[] = [];
    for (let at: Element | null = code; at; at = at.parentElement)
      grounds.unshift(getComputedStyle(at).backgroundColor);
    const [one, other] = [paint(grounds), paint([...grounds, getComputedStyle(code).color])];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < 4.5;
  });
  return all.length === 0 ? ['no code'] : dim.map((code) => code.closest('.slide')?.id ?? '');
}

test('in a talk that is read, portraits fit a window, drawings are as large as their words, and titles have no ground of a picture', async () => {
  const page = await stage.open('read/?read');
  const sizes = await page.evaluate(() => {
    const find = (selector: string) => document.querySelector(selector) ?? document.body;
    const portrait = find('#portrait img').getBoundingClientRect();
    const words = [...find('#drawn .diagram').querySelectorAll('text')];
    return {
      height: portrait.height / innerHeight,
      shape: portrait.width / portrait.height,
      letters: Math.min(...words.map((word) => word.getBoundingClientRect().height)),
      ground: getComputedStyle(find('#filled .slide-title')).backgroundColor,
    };
  });
  expect(sizes.height).toBeLessThanOrEqual(0.8);
  expect(sizes.height).toBeGreaterThan(0.5);
  expect(sizes.shape).toBeCloseTo(0.75, 1);
  expect(sizes.letters).toBeGreaterThan(14);
  expect(sizes.ground).toBe('rgba(0, 0, 0, 0)');
  await page.context().close();
});
