import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import JSZip from 'jszip';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openDrawn, watchPage } from '../support/browser.ts';
import { readPdf } from '../support/pdf.ts';
import { makeProject, openProjectFolder, type TemporaryProject } from '../support/project.ts';
import { watchDev } from '../support/package.ts';
import { runRostrum } from '../support/run.ts';
import { serveFiles } from '../support/site.ts';

const DOCS = path.resolve(import.meta.dirname, '../../docs/blocks.md');
const BIN = path.resolve(import.meta.dirname, '../../bin/rostrum.mjs');
const EXAMPLE = /`([\w./-]+)`:\n\n```\w+\n([^]*?)```/g;

const toData = (first: number): string =>
  JSON.stringify({
    title: 'Boats',
    key: 'name',
    live: { interval: '1s' },
    sources: { us: { name: 'Us', url: 'https://example.org/' } },
    editions: [
      {
        asOf: '2024-01-01',
        rows: [
          { name: 'Red', count: first },
          { name: 'Blue', count: 9 },
        ],
      },
    ],
  });

const talkOf = (slides: string): string => `---\ntitle: A talk\n---\n\n${slides}`;

const FILES: Record<string, string> = {
  ...(Object.fromEntries(
    [...readFileSync(DOCS, 'utf8').matchAll(EXAMPLE)].map(([, file, text]) => [file, text]),
  ) as Record<string, string>),
  'slides/talks/own.md': talkOf(`# Own

\`\`\`tally
data: boats
steps: true
\`\`\`

---

# Roll

\`\`\`roll
data: boats
\`\`\`
`),
  'slides/talks/plain.md': talkOf('# Plain\n\nWords.\n'),
  'data/boats.json': toData(4),
};

let project: TemporaryProject;
let browser: Browser;
beforeAll(async () => {
  project = openProjectFolder(FILES);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(project.root, { recursive: true, force: true });
});

const run = (words: string[], cwd = project.root) => runRostrum(words, { cwd });
const readLabels = (page: Page) => page.locator('rostrum-tally svg text').allTextContents();

test('the documentation shows the whole example', () => {
  expect(Object.keys(FILES)).toEqual(
    expect.arrayContaining(['vite.config.ts', 'blocks/tally.ts', 'blocks/tally-element.ts']),
  );
});

test('a build draws the block, follows live rows, and leaves it out where no slide shows it', async () => {
  const { code, err } = await run(['build', '-o', 'built']);
  expect(code, err).toBe(0);
  await using site = await serveFiles(path.join(project.root, 'built'));
  await using watched = await watchPage(browser);
  const { page, troubles } = watched;
  expect(await openDrawn(page, `${site.base}own/`)).toBe('');
  expect(await readLabels(page)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => readLabels(page)).toEqual(['Red: 4']);
  await page.route('**/data/boats.json', (route) =>
    route.fulfill({ contentType: 'application/json', body: toData(7777) }),
  );
  await expect.poll(() => readLabels(page)).toEqual(['Red: 7777']);
  await page.locator('.block-roll', { hasText: 'Red, Blue' }).waitFor({ state: 'attached' });
  const fill = await page
    .locator('rostrum-tally rect')
    .first()
    .evaluate((bar) => getComputedStyle(bar).fill);
  expect(fill).not.toBe('rgb(0, 0, 0)');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  expect(await openDrawn(page, `${site.base}plain/`)).toBe('');
  expect(requests.filter((url) => /tally|roll/.test(url))).toEqual([]);
  expect(troubles).toEqual([]);
});

