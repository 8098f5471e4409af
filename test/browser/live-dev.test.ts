import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/deck.ts';

const TALK = `---
title: Live
---

# First

---

# Numbers

- one <!-- .element: class="fragment" -->
- {{ people.count }} people <!-- .element: class="fragment" -->

\`\`\`chart
data: people
type: column
x: asOf
y: count
\`\`\`

\`\`\`table
data: people
columns: [asOf, count]
\`\`\`
`;

function peopleWith(count: number): string {
  const rows = [
    { asOf: '2024-01-01', count: 10, source: 'us' },
    { asOf: '2025-01-01', count, source: 'us' },
  ];
  const sources = { us: { name: 'Us', url: 'https://example.org/' } };
  return JSON.stringify({ title: 'People', sources, live: { interval: '1s' }, rows }, null, 2);
}

const recipeFor = (url: string): string => `import { defineDataset, v } from 'rostrum';
export default defineDataset({
  schema: v.object({ asOf: v.string(), count: v.number() }),
  refresh: {
    id: 'us',
    source: { name: 'Us', url: 'https://example.org/', licence: 'MIT' },
    minInterval: '1min',
    updatePeriod: '1d',
    staleAfter: '1y',
    ask: { url: '${url}', format: 'json' },
    parse: ({ answer }, { today }) => ({ rows: [{ asOf: today, count: answer.count }] }),
  },
});
`;

let source: Server;
let stage: Stage;
let asked = 0;

beforeAll(async () => {
  source = createServer((_request, response) => {
    asked += 1;
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"count": 77}');
  });
  await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(source.address() as AddressInfo).port}/`;
  stage = await openStage({
    'slides/talks/edited.md': TALK,
    'slides/talks/asked.md': TALK.replaceAll('people.', 'crowd.').replaceAll(
      'data: people',
      'data: crowd',
    ),
    'data/people.json': peopleWith(20),
    'data/crowd.json': peopleWith(20),
    'data/crowd.ts': recipeFor(url),
    'slides/talks/keyed.md': TALK.replaceAll('people.', 'secret.').replaceAll(
      'data: people',
      'data: secret',
    ),
    'data/secret.json': peopleWith(20),
    'data/secret.ts': recipeFor(url).replace('ask:', "needs: ['NO_SUCH_KEY'],\n    ask:"),
  });
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
  source.close();
});

test('a changed file moves value, chart and table of an open page, and neither slide nor step', async () => {
  const page = await stage.open('edited/#/numbers/0');
  await page.locator('#numbers [data-live="live"]').first().waitFor();
  const other = await stage.open('edited/#/numbers/1');
  const chart = page.locator('rostrum-chart');
  await chart.evaluate((element) => element.setAttribute('data-kept', ''));
  stage.write('data/people.json', peopleWith(355));
  await chart.locator('svg').getByText('355').waitFor();
  await page.locator('#numbers rostrum-value', { hasText: '355' }).waitFor({ state: 'attached' });
  await page.locator('#numbers .block-table td', { hasText: '355' }).waitFor();
  expect(page.url()).toMatch(/#\/numbers\/0$/);
  expect(await page.locator('#numbers .fragment.visible').count()).toBe(1);
  expect(await page.locator('#numbers [data-live="live"]').count()).toBe(2);
  // Every open page follows.
  await other.locator('rostrum-chart svg').getByText('355').waitFor();
  await other.locator('#numbers rostrum-value', { hasText: '355' }).waitFor();
  await other.context().close();
  await page.context().close();
});

test('the dev server asks the source of a live dataset, and what it says reaches the page', async () => {
  const page = await stage.open('asked/#/numbers/1');
  await page.locator('#numbers svg').getByText('77').waitFor({ timeout: 20_000 });
  await page.locator('#numbers rostrum-value', { hasText: '77' }).waitFor();
  await page.locator('#numbers .block-table td', { hasText: '77' }).waitFor();
  expect(asked).toBe(1);
  expect(await page.locator('#numbers .fragment.visible').count()).toBe(2);
  await page.keyboard.press('l');
  await page.locator('#numbers [data-live="as-of"]').first().waitFor();
  await page.context().close();
});

test('a source that cannot be asked from here is not called lost', async () => {
  const before = asked;
  const page = await stage.open('keyed/#/numbers/1');
  await page.waitForTimeout(2500);
  const marks = await page
    .locator('#numbers [data-live]')
    .evaluateAll((elements) => elements.map((element) => (element as HTMLElement).dataset['live']));
  expect(new Set(marks)).toEqual(new Set(['stale']));
  expect(asked).toBe(before);
  await page.context().close();
});

test('started offline, it asks no source, and pages say nothing of live data', async () => {
  const before = asked;
  const files = {
    'slides/talks/asked.md': TALK.replaceAll('people', 'crowd'),
    'data/crowd.json': peopleWith(20),
    'data/crowd.ts': recipeFor(`http://127.0.0.1:${(source.address() as AddressInfo).port}/`),
  };
  await using offline = await openStage(files, { offline: true });
  const page = await offline.open('asked/#/numbers/1');
  await page.waitForTimeout(2500);
  expect(asked).toBe(before);
  expect(await page.locator('[data-live]').count()).toBe(0);
  expect(await page.locator('#numbers rostrum-value').textContent()).toBe('20');
});
