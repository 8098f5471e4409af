import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { runExport } from '../support/export.ts';
import { callRostrum, type Ended } from '../support/run.ts';
import { readPdf, type ReadPdf } from '../support/pdf.ts';

const TINY = path.resolve(import.meta.dirname, '../projects/tiny');
const PNG_SIZE = 16;

let folder: string;
let project: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rostrum-formats-'));
  project = path.join(folder, 'project');
  cpSync(TINY, project, { recursive: true });
  writeFileSync(path.join(project, 'slides/talks/notes.md'), NOTES);
  writeFileSync(path.join(project, 'slides/talks/grounds.md'), GROUNDS);
  writeFileSync(path.join(project, 'slides/talks/long.md'), LONG);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NOTES = `---
title: A talk with notes
date: 2025-06-30
---

# Opening

A [link](https://harbour.example/) out.

8. eight
9. nine

Between.

10. ten

    ~~~c
    int ten;
    ~~~

| a | b |
| - | --: |
| c | 1 |

<!-- Say **nothing** of the weather. ![The quay](../../assets/quay.svg) -->

---
src: ../library/boats.md
---
`;

const LONG = ['one', 'two', 'three', 'four']
  .map((word) => `# Slide ${word} has ${'a longer title than others, '.repeat(4)}`)
  .join('\n\n---\n\n');

const GROUNDS = `---
title: Grounds
footer: false
---

---
id: colour
background: "#203040"
---

# Colour

---
id: gradient
background: "linear-gradient(#204060, #102030)"
---

# Gradient
`;

function run(words: string[], cwd = project): Promise<Ended> {
  return runExport(words, { cwd });
}

async function make(name: string, words: string[]): Promise<Buffer> {
  const file = path.join(folder, name);
  const ended = await run([...words, '-o', file]);
  expect(ended, ended.err).toMatchObject({ code: 0, err: '' });
  return readFileSync(file);
}

async function makePdf(name: string, words: string[]): Promise<ReadPdf> {
  return readPdf(await make(name, words));
}

describe('a page a step', () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await makePdf('steps.pdf', ['harbour', '--steps']);
  });

  test('is named after slide and step', () => {
    expect(pdf.labels).toEqual(['1', '2', '3', '3.1', '3.2', '4', '5']);
  });

  test('shows what has been shown so far', () => {
    const has = (page: number, words: string): boolean =>
      pdf.pages[page]?.text.includes(words) ?? false;
    expect([2, 3, 4].map((page) => has(page, 'High at noon'))).toEqual([false, true, true]);
    expect([2, 3, 4].map((page) => has(page, 'Low at six'))).toEqual([false, false, true]);
  });

  test('is tagged and bookmarked where the slide is complete, and nowhere else', () => {
    const headings = pdf.pages.map(({ tags }) => tags.filter((tag) => /^H\d/.test(tag)).length);
    expect(headings).toEqual([1, 1, 0, 0, 1, 1, 1]);
    expect(pdf.pages[3]?.tags).toEqual([]);
    expect(pdf.bookmarks.map(({ title }) => title)).toHaveLength(5);
  });
});

describe('PDF', () => {
  test('has the slides of a range only', async () => {
    const pdf = await makePdf('range.pdf', ['harbour', '--range', '1,#tides']);
    expect(pdf.labels).toEqual(['1', '3']);
  });

  test('holds notes as annotations where they are asked for, and nowhere else', async () => {
    const words = ['notes', '--range', '1'];
    const plain = await make('plain.pdf', words);
    const noted = await make('noted.pdf', [...words, '--notes']);
    const contents = async (bytes: Buffer): Promise<string[]> => (await readPdf(bytes)).notes;
    expect(await contents(plain)).toEqual([]);
    expect(await contents(noted)).toEqual(['Say **nothing** of the weather. The quay']);
  });

  test('ends with the sources where they are asked for', async () => {
    const { pages, bookmarks } = await makePdf('sources.pdf', ['harbour', '--sources']);
    expect(pages).toHaveLength(6);
    expect(pages.at(-1)?.text).toContain('The harbour');
    expect(pages.at(-1)?.links).toEqual(['https://harbour.example/log']);
    expect(bookmarks.at(-1)?.title).toBe('Sources');
  });

  test('is the same twice, dark or not', async () => {
    const words = ['harbour', '--dark', '--steps', '--sources'];
    const first = await make('dark-1.pdf', words);
    expect((await make('dark-2.pdf', words)).equals(first)).toBe(true);
  });
});

