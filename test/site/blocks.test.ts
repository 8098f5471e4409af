import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { ALL_BLOCKS } from '../support/blocks.ts';
import { launchBrowser, openDrawn, watchPage } from '../support/browser.ts';
import { makeProject } from '../support/project.ts';
import { serveSite, type ServedSite } from '../support/site.ts';

/** The body of each block, and a row of its dataset where it reads one. */
const EXAMPLES: Record<string, { body?: string; row?: object }> = {
  chart: { body: 'type: bar\ny: count\nlabel: name', row: { name: 'first', count: 5 } },
  figure: { body: 'value: count', row: { name: 'first', count: 5 } },
  table: { body: 'columns: [name]', row: { name: 'first' } },
  timeline: {
    body: 'from: "6.10"\ncadence: 9w',
    row: { version: '6.10', released: '2024-01-01', highlights: ['first'] },
  },
  names: { row: { name: 'first' } },
  'kernel-timeline': {
    body: 'from: "6.10"',
    row: { version: '6.10', released: '2024-01-01', highlights: ['first'] },
  },
  maintainers: { row: { key: 'L', value: 'first' } },
  commits: { row: { id: 'abcdef012345', subject: 'first', url: 'https://example.org/' } },
  schedule: { row: { room: 'Hall', start: '10:00', end: '11:00', title: 'first', speakers: [] } },
  logos: { row: { name: 'first', icon: null, url: 'https://example.org/' } },
  tree: { body: 'trees: [{ label: first, boxes: [{ label: box }] }]' },
};
const TIMEOUT_MS = 15_000;
const NAMES = ALL_BLOCKS.map(({ name }) => name);
/** Blocks that a script draws; the others are complete as they are compiled. */
const DRAWN = ALL_BLOCKS.filter(({ element }) => element !== undefined).map(({ name }) => name);
const SVG = ['chart', 'timeline'];
/** Blocks that read data: each follows live data. */
const LIVE = NAMES.filter((name) => EXAMPLES[name]?.row);

function toTalk(names: readonly string[]): string {
  const slides = names.map((name) => {
    const { body = '', row } = EXAMPLES[name] ?? {};
    return `## A ${name}\n\n\`\`\`${name}\n${row ? `data: ${name}\n` : ''}${body}\n\`\`\`\n`;
  });
  return `---\ntitle: Talk\n---\n\n${slides.join('\n---\n\n')}`;
}

/** A dataset of one row, and of a later edition of it with other words. */
function toDataset(name: string, { word = 'first', live = false } = {}): string {
  const row = JSON.stringify(EXAMPLES[name]?.row ?? {});
  const toEdition = (asOf: string, text: string): object => ({ asOf, rows: [JSON.parse(text)] });
  const next = row.replace('first', word).replace('5', '7777');
  const editions = [toEdition('2024-01-01', row), toEdition('2024-02-01', next)];
  return JSON.stringify({
    title: name,
    sources: { us: { name: 'Us', url: 'https://example.org/' } },
    ...(live ? { live: { interval: '1s' } } : {}),
    editions: word === 'first' ? editions.slice(0, 1) : editions,
  });
}

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

/** Builds talks of blocks, by name, and opens each of them. */
async function serveTalks(
  talks: Record<string, readonly string[]>,
  isLive: boolean,
): Promise<ServedSite> {
  const data = NAMES.filter((name) => EXAMPLES[name]?.row).map((name) => [
    `data/${name}.json`,
    toDataset(name, { live: isLive }),
  ]);
  const slides = Object.entries(talks).map(([talk, names]) => [
    `slides/talks/${talk}.md`,
    toTalk(names),
  ]);
  const { root } = makeProject(Object.fromEntries([...data, ...slides]) as Record<string, string>);
  return serveSite(root, 'build');
}

async function expectDrawn({ base }: ServedSite, talk: string, names: readonly string[]) {
  await using watched = await watchPage(browser);
  const { page, troubles } = watched;
  page.setDefaultTimeout(TIMEOUT_MS);
  expect(await openDrawn(page, `${base}${talk}/`), talk).toBe('');
  for (const [index, name] of names.entries()) {
    const element = DRAWN.includes(name) ? `rostrum-${name}:defined` : '[data-block]';
    // What is out of sight is drawn when it comes near.
    const drawing = index === 0 && SVG.includes(name) ? ' svg' : '';
    await page.locator(`#a-${name} ${element}${drawing}`).first().waitFor({ state: 'attached' });
  }
  expect(troubles, talk).toEqual([]);
}

/** Every choice of the blocks that a script draws; the others have no part in what a build leaves out. */
const SUBSETS = Array.from({ length: 2 ** DRAWN.length }, (_, subset) =>
  DRAWN.filter((_name, index) => subset & (1 << index)),
);

test.each(SUBSETS.map((names) => [names.join(' and ') || 'nothing', names] as const))(
  'a build that draws %s shows each block of its talks',
  async (_, drawn) => {
    const still = NAMES.filter((name) => !DRAWN.includes(name));
    const talks = { still, mixed: [...drawn, ...still], ...(drawn.length > 0 ? { drawn } : {}) };
    await using site = await serveTalks(talks, false);
    for (const [talk, names] of Object.entries(talks)) await expectDrawn(site, talk, names);
  },
);

test.each(LIVE)('a %s alone follows live data in a build', async (name) => {
  await using site = await serveTalks({ live: [name] }, true);
  await using watched = await watchPage(browser);
  const { page, troubles } = watched;
  page.setDefaultTimeout(TIMEOUT_MS);
  const body = toDataset(name, { word: 'second', live: true });
  await page.route('**/data/*.json', (route) =>
    route.fulfill({ contentType: 'application/json', body }),
  );
  await page.goto(`${site.base}live/`);
  const block = page.locator('[data-block]', { hasText: /second|7.?777/ });
  await block.waitFor({ state: 'attached' });
  expect(troubles).toEqual([]);
});
