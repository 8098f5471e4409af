import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Project } from '../../src/node/project/project.ts';
import type { Slide, Talk } from '../../src/talk/model/talk.ts';
import { findKernelBlocks } from '../support/kernel-blocks.ts';
import { launchBrowser } from '../support/browser.ts';
import { runExport } from '../support/export.ts';
import { openPaper } from '../support/paper.ts';
import { readPdf } from '../support/pdf.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const PROJECT = new Project({ root: REPOSITORY, blocks: findKernelBlocks(REPOSITORY) });
/** Share of a slide that may differ, for two programs set the letters; two slides that are much alike differ by 4 %. */
const MOST = 0.012;

let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rostrum-looks-'));
  const words = [...PROJECT.talkNames, '-o', folder];
  const pdfs = await runExport(words, { cwd: REPOSITORY });
  const pages = await runExport([...words, '--single', '--no-sources'], { cwd: REPOSITORY });
  expect([pdfs.code, pages.code], pdfs.err + pages.err).toEqual([0, 0]);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(PROJECT.talkNames)('%s looks on paper as on the screen, slide by slide', async (name) => {
  const { slides } = await compile(name);
  await using paper = await openPaper(browser);
  const pdf = readFileSync(path.join(folder, `${name}.pdf`));
  const pages = await paper.read(pdf);
  const { pages: read } = await readPdf(pdf);
  expect(pages).toBe(slides.length);
  const screen = await openDeck(name);
  const differences: string[] = [];
  for (const [index, slide] of slides.entries()) {
    const picture = await takePicture(screen, slide);
    const { share, isBlank } = await paper.compare(index + 1, picture);
    // On the screen a camera enlarges some lines; on paper all that are marked stand below each other.
    const isSame = slide.html.includes('<rostrum-camera ') || share <= MOST;
    if (!isSame) differences.push(`${slide.id} differs by ${(share * 100).toFixed(1)} %`);
    if (isBlank) differences.push(`${slide.id} is blank`);
    const texts = await readTexts(screen);
    const lost = texts.seen.filter((text) => !squeeze(read[index]?.text ?? '').includes(text));
    const found = (read[index]?.items ?? []).map(squeeze).filter((text) => /\p{L}/u.test(text));
    const strange = found.filter((text) => !texts.all.includes(text));
    if (lost.length > 0) differences.push(`${slide.id} has lost "${lost.join('", "')}"`);
    if (strange.length > 0)
      differences.push(`${slide.id} has "${strange.join('", "')}" only there`);
  }
  await screen.close();
  expect(differences).toEqual([]);
});

async function compile(name: string): Promise<Talk> {
  const checked = await PROJECT.compile(name);
  if (!checked) throw new Error(`There is no talk ${name}.`);
  return checked.value;
}

async function openDeck(name: string): Promise<Page> {
  const viewport = { width: 1280, height: 720 };
  const screen = await browser.newPage({
    viewport,
    deviceScaleFactor: 0.5,
    reducedMotion: 'reduce',
  });
  await screen.goto(`file://${path.join(folder, `${name}.html`)}`);
  await screen.waitForSelector('html[data-ready]', { state: 'attached' });
  return screen;
}

/** Reads the words that are seen on the slide that is shown, each stretch without its spaces, and all that it holds. */
async function readTexts(screen: Page): Promise<{ seen: string[]; all: string }> {
  const { seen, all } = await screen.evaluate(() => {
    const slide = document.querySelector('section.present');
    const seen: string[] = [];
    if (!slide) return { seen, all: '' };
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const isHidden =
        !parent?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
        parent.closest('.notes, .visually-hidden, .drawn > :not(svg), title, desc');
      if (!isHidden) seen.push(node.textContent ?? '');
    }
    return { seen, all: slide.textContent ?? '' };
  });
  return { seen: seen.map(squeeze).filter((text) => text !== ''), all: squeeze(all) };
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** Shows a slide at its last step. */
async function takePicture(screen: Page, { id, steps }: Slide): Promise<Buffer> {
  await screen.evaluate(
    async (hash) => {
      location.hash = hash;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const animations = document.getAnimations();
      await Promise.all(animations.map((animation) => animation.finished.catch(() => null)));
    },
    `#/${id}${steps > 0 ? `/${steps - 1}` : ''}`,
  );
  expect(await screen.locator('section.present').getAttribute('id')).toBe(id);
  return screen.screenshot();
}
