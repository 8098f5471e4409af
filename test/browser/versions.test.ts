import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBuiltStage, type BuiltStage } from '../support/deck.ts';

const LONG = Array.from({ length: 60 }, (_, index) => `line${index}(a, b);`);
const fence = (text: string, info = 'c'): string => `\`\`\`${info}\n${text}\n\`\`\`\n`;
const versions = (...fences: string[]): string => `::: versions\n\n${fences.join('\n')}\n:::\n`;
const TALK = `# Versions

${versions(
  fence('first();\n\tsecond(one);\nthird();'),
  fence('zeroth();\nfirst();\n\tsecond(one, two);\nthird();', 'c {3}'),
  fence('let x = 1;', 'rust {title="x.rs"}'),
)}

<!-- pause -->

After.

---

# Hard

${versions(fence(LONG.slice(0, 20).join('\n')), fence('', 'text'), fence(`x("${'long '.repeat(60)}");\n\ta\tb\tc`))}

---

# Last
`;

let stage: BuiltStage;
beforeAll(async () => void (stage = await openBuiltStage({ 'slides/talks/talk.md': TALK })));
afterAll(() => stage[Symbol.asyncDispose]());

/** Lists the versions that are seen, and whether words move. */
function look(page: Page): Promise<{ shown: string[]; moving: number }> {
  return page.evaluate(() => ({
    shown: [...document.querySelectorAll<HTMLElement>('.present .version')]
      .filter((version) => getComputedStyle(version).visibility === 'visible')
      .map(({ dataset }) => dataset['label'] ?? ''),
    moving: document.querySelectorAll('.present .morph').length,
  }));
}

/** Presses a key and stops the motion that begins within the same task. */
async function pressAndStop(page: Page, key: string, at: number): Promise<void> {
  await page.evaluate(
    ({ name, time }) => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
      for (const animation of document.getAnimations()) {
        if (animation instanceof CSSTransition) continue;
        animation.pause();
        animation.currentTime = time;
      }
    },
    { name: key, time: at },
  );
}

/** Returns the top of the words in the layer that moves them, and of the line in the code below it. */
function readTops(page: Page, words: string): Promise<{ layer: number; code: number }> {
  return page.evaluate((wanted) => {
    const topOf = (selector: string): number => {
      const found = [...document.querySelectorAll(selector)].find((one) =>
        one.textContent?.includes(wanted),
      );
      return found?.getBoundingClientRect().top ?? NaN;
    };
    return {
      layer: topOf('.morph > span'),
      code: topOf('.version:not(.is-ahead):not(:has(~ .version:not(.is-ahead))) .line'),
    };
  }, words);
}

test('words move from step to step and back, and the code itself is there at once', async () => {
  const page = await stage.open('talk/');
  expect(await look(page)).toEqual({ shown: ['Version 1 of 3'], moving: 0 });
  const before = await readTops(page, 'first();');
  await pressAndStop(page, 'ArrowRight', 0);
  expect(await look(page)).toEqual({ shown: ['Version 2 of 3'], moving: 1 });
  const start = await readTops(page, 'first();');
  expect(Math.abs(start.layer - before.code)).toBeLessThan(8);
  expect(start.code).toBeGreaterThan(before.code + 20);
  await page.evaluate(() => document.getAnimations().forEach((each) => each.finish()));
  await page.waitForSelector('.morph', { state: 'detached' });
  await pressAndStop(page, 'ArrowLeft', 150);
  expect(await look(page)).toEqual({ shown: ['Version 1 of 3'], moving: 1 });
  const middle = await readTops(page, 'first();');
  expect(middle.layer).toBeGreaterThan(middle.code + 3);
  expect(middle.layer).toBeLessThan(start.code);
  await page.context().close();
});

test('readers get the version that is shown, never the layer, and a second key does not wait', async () => {
  const page = await stage.open('talk/');
  await pressAndStop(page, 'ArrowRight', 100);
  const main = page.getByRole('main');
  const snapshot = await main.ariaSnapshot();
  expect(snapshot.match(/zeroth/g)).toHaveLength(1);
  expect(snapshot).toContain('second(one, two);');
  await pressAndStop(page, 'ArrowRight', 100);
  expect(await look(page)).toEqual({ shown: ['Version 3 of 3'], moving: 1 });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/#\/hard$/);
  await page.context().close();
});

test('an empty version, wrapped lines and tabs move without trouble', async () => {
  const page = await stage.open('talk/#/hard');
  for (const count of [2, 3]) {
    await pressAndStop(page, 'ArrowRight', 150);
    expect(await look(page)).toEqual({ shown: [`Version ${count} of 3`], moving: 1 });
  }
  const words = await page.locator('.morph').textContent();
  expect(words?.replaceAll(/\s/g, '')).toBe(`x("${'long'.repeat(60)}");abc`);
  await page.context().close();
});

test('nothing moves with reduced motion, in previews, in the overview, and when a slide comes', async () => {
  const still = await stage.open('talk/', { reducedMotion: 'reduce' });
  await pressAndStop(still, 'ArrowRight', 100);
  expect(await look(still)).toEqual({ shown: ['Version 2 of 3'], moving: 0 });
  await still.context().close();
  const page = await stage.open('talk/#/versions/0');
  expect(await look(page)).toEqual({ shown: ['Version 2 of 3'], moving: 0 });
  await pressAndStop(page, 'End', 100);
  await pressAndStop(page, 'ArrowLeft', 100);
  expect(await look(page)).toEqual({ shown: ['Version 3 of 3'], moving: 0 });
  await pressAndStop(page, 'o', 100);
  expect(await page.locator('.morph').count()).toBe(0);
  await page.context().close();
});

test('print shows the last version, with steps each, and the page to read all of them', async () => {
  const print = await stage.open('talk/?print');
  const seen = (where: Page): Promise<string[]> =>
    where.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.version')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .map(({ dataset }) => dataset['label']?.slice(8, 9) ?? ''),
    );
  expect(await seen(print)).toEqual(['3', '3']);
  await print.context().close();
  const steps = await stage.open('talk/?print&steps');
  expect(await seen(steps)).toEqual(['1', '2', '3', '3', '1', '2', '3']);
  await steps.context().close();
  for (const options of [{ javaScriptEnabled: true }, { javaScriptEnabled: false }]) {
    const read = await stage.open(`talk/${options.javaScriptEnabled ? '?read' : ''}`, options);
    expect(await seen(read)).toEqual(['1', '2', '3', '1', '2', '3']);
    await read.context().close();
  }
});
