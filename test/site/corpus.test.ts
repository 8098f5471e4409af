import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBrowser } from '../../src/node/chromium/chromium.ts';
import type { Page as ExportPage } from '../../src/node/chromium/chromium-page.ts';
import { ProblemsError } from '../../src/node/errors.ts';
import { exportTalks } from '../../src/node/export/export.ts';
import { parseExportOptions } from '../../src/node/export/export-options.ts';
import { Project } from '../../src/node/project/project.ts';
import { createTerminal } from '../../src/node/terminal.ts';
import { findKernelBlocks } from '../support/kernel-blocks.ts';
import { launchBrowser } from '../support/browser.ts';
import { readTexts } from '../support/fixtures.ts';
import { poisonProject } from '../support/poison.ts';
import { openProjectFolder } from '../support/project.ts';
import { callRostrum } from '../support/run.ts';
import { serveSite, type ServedSite } from '../support/site.ts';
import { FOREIGN_HOST, VECTORS } from '../support/vectors.ts';

/** Vectors of one kind share a slide. */
const PACK = 10;
const RAW = Array.from({ length: Math.ceil(VECTORS.length / PACK) }, (_, at) => {
  const vectors = VECTORS.slice(at * PACK, (at + 1) * PACK).join('\n\n');
  return `# Slide ${at}\n\n${vectors}\n\nNote: ${vectors}\n`;
});
const PROJECT = path.resolve(import.meta.dirname, '../projects/everything');

let root: string;
let browser: Browser;
let site: ServedSite;

beforeAll(async () => {
  const { texts } = poisonProject(readTexts(PROJECT));
  root = openProjectFolder({
    ...texts,
    'slides/talks/raw.md': `---\ntitle: Raw\n---\n\n${RAW.join('\n---\n\n')}`,
  }).root;
  // The dev server prints a problem for each vector.
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  [site, browser] = await Promise.all([serveSite(root, 'dev'), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site[Symbol.asyncDispose]();
  rmSync(root, { recursive: true, force: true });
  vi.restoreAllMocks();
});

/** Opens a context in which script, dialogs, new windows, requests to foreign hosts and violations of policies of all pages are recorded. */
async function openTrap(): Promise<{ context: BrowserContext; caught: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const caught: string[] = [];
  await context.exposeFunction('trap', () => void caught.push('script'));
  await context.exposeFunction('violated', (what: string) => void caught.push(what));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sample } = event;
      void Reflect.apply(Reflect.get(window, 'violated') as () => void, null, [
        `${effectiveDirective} ${blockedURI} ${sample}`,
      ]);
    });
  });
  context.on('dialog', (dialog) => {
    caught.push('dialog');
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    if (new URL(request.url()).hostname === FOREIGN_HOST) caught.push(request.url());
  });
  await context.route(/^https:/, (route) => route.abort());
  return { context, caught };
}

/** Clicks on and focuses all that could be waiting for it. */
async function touch(page: Page): Promise<void> {
  await page.evaluate(() => {
    // Links to pages and addresses of mail leave the page, as they should; in a drawing "href" is an object.
    const leaves = (link: Element): boolean => {
      const href: unknown = Reflect.get(link, 'href');
      const address =
        typeof href === 'string' ? href : ((href as SVGAnimatedString)?.baseVal ?? '');
      const { protocol } = URL.parse(address, document.baseURI) ?? { protocol: '' };
      return /^(?:https?|mailto):$/.test(protocol);
    };
    for (const element of document.querySelectorAll<HTMLElement>('section.slide *')) {
      const event = new MouseEvent('click', { bubbles: true, cancelable: true });
      if (element.matches('a, button, [tabindex], input, summary')) element.focus();
      const isLink = element.localName === 'a';
      if ((isLink && !leaves(element)) || element.matches('button:not(form *)'))
        element.dispatchEvent(event);
    }
  });
}

const VIEWS = ['?print', '?read', '?receiver'];

test.each(['everything', 'raw'])(
  'nothing of the corpus runs or requests anything, through any door, on any page of %s',
  async (talk) => {
    const { context, caught } = await openTrap();
    const open = async (address: string): Promise<Page> => {
      const page = await context.newPage();
      await page.goto(address);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      await touch(page);
      expect(caught, address).toEqual([]);
      return page;
    };
    const index = await context.newPage();
    await index.goto(site.base);
    await index.close();
    for (const view of VIEWS) await (await open(`${site.base}${talk}/${view}`)).close();
    const deck = await open(`${site.base}${talk}/`);
    await deck.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const [speaker] = await Promise.all([deck.waitForEvent('popup'), deck.keyboard.press('s')]);
    await speaker.locator('.speaker-notes').waitFor({ state: 'attached' });
    await deck.keyboard.press('End');
    expect(caught).toEqual([]);
    await context.close();
  },
);

test('nor in what is written: a file for mail, pages of differences, PDFs and handouts', async () => {
  const { context, caught } = await openTrap();
  const pages: ExportPage[] = [];
  await using chromium = await openBrowser({ prefer: 'bundled' });
  const watched = {
    ...chromium,
    page: async () => {
      const page = await chromium.page();
      pages.push(page);
      return page;
    },
  };
  const project = new Project({ root, blocks: findKernelBlocks(root) });
  const say = { write: () => undefined };
  const terminal = createTerminal({ out: say, err: say, env: {} });
  for (const talk of ['everything', 'raw'])
    for (const format of ['html', 'pdf', 'handout'] as const) {
      const output = path.join(root, `${talk}.${format === 'handout' ? 'sheets.pdf' : format}`);
      const exportOptions = parseExportOptions({ format, output, 'keep-going': true });
      const browserOf = () => Promise.resolve(watched);
      const work = { project, terminal, exportOptions, browser: browserOf, cwd: root };
      // Talks with problems are written, and the command fails.
      await exportTalks({ ...work, names: [talk], output }).catch((error: unknown) => {
        if (!(error instanceof ProblemsError)) throw error;
      });
    }
  expect(pages.flatMap(({ errors, dialogs }) => [...errors, ...dialogs])).toEqual([]);
  const differ = (...words: string[]) => callRostrum(['diff', ...words], { cwd: root });
  await differ('everything', '--dates', '2024-03-01,2024-09-18', '--html', 'days.html');
  await differ('everything', 'raw', '--html', 'talks.html');
  for (const file of ['everything.html', 'raw.html', 'days.html', 'talks.html']) {
    const page = await context.newPage();
    await page.goto(pathToFileURL(path.join(root, file)).href);
    await page.locator('section.slide').first().waitFor({ state: 'attached' });
    await touch(page);
    await page.close();
    expect(caught, file).toEqual([]);
  }
  await context.close();
}, 180_000);