describe('handout', () => {
  test('has each slide with its notes, page numbers and the sources', async () => {
    const words = ['notes', '-f', 'handout', '--per-page', '1'];
    const { pages, info } = await makePdf('handout.pdf', words);
    expect(pages.map(({ size }) => size.map(Math.round).join(' '))).toEqual(
      Array.from({ length: 4 }, () => '595 842'),
    );
    expect(pages[0]?.text).toContain('of the weather');
    // A picture that is not found would show its words.
    expect(pages[0]?.text).not.toContain('The quay');
    expect(pages.map(({ text }) => /(\d) \/ (\d)/.exec(text)?.[0])).toEqual([
      '1 / 4',
      '2 / 4',
      '3 / 4',
      '4 / 4',
    ]);
    expect(pages.at(-1)?.text).toContain('https://harbour.example/log');
    expect(info['Title']).toBe('A talk with notes');
  });

  test('puts as many slides with their notes on a sheet as it holds', async () => {
    const { pages } = await makePdf('flow.pdf', ['harbour', '-f', 'handout', '--no-sources']);
    expect(pages).toHaveLength(3);
    const [first = '', ...others] = pages.map(({ text }) => text);
    expect(first).toContain('Ada Example');
    expect(first).toContain('Cutters');
    expect(others.join(' ')).not.toContain('Cutters');
  });

  test('puts several slides on a sheet, whole', async () => {
    const words = ['harbour', '-f', 'handout', '--no-sources', '--paper', 'letter'];
    const six = await makePdf('six.pdf', [...words, '--per-page', '6']);
    expect(six.pages).toHaveLength(1);
    const four = await makePdf('four.pdf', [...words, '--per-page', '4']);
    expect(four.pages.map(({ size }) => size.join(' '))).toEqual(['792 612', '792 612']);
    for (const words of ['Ada Example', 'Cutters', 'Low at six', 'The quay']) {
      expect(four.pages[0]?.text).toContain(words);
    }
    const two = await makePdf('two.pdf', [...words, '--per-page', '2']);
    expect(two.pages).toHaveLength(3);
  });

  test('is the same twice', async () => {
    const first = await make('handout-1.pdf', ['notes', '-f', 'handout']);
    expect((await make('handout-2.pdf', ['notes', '-f', 'handout'])).equals(first)).toBe(true);
  });
});

describe('pictures', () => {
  test('are one a slide, as large as asked, the same twice', async () => {
    const target = path.join(folder, 'pictures');
    await run(['harbour', '-f', 'png', '-o', target, '--scale', '0.5', '--range', '1-3']);
    expect(readdirSync(target)).toEqual(['01-title.png', '02-boats.png', '03-tides.png']);
    const [first] = readdirSync(target).map((name) => readFileSync(path.join(target, name)));
    expect([first?.readUInt32BE(PNG_SIZE), first?.readUInt32BE(PNG_SIZE + 4)]).toEqual([640, 360]);
    await run(['harbour', '-f', 'png', '-o', target, '--scale', '0.5', '--range', '1']);
    expect(first?.equals(readFileSync(path.join(target, '01-title.png')))).toBe(true);
  });

  test('are one a step where that is asked for', async () => {
    const target = path.join(folder, 'steps');
    await run(['harbour', '-f', 'png', '-o', target, '--steps', '--range', '#tides']);
    const names = ['03-tides.0.png', '03-tides.1.png', '03-tides.2.png'];
    expect(readdirSync(target).sort()).toEqual(names);
    const sizes = new Set(names.map((name) => readFileSync(path.join(target, name)).length));
    expect(sizes.size).toBe(3);
  });

  test('can be one of all', async () => {
    const sheet = await make('sheet.png', ['harbour', '--contact-sheet']);
    expect(sheet.readUInt32BE(PNG_SIZE)).toBeGreaterThan(1500);
    expect(sheet.readUInt32BE(PNG_SIZE + 4)).toBeLessThan(700);
    const long = await make('long.png', ['long', '--contact-sheet']);
    expect(long.readUInt32BE(PNG_SIZE)).toBe(sheet.readUInt32BE(PNG_SIZE));
  });
});

