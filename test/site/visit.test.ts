import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openDrawn, watchPage, type TestBrowser } from '../support/browser.ts';
import { makeProject } from '../support/project.ts';
import { serveSite } from '../support/site.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const SCRIPT = /\.js$/;
const DATA = /^data\/[\w-]+\.json$/;

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>\n';
const slideWith = (name: string): string => `## ${name}\n\n![A square](../../assets/${name}.svg)\n`;
const PLAIN = {
  'slides/talks/plain.md': `# Plain\n\n---\n\n${['one', 'two', 'three', 'four'].map(slideWith).join('\n---\n\n')}`,
  ...Object.fromEntries(
    ['one', 'two', 'three', 'four'].map((name) => [
      `assets/${name}.svg`,
      PICTURE.replace('9 9', `9 ${name.length} ${name.charCodeAt(0)} 1`),
    ]),
  ),
};

/** What a page asks for until nothing more comes, and the scripts among it as a web server sends them. */
interface Visit {
  files: string[];
  /** Bytes of all scripts, each gzipped. */
  script: number;
}

/** The module of the bench that writes its decks. */
interface Bench {
  writeTalk(folder: string, name: string, size: number, dialect: string): void;
}

let browser: TestBrowser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

async function visit(base: string, talk: string, steps = 0): Promise<Visit> {
  await using watched = await watchPage(browser, { keepsTalk: true });
  const { page, troubles } = watched;
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const size = response.body().then((body) => gzipSync(body).length);
    size.catch(() => {});
    sizes.set(response.url().slice(base.length), size);
  });
  expect(await openDrawn(page, `${base}${talk}/`)).toBe('');
  const first = sizes.size;
  for (let step = 0; step < steps; step++) await page.keyboard.press('Space');
  if (steps > 0) await expect.poll(() => sizes.size).toBeGreaterThan(first);
  await page.waitForLoadState('networkidle');
  expect(troubles).toEqual([]);
  const files = [...sizes.keys()];
  const scripts = files.filter((file) => SCRIPT.test(file)).map((file) => sizes.get(file) ?? 0);
  return { files, script: (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0) };
}

