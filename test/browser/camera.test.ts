import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBuiltStage, type BuiltStage } from '../support/deck.ts';

const FILE = Array.from({ length: 300 }, (_, index) => `\tline${index + 1}(a, b);`).join('\n');
const TALK = `# Long

\`\`\`c {10-14|120-140|125-127} {title="foo.c"}
${FILE}
\`\`\`

---

# Last
`;

let stage: BuiltStage;
beforeAll(async () => void (stage = await openBuiltStage({ 'slides/talks/talk.md': TALK })));
afterAll(() => stage[Symbol.asyncDispose]());

/** What the slide shows: the lines, whether those that are marked lie in the code's box, their size, and what moves. */
function look(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => {
    const camera = [...document.querySelectorAll<HTMLElement>('.camera')].at(-1);
    if (!camera) return {};
    const box = camera.querySelector('pre')?.getBoundingClientRect();
    const numbers = (selector: string): number[] =>
      [...camera.querySelectorAll<HTMLElement>(`pre > code:not(.camera-leaving) ${selector}`)]
        .filter((line) => line.checkVisibility())
        .filter((line) => {
          const { top, bottom } = line.getBoundingClientRect();
          return box !== undefined && top >= box.top - 1 && bottom <= box.bottom + 1;
        })
        .map(({ dataset }) => Number(dataset['line']));
    const step = camera.dataset['step'] ?? '';
    const lit = numbers(`.line[data-on~="${step}"]`);
    const all = numbers('.line:not(.elision)');
    return {
      lit: `${lit[0]}-${lit.at(-1)}`,
      isWhole: all.length === new Set(all).size && all.length > lit.length - 1,
      size: Math.round(
        parseFloat(getComputedStyle(camera.querySelector('pre') ?? camera).fontSize),
      ),
      leaving: camera.querySelectorAll('.camera-leaving').length,
    };
  });
}

async function press(page: Page, key: string, time: number | null): Promise<void> {
  await page.evaluate(
    ({ name, at }) => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
      for (const animation of document.getAnimations()) {
        if (animation instanceof CSSTransition) continue;
        if (at === null) animation.finish();
        else {
          animation.pause();
          animation.currentTime = at;
        }
      }
    },
    { name: key, at: time },
  );
}

test('each step shows its lines as large as they fit, in the box of the code', async () => {
  const page = await stage.open('talk/');
  expect(await look(page)).toMatchObject({ lit: '10-14', size: 28, leaving: 0 });
  await press(page, 'ArrowRight', null);
  await page.waitForSelector('.camera-leaving', { state: 'detached' });
  const second = await look(page);
  expect(second).toMatchObject({ lit: '120-140', isWhole: true });
  expect(second['size']).toBeGreaterThanOrEqual(18);
  await press(page, 'ArrowRight', null);
  await page.waitForSelector('.camera-leaving', { state: 'detached' });
  expect(await look(page)).toMatchObject({ lit: '125-127', size: 28 });
  await press(page, 'ArrowLeft', null);
  expect(await look(page)).toMatchObject({ lit: '120-140' });
  await page.context().close();
});

test('the camera moves, a second key ends it, and readers see the new lines at once', async () => {
  const page = await stage.open('talk/');
  const topOf = (): Promise<number> =>
    page
      .locator('.camera pre > code')
      .first()
      .evaluate((code) => code.getBoundingClientRect().top);
  const rest = await topOf();
  await press(page, 'ArrowRight', 150);
  expect(await look(page)).toMatchObject({ leaving: 1 });
  expect((await topOf()) - rest).toBeGreaterThan(20);
  if (process.env['FRAMES']) await page.screenshot({ path: `${process.env['FRAMES']}/pan.png` });
  const tree = await page.getByRole('main').ariaSnapshot();
  expect(tree).toContain('line130(a, b);');
  expect(tree).not.toContain('line12(a, b);');
  await press(page, 'ArrowRight', 0);
  expect(await look(page)).toMatchObject({ leaving: 1 });
  await page.context().close();
});

test('it jumps where no motion is wanted, and opens at the step of an address', async () => {
  const page = await stage.open('talk/#/long/0', { reducedMotion: 'reduce' });
  expect(await look(page)).toMatchObject({ lit: '120-140', leaving: 0 });
  await press(page, 'ArrowRight', 100);
  expect(await look(page)).toMatchObject({ lit: '125-127', leaving: 0 });
  await page.context().close();
});

test('print shows the marked parts with their numbers; with steps each page is the view of one', async () => {
  const shown = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('.camera')].map((camera) =>
        [...camera.querySelectorAll<HTMLElement>('.line')]
          .filter((line) => line.checkVisibility())
          .map(({ dataset }) => dataset['line'])
          .join(' '),
      ),
    );
  const parts = `… 10 11 12 13 14 … ${Array.from({ length: 21 }, (_, index) => 120 + index).join(' ')} …`;
  for (const options of [{ javaScriptEnabled: true }, { javaScriptEnabled: false }]) {
    for (const view of options.javaScriptEnabled ? ['?print', '?read'] : ['']) {
      const page = await stage.open(`talk/${view}`, options);
      expect(await shown(page)).toEqual([parts]);
      // What is cut to round corners costs a PDF two shapes for each letter.
      const { overflow } = await page
        .locator('.camera > .code')
        .evaluate((code) => ({ overflow: getComputedStyle(code).overflow }));
      expect(overflow).toBe('visible');
      await page.context().close();
    }
  }
  const steps = await stage.open('talk/?print&steps');
  const pages = await shown(steps);
  expect(pages).toHaveLength(3);
  expect(pages[0]).toMatch(/^\d+ .*\b10 11 12 13 14\b/);
  expect(pages[1]).toContain('120 121');
  expect(pages.join(' ')).not.toContain('…');
  await steps.context().close();
});