describe('PowerPoint', () => {
  let parts: Map<string, string>;
  beforeAll(async () => {
    const bytes = await make('talk.pptx', ['notes']);
    const again = await make('again.pptx', ['notes']);
    expect(again.equals(bytes)).toBe(true);
    const { files } = await JSZip.loadAsync(bytes);
    const texts = Object.keys(files).map(
      async (name) => [name, (await files[name]?.async('text')) ?? ''] as const,
    );
    parts = new Map(await Promise.all(texts));
  });

  const part = (name: string): string => parts.get(`ppt/${name}`) ?? '';

  test('has text that can be edited, with titles, bullets and links', () => {
    expect(part('slides/slide1.xml')).toMatch(/<p:ph type="title"\/>[^]*<a:t>Opening<\/a:t>/);
    expect(part('slides/_rels/slide1.xml.rels')).toContain('https://harbour.example/');
    expect(part('slides/slide2.xml').match(/<a:buChar/g)).toHaveLength(2);
    expect(part('slides/slide2.xml')).toContain('<a:t>Cutters</a:t>');
    expect(
      part('slides/slide2.xml').match(
        /<a:buClr><a:srgbClr val="[0-9A-F]{6}"\/><\/a:buClr><a:buSzPct/g,
      ),
    ).toHaveLength(2);
  });

  test('has the numbers that are written, and cells aligned as they are written', () => {
    const slide = part('slides/slide1.xml');
    const starts = [...slide.matchAll(/<a:buAutoNum[^>]*startAt="(\d+)"/g)].map(([, at]) => at);
    expect(starts).toEqual(['8', '8']);
    expect(slide).toContain('<a:t>10</a:t>');
    expect(slide).toMatch(/algn="r"[^]*<a:t>1<\/a:t>/);
  });

  test('has what CSS alone draws, such as the bar before a title', () => {
    const [before = '', after] = part('slides/slide2.xml').split('<p:ph type="title"/>');
    expect(after).toContain('<p:txBody>');
    expect(before).toMatch(/<a:prstGeom prst="rect">.*?<a:solidFill><a:srgbClr val="[0-9A-F]{6}"/);
  });

  test('has the speaker notes', () => {
    expect(part('notesSlides/notesSlide1.xml')).toContain('Say **nothing** of the weather.');
  });

  test('states the properties of a paragraph once, before its text', () => {
    for (const [name, text] of parts) {
      if (name.endsWith('.xml')) expect(text, name).not.toMatch(/<\/a:r><a:pPr/);
    }
  });

  test('says the day of the talk', () => {
    expect(parts.get('docProps/core.xml')).toContain('>2025-06-30T00:00:00Z<');
  });
});

describe('one HTML file', () => {
  let browser: Browser;
  let context: BrowserContext;
  const requests: string[] = [];
  beforeAll(async () => {
    await make('talk.html', ['notes', '--notes']);
    await make('harbour.html', ['harbour']);
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    await context.setOffline(true);
    context.on('request', (request) => requests.push(request.url()));
  });
  afterAll(() => browser.close());

  const open = async (name: string) => {
    const page = await context.newPage();
    await page.goto(`file://${path.join(folder, name)}`);
    await page.waitForSelector('html.deck[data-ready=""]', { state: 'attached' });
    return page;
  };

  test('opens from the disk with the network off, fonts, pictures and own styles in it', async () => {
    const page = await open('harbour.html');
    const fonts = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
    );
    expect(fonts.join()).toContain('IBM Plex Sans');
    const picture = page.locator('img').first();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
      0,
    );
    const colour = await page
      .locator('#title .slide-title')
      .evaluate((title) => getComputedStyle(title).color);
    expect(colour).toBe('rgb(0, 86, 156)');
    expect(requests.filter((url) => !/^(?:file|data):/.test(url))).toEqual([]);
  });

  test('ends with the sources', async () => {
    const page = await open('harbour.html');
    expect(await page.locator('section').last().getAttribute('id')).toBe('sources');
  });

  test('opens the window of the speaker, which follows', async () => {
    const page = await open('talk.html');
    const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
    await speaker.getByText('of the weather').waitFor();
    const quay = speaker.locator('img').first();
    expect(await quay.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await page.keyboard.press('PageDown');
    const current = speaker.frameLocator('.speaker-current');
    await current.locator('#boats.present').waitFor({ state: 'attached' });
    expect(requests.filter((url) => !/^(?:file|data|about):/.test(url))).toEqual([]);
  });

  test('holds no notes unless they are asked for', () => {
    expect(readFileSync(path.join(folder, 'harbour.html'), 'utf8')).not.toContain('Say where we');
    expect(readFileSync(path.join(folder, 'talk.html'), 'utf8')).toContain('of the weather');
  });
});

