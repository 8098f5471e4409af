import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { CONSTRUCTS, normalise, type Construct } from '../support/everything.ts';
import { openExporter, type Exporter } from '../support/exporter.ts';
import { findKernelBlocks } from '../support/kernel-blocks.ts';
import { readPdf } from '../support/pdf.ts';
import { runRostrum } from '../support/run.ts';
import { serveSite, type ServedSite } from '../support/site.ts';

const PROJECT = path.resolve(import.meta.dirname, '../projects/everything');

let folder: string;
let browser: Browser;
let site: ServedSite;
let exporter: Exporter;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rostrum-everything-'));
  cpSync(PROJECT, folder, { recursive: true });
  browser = await launchBrowser();
  site = await serveSite(folder, 'build');
  exporter = openExporter(folder, findKernelBlocks(folder));
});
afterAll(async () => {
  await browser.close();
  await site[Symbol.asyncDispose]();
  await exporter[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** Exports the talk in the format of a name and gives the file's bytes. */
async function make(name: string, format: string): Promise<Buffer> {
  return (await exporter.write('everything', name, { format })).bytes;
}

/** Lists what a page lacks: words and parts by slide. Runs in the page. */
function findMissing(constructs: readonly Construct[]): string[] {
  const simplify = (text: string): string => text.replaceAll(/[\s\u00a0\u2009\u202f]+/gu, ' ');
  return constructs.flatMap(({ slide, words = [], parts = [] }) => {
    const section = document.getElementById(slide);
    if (!section) return [`${slide}: no such slide`];
    const text = simplify(section.textContent ?? '');
    const lost = words.filter((word) => !text.includes(simplify(word)));
    const wrong = parts.flatMap(({ find, style, count }) => {
      const found = find ? [...section.querySelectorAll(find)] : [section];
      if (found.length === 0) return [`no ${find}`];
      if (count !== undefined && found.length !== count) return [`${found.length} of ${find}`];
      if (!style) return [];
      const [property, pattern] = style;
      const first = found[0];
      const value = first ? getComputedStyle(first).getPropertyValue(property) : '';
      return new RegExp(`^(?:${pattern})`).test(value) || new RegExp(pattern).test(value)
        ? []
        : [`${find || 'section'} has ${property}: ${value}`];
    });
    return [...lost, ...wrong].map((fault) => `${slide}: ${fault}`);
  });
}

describe('on pages', () => {
  test.each([
    ['the deck', 'everything/', true],
    ['the print view', 'everything/?print', true],
    ['the page to read', 'everything/?read', true],
    ['the page without script', 'everything/', false],
    ['the deck in dark', 'everything/?dark', true],
    ['the print view in dark', 'everything/?print&dark', true],
    ['the picture in the speaker’s window', 'everything/?receiver', true],
  ])('%s shows every construct', async (_, address, hasScript) => {
    const page = await openPage(site.base + address, hasScript);
    expect(await page.evaluate(findMissing, CONSTRUCTS)).toEqual([]);
    await page.context().close();
  });

  test('the overview shows every construct, grounds too', async () => {
    const page = await openPage(`${site.base}everything/#/ground-colour`, true);
    await page.keyboard.press('o');
    await page.waitForSelector('.reveal.overview');
    expect(await page.evaluate(findMissing, CONSTRUCTS)).toEqual([]);
    const ground = page.locator('#ground-colour > .slide-ground');
    expect(await ground.isVisible()).toBe(true);
    await page.context().close();
  });

  test('titles in lists have no marks of footnotes, and say their formulas once', async () => {
    const page = await openPage(`${site.base}everything/?read`, true);
    const entryOf = (id: string) =>
      page
        .locator(`a[data-slides~="${id}"]`)
        .first()
        .evaluate((link) => link.firstChild?.textContent);
    expect(await entryOf('footnotes')).toBe('Footnotes');
    const formulas = (await entryOf('formulas')) ?? '';
    expect(formulas).toMatch(/^Formulas of /);
    expect(formulas.match(/x/g)).toHaveLength(1);
    await page.context().close();
  });

  test('the card of the index shows the cover', async () => {
    const page = await browser.newPage();
    await page.goto(site.base);
    const text = normalise((await page.locator('body').textContent()) ?? '');
    for (const words of CONSTRUCTS[0]?.words ?? []) expect(text).toContain(words);
    await page.close();
  });

  test('the single file shows every construct', async () => {
    await make('everything.html', 'html');
    const page = await openPage(
      pathToFileURL(path.join(exporter.folder, 'everything.html')).href,
      true,
    );
    expect(await page.evaluate(findMissing, CONSTRUCTS)).toEqual([]);
    await page.context().close();
  });
});

async function openPage(url: string, hasScript: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    javaScriptEnabled: hasScript,
  });
  const page = await context.newPage();
  await page.goto(url);
  if (hasScript) await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return page;
}

/** Lists the words that texts lack, one text a slide in the order of the talk, hidden slides left out. */
function findLostWords(text: string): string[] {
  const simple = squeeze(text);
  return CONSTRUCTS.flatMap(({ slide, words = [] }) =>
    words.filter((word) => !simple.includes(squeeze(word))).map((word) => `${slide}: ${word}`),
  );
}

/** Takes all blanks out: a PDF has them where lines break and not where words stand apart. */
function squeeze(text: string): string {
  return normalise(text).replaceAll(' ', '').replaceAll('\u00ad', '');
}

describe('in files', () => {
  test('a PDF has every word, and each figure in its tags says what it shows', async () => {
    const { pages } = await readPdf(await make('everything.pdf', 'pdf'));
    expect(findLostWords(pages.map(({ text }) => text).join(' '))).toEqual([]);
    const figures = pages.flatMap((page) => page.figures);
    expect(figures).not.toContain('');
    const picture = 'A boat beside the quay';
    const chart = 'Bridges of the town, cars a day. Mill Bridge: 800; North Bridge: 1200';
    const diagram = 'Boats and quay. A boat comes to the quay, and goes to sea again.';
    const formula = 'h(n) = 1/2 n; ≤ √n';
    expect(figures).toEqual(expect.arrayContaining([picture, chart, diagram, formula]));
  });

  test('a handout has every word, and the notes', async () => {
    const { pages } = await readPdf(await make('handout.pdf', 'handout'));
    const text = pages.map((page) => page.text).join(' ');
    expect(findLostWords(text)).toEqual([]);
    for (const words of [
      'Spoken words first.',
      'Spoken after a line.',
      'Notes from the library.',
    ]) {
      expect(squeeze(text)).toContain(squeeze(words));
    }
    expect(text).not.toContain('[click]');
    expect(text).not.toContain('A remark at home');
  });

  test('a PowerPoint file has every word', async () => {
    const zip = await JSZip.loadAsync(await make('everything.pptx', 'pptx'));
    const names = Object.keys(zip.files).filter((name) => SLIDE_PART.test(name));
    const parts = await Promise.all(names.map((name) => zip.file(name)?.async('string') ?? ''));
    expect(findLostWords(readXml(parts.join('\n')))).toEqual([]);
  });

  test('Markdown has every word', async () => {
    const text = (await make('everything.md', 'md')).toString('utf8');
    expect(findLostWords(text.replaceAll('\\', '').replaceAll('&amp;', '&'))).toEqual([]);
  });

  test('pictures show a ground where one is set', async () => {
    const options = { format: 'png', scale: '0.25' };
    const { folder: pictures } = await exporter.write('everything', 'pictures', options);
    const files = readdirSync(pictures);
    const colour = async (slide: string, x: number, y: number): Promise<number[]> => {
      const file = files.find((name) => name.endsWith(`-${slide}.png`)) ?? '';
      return readPixel(readFileSync(path.join(pictures, file)), x, y);
    };
    expect(await colour('ground-colour', 317, 90)).toEqual([32, 48, 64]);
    const [top, bottom] = [
      await colour('ground-gradient', 317, 1),
      await colour('ground-gradient', 317, 178),
    ];
    expect(top[2]).toBeLessThan(210);
    expect(bottom[2]).toBeGreaterThan(240);
    expect(await colour('class', 317, 90)).toEqual([18, 53, 36]);
  });

  async function readPixel(png: Buffer, x: number, y: number): Promise<number[]> {
    const page = await browser.newPage();
    const pixel = await page.evaluate(
      async ({ data, left, top }) => {
        const picture = new Image();
        picture.src = `data:image/png;base64,${data}`;
        await picture.decode();
        const canvas = document.createElement('canvas');
        canvas.width = picture.width;
        canvas.height = picture.height;
        const context = canvas.getContext('2d');
        context?.drawImage(picture, 0, 0);
        return [...(context?.getImageData(left, top, 1, 1).data ?? [])].slice(0, 3);
      },
      { data: png.toString('base64'), left: x, top: y },
    );
    await page.close();
    return pixel;
  }
});

/** Slides and drawings of a PowerPoint file. */
const SLIDE_PART = /^ppt\/(?:slides\/slide\d+\.xml|media\/.*\.svg)$/;

/** Gives the text of XML: its runs in their order, references decoded. */
function readXml(xml: string): string {
  const runs = [...xml.matchAll(/>([^<]+)</g)].map(([, text]) => text ?? '');
  const texts = [...xml.matchAll(/descr="([^"]*)"/g)].map(([, text]) => text ?? '');
  return [...runs, ...texts]
    .join(' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

test('nothing is wrong with it', async () => {
  const ended = await runRostrum(['check'], { cwd: folder });
  expect(ended.err + ended.out).toContain('No problems');
});