test('exports show what the browser shows', async () => {
  const make = (format: string) => run(['export', 'own', '-f', format, '-o', `own.${format}`]);
  // The PDF and the PowerPoint file are made with the same client, which is built once.
  const [pdfMade, htmlMade] = await Promise.all([make('pdf'), make('html')]);
  const made = [pdfMade, await make('pptx'), htmlMade];
  expect(made.map(({ code, err }) => (code === 0 ? '' : err))).toEqual(['', '', '']);
  const read = (file: string) => readFileSync(path.join(project.root, file));
  const pdf = await readPdf(read('own.pdf'));
  expect(pdf.pages[0]?.text).toContain('Blue: 9');
  const pptx = await JSZip.loadAsync(read('own.pptx'));
  expect(Object.keys(pptx.files).filter((name) => name.endsWith('.svg'))).toHaveLength(1);
  await using watched = await watchPage(browser);
  await watched.page.goto(`file://${path.join(project.root, 'own.html')}?print`);
  await expect.poll(() => readLabels(watched.page)).toEqual(['Red: 4', 'Blue: 9']);
});

test('the check finds nothing wrong with it', async () => {
  const { code, err } = await run(['check']);
  expect(err).toMatch(/No problems\.\n$/);
  expect(code).toBe(0);
});

test('an element that was changed is exported as it is now', async () => {
  const own = makeProject(FILES);
  const element = FILES['blocks/tally-element.ts'] ?? '';
  const exportText = async (): Promise<string> => {
    const { code, err } = await run(['export', 'own', '-f', 'pdf', '-o', 'own.pdf'], own.root);
    expect(code, err).toBe(0);
    const pdf = await readPdf(readFileSync(path.join(own.root, 'own.pdf')));
    return pdf.pages[0]?.text ?? '';
  };
  await exportText();
  own.write('blocks/tally-element.ts', element.replace("${row['name']}: ", "${row['name']} has "));
  expect(await exportText()).toContain('Blue has 9');
});

test('an element that cannot be loaded shows why, and the check says so', async () => {
  const own = makeProject({
    ...FILES,
    'blocks/tally-element.ts': 'throw new Error("the element is broken");\nexport default 1;\n',
  });
  const { code, err } = await run(['check'], own.root);
  expect(code).toBe(1);
  expect(err).toContain('the element is broken');
});

test('a page of the dev server follows the files of the block, which share its engine', async () => {
  const own = makeProject(FILES);
  await using dev = await watchDev(spawn(process.execPath, [BIN, 'dev'], { cwd: own.root }));
  await using watched = await watchPage(browser);
  const { page, troubles } = watched;
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  expect(await openDrawn(page, `${dev.base}own/`)).toBe('');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => readLabels(page)).toEqual(['Red: 4']);
  own.write('data/boats.json', toData(5));
  await expect.poll(() => readLabels(page)).toEqual(['Red: 5']);
  await page.keyboard.press('End');
  await page.waitForSelector('#roll.present');
  own.write('data/boats.json', toData(6).replace('Blue', 'Green'));
  await page.locator('.block-roll', { hasText: 'Red, Green' }).waitFor();
  expect(requests).toContain('/blocks/tally-element.ts');
  expect(await openDrawn(page, `${dev.base}own/?print`)).toBe('');
  expect(await readLabels(page)).toEqual(['Red: 6', 'Green: 9']);
  const element = FILES['blocks/tally-element.ts'] ?? '';
  own.write('blocks/tally-element.ts', element.replace("${row['name']}: ", "${row['name']} has "));
  await expect.poll(() => readLabels(page).catch(() => [])).toEqual(['Red has 6', 'Green has 9']);
  expect(troubles).toEqual([]);
});

test('the dev server gives the files of the block and what they import, and no other of the project', async () => {
  const own = makeProject({ ...FILES, 'blocks/secret.ts': 'export const secret = 1;\n' });
  await using dev = await watchDev(
    spawn(process.execPath, [BIN, 'dev', '--offline'], { cwd: own.root }),
  );
  await using watched = await watchPage(browser);
  const { page, troubles } = watched;
  expect(await openDrawn(page, `${dev.base}own/?print`)).toBe('');
  expect(await readLabels(page)).toEqual(['Red: 4', 'Blue: 9']);
  expect(troubles).toEqual([]);
  expect((await fetch(`${dev.base}blocks/secret.ts`)).status).not.toBe(200);
  expect((await fetch(`${dev.base}vite.config.ts`)).status).not.toBe(200);
});
