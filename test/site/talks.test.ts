import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Project } from '../../src/node/project/project.ts';
import type { Talk } from '../../src/talk/model/talk.ts';
import { findKernelBlocks } from '../support/kernel-blocks.ts';
import { launchBrowser, openDrawn, UNSEEN, watchPage } from '../support/browser.ts';
import { serveSite, type ServedSite, type Target } from '../support/site.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const TINY = path.join(REPOSITORY, 'test/projects/tiny');

const SITES = [
  { project: 'the repository', root: REPOSITORY, target: 'dev' },
  { project: 'the repository', root: REPOSITORY, target: 'build' },
  { project: 'a tiny project', root: TINY, target: 'dev' },
  { project: 'a tiny project', root: TINY, target: 'build' },
] satisfies { project: string; root: string; target: Target }[];

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

const compiled = new Map<string, Promise<Talk[]>>();

/** Compiles the talks of a project, once for both ways to serve it. */
function compileTalks(root: string): Promise<Talk[]> {
  const talks = compiled.get(root) ?? new Project({ root, blocks: findKernelBlocks(root) }).talks();
  compiled.set(root, talks);
  return talks;
}

describe.each(SITES)('$project in $target', ({ root, target }) => {
  let talks: Talk[];
  let site: ServedSite;

  beforeAll(async () => {
    talks = await compileTalks(root);
    expect(talks).not.toEqual([]);
    site = await serveSite(root, target);
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test('the index lists every talk and leads to it', async () => {
    await using watched = await watchPage(browser, UNSEEN);
    for (const { name, slides } of talks) {
      await watched.page.goto(site.base);
      await watched.page.locator(`a.index-present[href="./${name}/"]`).click();
      await watched.page.locator('html[data-ready=""]').waitFor({ state: 'attached' });
      expect(await watched.page.locator('section.slide').count()).toBe(slides.length);
    }
    expect(watched.troubles).toEqual([]);
  });

  test('an address opens its slide, and the keys go through every step to the last', async () => {
    for (const talk of talks) {
      await using watched = await watchPage(browser, UNSEEN);
      const { page, troubles } = watched;
      const middle = talk.slides[Math.floor(talk.slides.length / 2)];
      await openDrawn(page, `${site.base}${talk.name}/#/${middle?.id}`);
      expect(await page.locator('section.present').getAttribute('id')).toBe(middle?.id);
      // Keys lead through the slides of the talk, and from the first backup slide through those.
      const backup = talk.slides.findIndex(({ visibility }) => visibility === 'uncounted');
      await page.keyboard.press('Home');
      for (const [index, slide] of talk.slides.entries()) {
        if (index === backup) await page.evaluate((id) => (location.hash = `#/${id}`), slide.id);
        await page.locator(`#${slide.id}.present`).waitFor();
        for (let step = 0; step <= slide.steps; step++) await page.keyboard.press('Space');
      }
      expect(troubles).toEqual([]);
    }
  });

  test('the print view draws every slide', async () => {
    for (const { name, slides } of talks) {
      await using watched = await watchPage(browser, UNSEEN);
      expect(await openDrawn(watched.page, `${site.base}${name}/?print`)).toBe('');
      const ids = await watched.page
        .locator('section.slide')
        .evaluateAll((sections) => sections.map(({ id }) => id));
      expect(ids).toEqual(slides.map(({ id }) => id));
      expect(watched.troubles).toEqual([]);
    }
  });

  test('without script every slide can be read', async () => {
    for (const { name, slides } of talks) {
      await using watched = await watchPage(browser, { javaScriptEnabled: false });
      await watched.page.goto(`${site.base}${name}/`);
      const shown = await watched.page.locator('section.slide').filter({ visible: true }).count();
      expect(shown).toBe(slides.length);
      expect(watched.troubles).toEqual([]);
    }
  });
});