describe('preflight', () => {
  const check = (words: string[]): Promise<Ended> =>
    callRostrum(['check', ...words], { cwd: folder });

  test('passes what we export', async () => {
    await make('checked.pdf', ['harbour', '--steps', '--notes', '--sources']);
    for (const name of ['checked', 'handout', 'two', 'four', 'six']) {
      const ended = await check(['--pdf', `${name}.pdf`]);
      expect(ended, name).toMatchObject({ code: 0, err: 'No problems.\n' });
    }
  });

  test('says what is wrong with the command, or with the file', async () => {
    expect((await check(['--pdf', 'none.pdf'])).code).toBe(2);
    expect((await check(['--pdf', 'talk.html', '--venue', 'bb'])).err).toContain(
      'Did you mean "bbb"?',
    );
    const ended = await check(['--pdf', 'talk.html']);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('The file cannot be read as a PDF.');
  });
});

describe('what goes wrong', () => {
  test('is reported before any work is done', async () => {
    const ended = await run(['harbour', '-f', 'md', '--steps']);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('--steps means nothing to the format "md".');
    expect((await run(['harbour', '--range', '99'])).err).toContain('numbered 1 to 5');
  });

  test('writes everything with the option to go on', async () => {
    const root = path.join(folder, 'bad');
    mkdirSync(path.join(root, 'slides/talks'), { recursive: true });
    const text =
      '---\ntitle: Bad\ndate: 2024-01-01\n---\n\n# Good\n\n---\n\n# {{ missing.value }}\n';
    writeFileSync(path.join(root, 'slides/talks/bad.md'), text);
    const ended = await run(['bad', '--keep-going'], root);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('"bad" has errors, which show on its slides: 1 error.');
    expect((await readPdf(readFileSync(path.join(root, 'bad.pdf')))).pages).toHaveLength(2);
  });

  test('names what is not drawn, and writes the rest with the option to go on', async () => {
    const root = path.join(folder, 'broken');
    mkdirSync(path.join(root, 'slides/talks'), { recursive: true });
    const text = '---\ntitle: Bad\ndate: 2024-01-01\n---\n\n# A picture\n\n![Broken](broken.png)\n';
    writeFileSync(path.join(root, 'slides/talks/bad.md'), text);
    writeFileSync(path.join(root, 'slides/talks/broken.png'), 'BM, and no picture');
    expect(await run(['bad', '-f', 'png'], root)).toMatchObject({ code: 1, out: '' });
    for (const [words, name] of [
      [[], 'bad.pdf'],
      [['-f', 'handout'], 'bad-handout.pdf'],
      [['-f', 'png'], 'bad-slides'],
      [['-f', 'pptx'], 'bad.pptx'],
    ] as const) {
      expect(readdirSync(root)).not.toContain(name);
      const ended = await run(['bad', ...words, '--keep-going'], root);
      expect(ended.code).toBe(1);
      expect(ended.err).toContain('slide a-picture: picture');
      expect(readdirSync(root)).toContain(name);
    }
  });
});

test('backgrounds of slides are backgrounds in PowerPoint: a colour as one, a gradient as a picture', async () => {
  const { files } = await JSZip.loadAsync(await make('grounds.pptx', ['grounds', '-f', 'pptx']));
  const read = (slide: number) => files[`ppt/slides/slide${slide}.xml`]?.async('text');
  expect(await read(1)).toMatch(/<p:bg>.*<a:srgbClr val="203040"\/>.*<\/p:bg>/);
  expect(await read(2)).toMatch(/<p:bg>.*<a:blipFill.*<\/p:bg>/);
});
