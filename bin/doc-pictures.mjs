/*
 * `npm run docs pictures`: draws the pictures of docs/ that show slides, from this repository's talks and from the samples of the pages
 * themselves. Beside them `shown.json` says what they show, by which a test knows when they are out of date.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chooseBrowser, withBrowser } from '../bench/browser.mjs';
import { writeEngine } from './engine.mjs';
import { writeThemePicture } from './theme-gallery.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURES = path.join(ROOT, 'docs/pictures');
const WIDTH = 1280;
/** Windows of the speaker's page, and the clock that it shows. */
const WINDOWS = {
  speaker: { width: 1280, height: 800 },
  'speaker-phone': { width: 390, height: 844 },
};
const MORNING = new Date('2026-10-05T09:12:00');

/** Draws the pictures again. */
export async function writePictures() {
  await drawSlide('figure', { root: ROOT, talk: 'lpc-2024', slide: 'mailing-list' });
  await drawLayout();
  await drawSpeaker();
  await writeThemePicture(path.join(PICTURES, 'themes.webp'));
  await writeShown();
}

/** Says beside the pictures what they show. */
async function writeShown() {
  const draft = path.join(ROOT, 'node_modules/.cache/rostrum/pictures');
  await writeEngine(draft, {}, { shown: 'test/support/shown.ts' });
  const { hashShown } = await import(pathToFileURL(path.join(draft, 'shown.mjs')).href);
  writeFileSync(path.join(PICTURES, 'shown.json'), `${JSON.stringify(hashShown(ROOT), null, 2)}\n`);
  rmSync(draft, { recursive: true });
}

/** Draws the speaker's page of a talk of the gallery, in its fifth minute. */
async function drawSpeaker() {
  const { default: sharp } = await import('sharp');
  const folder = mkdtempSync(path.join(ROOT, 'test/.picture-'));
  const file = path.join(folder, 'locks.html');
  try {
    exportTalk(['locks', '-f', 'html', '--notes', '-o', file], path.join(ROOT, 'site/gallery'));
    chooseBrowser();
    await withBrowser(async (browser) => {
      for (const [name, viewport] of Object.entries(WINDOWS)) {
        const context = await browser.newContext({ viewport, timezoneId: 'UTC', locale: 'en-GB' });
        await context.clock.install({ time: MORNING });
        const deck = await context.newPage();
        await deck.goto(pathToFileURL(file).href);
        await deck.locator('html[data-ready]').waitFor({ state: 'attached' });
        const [page] = await Promise.all([context.waitForEvent('page'), deck.keyboard.press('s')]);
        await page.setViewportSize(viewport);
        await page.locator('.speaker-current[src*="receiver"]').waitFor({ state: 'attached' });
        await page.keyboard.press('c');
        await context.clock.fastForward(137_000);
        for (const seconds of [40, 56, 35, 9]) {
          await deck.keyboard.press('ArrowRight');
          // The pictures follow with the time of the machine.
          await setTimeout(500);
          await context.clock.fastForward(seconds * 1000);
        }
        await setTimeout(1500);
        await sharp(await page.screenshot())
          .webp({ quality: 88 })
          .toFile(path.join(PICTURES, `${name}.webp`));
        await context.close();
      }
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function exportTalk(words, cwd) {
  const bin = path.join(ROOT, 'bin/rostrum.mjs');
  const { status } = spawnSync(process.execPath, [bin, 'export', ...words], {
    cwd,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Draws the sample of a layout in docs/theming.md. */
async function drawLayout() {
  const [, chapter = ''] = readFileSync(path.join(ROOT, 'docs/theming.md'), 'utf8').split(
    '## A layout of your own\n',
  );
  const [, options = ''] = /^```ts\n([^]*?)^```/m.exec(chapter) ?? [];
  const [, slide = ''] = /^```text\n([^]*?)^```/m.exec(chapter) ?? [];
  const root = mkdtempSync(path.join(ROOT, 'test/.picture-'));
  try {
    mkdirSync(path.join(root, 'slides/talks'), { recursive: true });
    const config = `import { defineLayout, rostrum } from 'rostrum';\n\nconst plugin = ${options}\nexport default { plugins: [plugin] };\n`;
    writeFileSync(path.join(root, 'vite.config.ts'), config);
    const head = '---\ntitle: A tunnel or a ferry\nevent: Town hall\n---\n\n';
    writeFileSync(path.join(root, 'slides/talks/crossing.md'), head + slide);
    await drawSlide('own-layout', { root, talk: 'crossing', slide: 'the-crossing' });
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function drawSlide(name, { root, talk, slide }) {
  const { default: sharp } = await import('sharp');
  const folder = mkdtempSync(path.join(ROOT, 'test/.picture-'));
  try {
    exportTalk([talk, '-f', 'png', '-r', `#${slide}`, '--scale', '2', '-o', folder], root);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const file = files.find((one) => one.endsWith('.png'));
    await sharp(path.join(folder, file))
      .resize(WIDTH)
      .webp({ quality: 88 })
      .toFile(path.join(PICTURES, `${name}.webp`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
