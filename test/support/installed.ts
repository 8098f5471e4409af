import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDrawn, watchPage } from './browser.ts';
import { checkTypes, runInstalled, startDev, type Installed } from './package.ts';
import { serveFiles } from './site.ts';

const TALK = 'slides/talks/my-first-talk.md';
const ADDRESS = 'my-first-talk/';

const STRICT = {
  compilerOptions: {
    module: 'nodenext',
    target: 'es2023',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  },
  include: ['data', '*.ts'],
};

const BLOCKS = `import { defineBlock, defineConfig, html, rostrum, v } from 'rostrum';

export const greeting = defineBlock({
  name: 'greeting',
  about: 'Greets.',
  schema: v.object({ name: v.string() }),
  compile: ({ name }) => ({ html: html\`<p>\${name}</p>\`.markup, steps: 0, text: name, uses: [] }),
});

// @ts-expect-error Types that are not found would take any value.
export const plugins = rostrum({ blocks: 3 });

export const config = defineConfig({ plugins: [rostrum({ blocks: [greeting] })] });
`;

/** A talk with a block of the kernel's, its data, and a recipe that reads one of its sources. */
const KERNEL: Record<string, string> = {
  'vite.config.ts': `import { defineConfig, rostrum } from 'rostrum';
import { kernelBlocks } from 'rostrum/kernel';

export default defineConfig({ plugins: [rostrum({ blocks: kernelBlocks })] });
`,
  'slides/talks/kernel.md':
    '---\ntitle: Kernel\n---\n\n# Commits\n\n```commits\ndata: fixes\n```\n',
  'data/fixes.json': JSON.stringify({
    title: 'Fixes',
    key: 'id',
    live: { interval: '1s' },
    sources: { us: { name: 'Us', url: 'https://example.org/' } },
    rows: [{ id: 'abcdef012345', subject: 'rust: fix it', source: 'us' }],
  }),
  'data/fixes.ts': `import { defineDataset, v } from 'rostrum';
import { readMaintainersEntry, type MaintainersLine } from 'rostrum/kernel';

export const lines: MaintainersLine[] = readMaintainersEntry('RUST\\nM:\\tA <a@example.org>', 'RUST');
// @ts-expect-error A line has no such key.
export const none = lines[0]?.none;

export default defineDataset({ schema: v.object({ id: v.string(), subject: v.string() }) });
`,
};

/** What the tests of an installed package work with; both are there when the first of them begins. */
export interface InstalledTools {
  installed(): Installed;
  browser(): Browser;
}

/** Registers the tests of an installed package, in the order in which a new user comes to each. */
export function testInstalled(name: string, { installed, browser }: InstalledTools): void {
  const run = (...words: string[]) => runInstalled(installed(), words);
  const fileOf = (file: string): string => path.join(installed().root, file);

  test(`${name}: init writes a project`, async () => {
    const { code, err } = await run('init', '--yes', '--no-install');
    expect(code, err).toBe(0);
    expect(existsSync(fileOf(TALK))).toBe(true);
  });

  test(`${name}: check finds nothing wrong, in the browser as well`, async () => {
    const { code, err } = await run('check');
    expect(err).toMatch(/(?:^|\n)No problems\.\n$/);
    expect(code).toBe(0);
  });

  test(`${name}: build writes a site that is drawn below a path`, async () => {
    const { code, err } = await run('build');
    expect(code, err).toBe(0);
    await using site = await serveFiles(fileOf('dist'));
    await expectDeck(browser(), site.base);
  });

  test(`${name}: dev shows the talk, and follows what is saved`, async () => {
    await using dev = await startDev(installed());
    await using watched = await watchPage(browser());
    const { page, troubles } = watched;
    await openDrawn(page, `${dev.base}${ADDRESS}`);
    expect(await page.locator('section.slide').count()).toBe(8);
    // The package brings what pages load; nothing is built for the first one.
    const [client = ''] = readdirSync(fileOf('node_modules/rostrum/dist/client'));
    const script = page.locator('script[src*="/@rostrum/"]');
    expect(await script.getAttribute('src')).toContain(`/${client}/`);
    await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
    const text = readFileSync(fileOf(TALK), 'utf8');
    writeFileSync(fileOf(TALK), `${text.trimEnd()}\n\n---\n\n## A slide that was added\n\nText.\n`);
    await page.locator('#a-slide-that-was-added').waitFor({ state: 'attached' });
    expect(await page.locator('html[data-kept]').count()).toBe(1);
    expect(troubles).toEqual([]);
  });

  test(`${name}: export writes a PDF`, async () => {
    const { code, err } = await run('export');
    expect(code, err).toBe(0);
    expect(readFileSync(fileOf('my-first-talk.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test(`${name}: data status lists the dataset`, async () => {
    const { code, out, err } = await run('data', 'status');
    expect(code, err).toBe(0);
    expect(out).toContain('co2');
  });

  test(`${name}: a project that names the blocks of rostrum/kernel shows them`, async () => {
    for (const [file, text] of Object.entries(KERNEL)) writeFileSync(fileOf(file), text);
    const { code, err } = await run('build', '-o', 'built');
    expect(code, err).toBe(0);
    await using site = await serveFiles(fileOf('built'));
    await using watched = await watchPage(browser());
    const { page, troubles } = watched;
    expect(await openDrawn(page, `${site.base}kernel/`)).toBe('');
    const commit = page.locator('.block-commits .commit');
    expect(await commit.evaluate((item) => getComputedStyle(item).display)).toBe('grid');
    const next = KERNEL['data/fixes.json']?.replace('fix it', 'fix it again') ?? '';
    await page.route('**/data/fixes.json', (route) =>
      route.fulfill({ contentType: 'application/json', body: next }),
    );
    await page.locator('.commit', { hasText: 'fix it again' }).waitFor();
    expect(troubles).toEqual([]);
  });

  test(`${name}: the types serve a project of the strictest kind`, async () => {
    writeFileSync(fileOf('tsconfig.json'), JSON.stringify(STRICT));
    writeFileSync(fileOf('blocks.ts'), BLOCKS);
    expect(await checkTypes(installed())).toBe('');
  });
}

async function expectDeck(browser: Browser, base: string): Promise<void> {
  await using watched = await watchPage(browser);
  const { page, troubles } = watched;
  expect(await openDrawn(page, `${base}${ADDRESS}`)).toBe('');
  expect(await page.locator('section.slide').count()).toBe(8);
  expect(await page.locator('svg').count()).toBeGreaterThan(0);
  expect(troubles).toEqual([]);
}
