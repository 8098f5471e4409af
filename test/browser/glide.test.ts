import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBuiltStage, type BuiltStage } from '../support/deck.ts';

const TALK = `# The queue

<p id="box" style="width: 200px">A box.</p>

---
transition: morph
---

Words above.

# The queue

More of it.

<p id="box" style="width: 200px; margin-left: 600px">A box.</p>

<!-- pause -->

Later.

---

# The queue

Without.

---
transition: morph
visibility: uncounted
---

# The queue

Backup.
`;

let stage: BuiltStage;
beforeAll(async () => {
  stage = await openBuiltStage({
    'slides/talks/talk.md': TALK,
    'slides/talks/plain.md': '# One\n\n---\n\n# One\n',
  });
});
afterAll(() => stage[Symbol.asyncDispose]());

const at = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('section.present')?.id ?? '');

/** Presses a key, and stops the motion that follows at a time; returns what glides. */
async function press(page: Page, name: string, time = 150): Promise<string[]> {
  return page.evaluate(
    async ({ key, ms }) => {
      const start = document.startViewTransition.bind(document);
      let ready: Promise<unknown> = Promise.resolve();
      document.startViewTransition = (change) => {
        const transition = start(change);
        ready = transition.ready;
        return transition;
      };
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await ready;
      document.startViewTransition = start;
      const found = document.getAnimations().flatMap((animation) => {
        const target = (animation.effect as KeyframeEffect | null)?.pseudoElement ?? '';
        const [, group] = /^::view-transition-group\((glide-\d+)\)$/.exec(target) ?? [];
        if (!target.startsWith('::view-transition')) return [];
        animation.pause();
        animation.currentTime = ms;
        return group ?? [];
      });
      return found.sort();
    },
    { key: name, ms: time },
  );
}

test('a heading and an element of the same id glide to their places, and back', async () => {
  const page = await stage.open('talk/');
  expect(await press(page, 'ArrowRight')).toEqual(['glide-0', 'glide-1']);
  expect(await at(page)).toBe('the-queue-2');
  if (process.env['FRAMES']) await page.screenshot({ path: `${process.env['FRAMES']}/glide.png` });
  await page.evaluate(() => document.getAnimations().forEach((each) => each.finish()));
  await expect.poll(() => page.locator('[style*="view-transition-name"]').count()).toBe(0);
  expect(await press(page, 'ArrowLeft')).toEqual(['glide-0', 'glide-1']);
  expect(await at(page)).toBe('the-queue');
  await page.context().close();
});

test('a swipe and the buttons for fingers glide as keys do, and go one slide on', async () => {
  const page = await stage.open('talk/', { hasTouch: true, viewport: { width: 420, height: 820 } });
  const moves = await page.evaluate(async () => {
    let glides = 0;
    const start = document.startViewTransition.bind(document);
    document.startViewTransition = (change) => {
      glides++;
      return start(change);
    };
    const slides = document.querySelector('.reveal > .slides');
    const swipe = async (from: number, to: number): Promise<string> => {
      const fire = (type: string, clientX: number): void => {
        const init = { clientX, clientY: 300, pointerType: 'touch', isPrimary: true };
        slides?.dispatchEvent(new PointerEvent(type, { ...init, bubbles: true, cancelable: true }));
      };
      fire('pointerdown', from);
      for (let part = 1; part <= 10; part++) fire('pointermove', from + ((to - from) * part) / 10);
      fire('pointerup', to);
      await new Promise((resolve) => setTimeout(resolve, 600));
      return `${document.querySelector('section.present')?.id ?? ''} ${glides}`;
    };
    const found = [await swipe(800, 500), await swipe(500, 800)];
    document.querySelector<HTMLElement>('.touch-next')?.click();
    await new Promise((resolve) => setTimeout(resolve, 600));
    return [...found, `${document.querySelector('section.present')?.id ?? ''} ${glides}`];
  });
  expect(moves).toEqual(['the-queue-2 1', 'the-queue 2', 'the-queue-2 3']);
  await page.context().close();
});

test('a second key ends it at once, however early it comes, and none is lost', async () => {
  const page = await stage.open('talk/');
  const places = await page.evaluate(() => {
    const key = (name: string): string => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
      return document.querySelector('section.present')?.id ?? '';
    };
    return ['ArrowRight', 'ArrowRight', 'ArrowRight'].map(key);
  });
  expect(places).toEqual(['the-queue', 'the-queue-2', 'the-queue-3']);
  const tree = await page.getByRole('main').ariaSnapshot();
  expect(tree).toContain('Without.');
  expect(tree).not.toContain('A box.');
  await page.context().close();
});

test('steps, other slides, jumps and the end of the talk do not glide', async () => {
  const page = await stage.open('talk/#/the-queue-2');
  expect(await press(page, 'ArrowRight')).toEqual([]);
  expect(await press(page, 'ArrowRight')).toEqual([]);
  expect(await at(page)).toBe('the-queue-3');
  expect(await press(page, 'ArrowRight')).toEqual([]);
  expect(await at(page)).toBe('the-queue-3');
  expect(await press(page, 'Home')).toEqual([]);
  expect(await at(page)).toBe('the-queue');
  await press(page, 'o');
  expect(await press(page, 'ArrowRight')).toEqual([]);
  await page.context().close();
});

test('nothing glides on a frozen or black screen', async () => {
  const page = await stage.open('talk/');
  await page.evaluate(() => {
    const shield = document.createElement('div');
    shield.className = 'freeze-shield';
    document.body.append(shield);
  });
  expect(await press(page, 'ArrowRight')).toEqual([]);
  expect(await at(page)).toBe('the-queue-2');
  await page.evaluate(() => document.querySelector('.freeze-shield')?.remove());
  await press(page, 'b');
  expect(await press(page, 'ArrowLeft')).toEqual([]);
  expect(await at(page)).toBe('the-queue-2');
  await page.context().close();
});

test('nothing glides with reduced motion, nor where the browser cannot', async () => {
  const still = await stage.open('talk/', { reducedMotion: 'reduce' });
  expect(await press(still, 'ArrowRight')).toEqual([]);
  expect(await at(still)).toBe('the-queue-2');
  await still.context().close();
  const page = await stage.open('talk/', {
    prepare: async (fresh) => {
      await fresh.addInitScript(() =>
        Reflect.deleteProperty(Document.prototype, 'startViewTransition'),
      );
    },
  });
  await page.keyboard.press('ArrowRight');
  expect(await at(page)).toBe('the-queue-2');
  await page.context().close();
});

test('a talk without it brings no code for it, and print none of its styles that move', async () => {
  const page = await stage.open('plain/');
  const files = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(files.filter((file) => /glide|versions/.test(file))).toEqual([]);
  expect(await page.content()).not.toMatch(/glide|view-transition/);
  await page.context().close();
});
