import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerTalkPage, toPrintUrl, ORIGIN } from '../../src/node/print/page-files.ts';
import { buildClient } from '../../src/node/client/client.ts';
import { Project } from '../../src/node/project/project.ts';
import type { Talk } from '../../src/talk/model/talk.ts';
import { COLOURS, loadAxe, runAxe } from '../support/axe.ts';
import { findKernelBlocks } from '../support/kernel-blocks.ts';
import { launchBrowser } from '../support/browser.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const project = new Project({ root: REPOSITORY, blocks: findKernelBlocks(REPOSITORY) });

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

describe.each(project.talkNames)('%s', (name) => {
  test('axe finds nothing on any slide, in light and in dark', async () => {
    const checked = await project.compile(name);
    if (!checked) throw new Error(`There is no talk "${name}".`);
    const page = await openPrintView(checked.value);
    expect(await runAxe(page, {})).toEqual([]);
    await page.evaluate(() => void (document.documentElement.dataset['mode'] = 'dark'));
    expect(await runAxe(page, COLOURS)).toEqual([]);
    await page.close();
  });
});

test('axe finds a fault that is planted on the last slide', async () => {
  const checked = await project.compile(project.talkNames[0] ?? '');
  if (!checked) throw new Error('There is no talk.');
  const page = await openPrintView(checked.value);
  const last = checked.value.slides.at(-1)?.id ?? '';
  await page.addStyleTag({ content: `section:last-of-type .slide-title { color: #ddd }` });
  const found = await runAxe(page, COLOURS);
  expect(found.map((line) => line.split(',')[0])).toEqual([`${last}: color-contrast`]);
  await page.close();
});

/** Opens all slides of a talk on one page. */
async function openPrintView(talk: Talk): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const answer = answerTalkPage(talk, {
    root: REPOSITORY,
    runtime: await buildClient(talk, REPOSITORY),
  });
  await page.route(`${ORIGIN}/**`, async (route) => {
    const found = answer(new URL(route.request().url()));
    if (found) await route.fulfill({ contentType: found.type, body: Buffer.from(found.body) });
    else await route.fulfill({ status: 404 });
  });
  await page.goto(toPrintUrl(talk));
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  await loadAxe(page);
  return page;
}