describe('the first visit of a built talk', () => {
  test('with charts takes at most twelve files, and live data one more each', async () => {
    await using site = await serveSite(REPOSITORY, 'build');
    for (const talk of ['lpc-2024', 'kangrejos-2024']) {
      const { files, script } = await visit(site.base, talk);
      expect(files.length, files.join(' ')).toBeLessThanOrEqual(12);
      expect(script, talk).toBeLessThanOrEqual(75_000);
      expect(files.filter((file) => /\/(?:live|value|rows|table)-/.test(file))).toEqual([]);
    }
    const live = await visit(site.base, 'rust-for-linux-today');
    const own = live.files.filter((file) => !DATA.test(file));
    expect(own.length, own.join(' ')).toBeLessThanOrEqual(12);
    expect(live.script).toBeLessThanOrEqual(82_900);
  });

  test('without charts takes eight files, one script, and no picture of a far slide', async () => {
    const { root } = makeProject(PLAIN);
    await using site = await serveSite(root, 'build');
    const { files, script } = await visit(site.base, 'plain');
    const pictures = files.filter((file) => file.endsWith('.svg') && !file.includes('icon'));
    expect(pictures.map(nameOf)).toEqual(['one', 'two']);
    expect(files.length - pictures.length, files.join(' ')).toBeLessThanOrEqual(8);
    expect(files.filter((file) => SCRIPT.test(file))).toHaveLength(1);
    expect(script).toBeLessThanOrEqual(45_000);
  });

  test('costs a talk without parts of their own no bytes for them', async () => {
    const { root } = makeProject({ 'slides/talks/hello.md': '# Hello\n' });
    const { writeTalk } = (await import(path.join(REPOSITORY, 'bench/tools.mjs'))) as Bench;
    writeTalk(root, 'slides/talks/deck.md', 80, 'rostrum');
    await using site = await serveSite(root, 'build');
    const weigh = async (address: string): Promise<[text: string, bytes: number]> => {
      const text = await (await fetch(new URL(address, site.base))).text();
      return [text, gzipSync(text).length];
    };
    for (const [talk, bytes] of [
      ['hello', 1600],
      ['deck', 6700],
    ] as const) {
      const [page, ofPage] = await weigh(`${talk}/`);
      expect(ofPage, talk).toBeLessThanOrEqual(bytes);
      expect(page).not.toContain('<style');
      const [style, script] = [/<link rel="stylesheet" href="([^"]+)/, /<script [^>]*src="([^"]+)/];
      const ofFile = async (file: RegExp): Promise<number> =>
        (await weigh(`${talk}/${file.exec(page)?.[1] ?? ''}`))[1];
      expect(await ofFile(style)).toBeLessThanOrEqual(28_000);
      expect(await ofFile(script)).toBeLessThanOrEqual(39_600);
    }
  });

  test('brings the code of a kind of chart only to talks that draw one', async () => {
    const rows = '[{ "name": "a", "x": 1, "y": 2 }, { "name": "b", "x": 3, "y": 5 }]';
    const talk = (type: string): string => `# T\n\n\`\`\`chart\ndata: d\ntype: ${type}\n\`\`\`\n`;
    const { root } = makeProject({
      'data/d.json': `{ "title": "D", "key": "name", "sources": { "s": { "name": "S" } }, "rows": ${rows} }`,
      'slides/talks/plain-bars.md': talk('bar\ny: y'),
      'slides/talks/points.md': talk('scatter\nx: x\ny: y\nannotate: [{ value: 3, text: three }]'),
    });
    await using site = await serveSite(root, 'build');
    const own = /\/(?:scatter|notes|facets|heatmap|histogram|range|percent|across-axis)-/;
    const bars = await visit(site.base, 'plain-bars');
    expect(bars.files.filter((file) => own.test(file))).toEqual([]);
    const points = await visit(site.base, 'points');
    const found = points.files.filter((file) => own.test(file)).map((file) => own.exec(file)?.[0]);
    expect(found).toEqual(expect.arrayContaining(['/scatter-', '/notes-']));
    expect(found).not.toContain('/heatmap-');
  });

  test('brings the code of blocks as their slides come near, after a jump, and for the overview', async () => {
    const chart = '```chart\ndata: d\ntype: column\ny: n\n```\n';
    const slides = ['one', 'two', 'three', 'four'].map((name) => `## ${name}\n\nWords.\n`);
    const { root } = makeProject({
      'data/d.json':
        '{ "title": "D", "key": "name", "sources": { "s": { "name": "S" } }, "rows": [{ "name": "a", "n": 1 }, { "name": "b", "n": 2 }] }',
      'slides/talks/far.md': ['# Far\n', ...slides, `## five\n\n${chart}`].join('\n---\n\n'),
    });
    await using site = await serveSite(root, 'build');
    const drawn = '#five rostrum-chart svg .bar, #five rostrum-chart svg rect';
    for (const reach of ['Space', 'End', 'Escape']) {
      await using watched = await watchPage(browser);
      const { page, troubles } = watched;
      const files: string[] = [];
      page.on('request', (request) => files.push(request.url()));
      expect(await openDrawn(page, `${site.base}far/`)).toBe('');
      expect(files.filter((file) => file.includes('/chart-'))).toEqual([]);
      for (let times = reach === 'Space' ? 4 : 1; times > 0; times--)
        await page.keyboard.press(reach);
      await page.locator(drawn).first().waitFor({ state: 'attached' });
      expect(troubles).toEqual([]);
    }
  });

  test('brings the rules of pictures with a place of their own only to talks that have some', async () => {
    const { root } = makeProject({
      ...PLAIN,
      'slides/talks/words.md': '# Words\n\nand an ![inline](../../assets/one.svg "tip") picture\n',
    });
    await using site = await serveSite(root, 'build');
    const read = async (talk: string): Promise<string> =>
      (await fetch(`${site.base}${talk}/`)).text();
    expect(await read('words')).not.toMatch(/<style|alone|bleed/);
    expect(await read('plain')).toMatch(/<style>@layer [^<]*\.bleed/);
  });

  test('brings pictures as their slides come near', async () => {
    const { root } = makeProject(PLAIN);
    await using site = await serveSite(root, 'build');
    const { files } = await visit(site.base, 'plain', 1);
    expect(files.filter((file) => file.endsWith('.svg')).map(nameOf)).toContain('three');
    expect(files.map(nameOf)).not.toContain('four');
  });

  test('goes on without a network for who stays: all pictures and faces have come', async () => {
    const talk = `${PLAIN['slides/talks/plain.md']}\n---\n\n## Last\n\n\`a → b\`\n`;
    const { root } = makeProject({ ...PLAIN, 'slides/talks/plain.md': talk });
    await using site = await serveSite(root, 'build');
    await using watched = await watchPage(browser, { keepsTalk: true });
    const { page, troubles } = watched;
    const files: string[] = [];
    page.on('requestfinished', (request) => files.push(request.url().slice(site.base.length)));
    await page.clock.install();
    await openDrawn(page, `${site.base}plain/`);
    await page.waitForLoadState('networkidle');
    expect(files.join(' ')).not.toMatch(/four-|-Pi-|mono/);
    await page.clock.fastForward(11_000);
    await expect
      .poll(() => files.join(' '))
      .toMatch(/four-.*Mono-Regular-Pi-|Mono-Regular-Pi-.*four-/);
    await page.waitForFunction(() => document.fonts.status === 'loaded');
    await page.locator('html[data-offline]').waitFor({ state: 'attached' });
    await page.context().setOffline(true);
    await page.keyboard.press('End');
    await page.locator('#last.present').waitFor();
    expect(troubles).toEqual([]);
  });
});

test('a page of the dev server takes at most 24 files', async () => {
  await using site = await serveSite(REPOSITORY, 'dev');
  const { files } = await visit(site.base, 'lpc-2024');
  expect(files.length, files.join(' ')).toBeLessThanOrEqual(24);
});

/** Names of built files begin with what the file was called. */
function nameOf(file: string): string {
  return path.basename(file).split('-')[0] ?? '';
}
