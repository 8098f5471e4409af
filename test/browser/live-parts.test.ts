import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openLiveStage, sendJson, type LivePage, type LiveStage } from '../support/live.ts';

const HOUR = 3_600_000;
/** When the talks are built: 36 hours are known, the newest row is ten minutes old. */
const BUILT = Date.parse('2026-03-20T12:10:00Z');
const hourAt = (index: number): string =>
  new Date(Date.parse('2026-03-19T01:00:00Z') + index * HOUR).toISOString().slice(0, 16);
const rows = Array.from({ length: 36 }, (_, index) => ({ time: hourAt(index), n: index + 1 }));

function dataset(known: readonly object[], live = true): string {
  const sources = { s: { name: 'Sensor' } };
  const head = { title: 'Readings', key: 'time', sources };
  return JSON.stringify({ ...head, ...(live && { live: { interval: '10min' } }), rows: known });
}

function talk(data: string): string {
  const chart = (keys: string): string =>
    `\`\`\`chart\ndata: ${data}\ntype: line\nx: time\ny: n\n${keys}\n\`\`\`\n`;
  return [
    '---\ntitle: Parts\ntimezone: UTC\n---\n\n# The last hours\n',
    chart('last: 24h'),
    '---\n\n# By day\n',
    chart('every: day\ntake: sum'),
    `\`\`\`table\ndata: ${data}\nevery: day\ntake: count\ncolumns: [asOf, count]\n\`\`\`\n`,
  ].join('\n');
}

let stage: LiveStage;

beforeAll(async () => {
  vi.useFakeTimers({ now: BUILT, toFake: ['Date'] });
  stage = await openLiveStage(
    () => ({
      'slides/talks/live.md': talk('readings'),
      'slides/talks/still.md': talk('recorded'),
      'data/readings.json': dataset(rows),
      'data/recorded.json': dataset(rows, false),
    }),
    { asOf: undefined, offline: false },
  );
  vi.useRealTimers();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Opens a talk a while after it was built. */
async function openAt(address: string, minutes: number, known: readonly object[] = rows) {
  const prepare: NonNullable<Parameters<LiveStage['open']>[2]>['prepare'] = (page) =>
    page.clock.install({ time: BUILT + minutes * 60_000 });
  const handlers = { '/data/readings.json': sendJson(dataset(known)) };
  return stage.open(address, handlers, { prepare });
}

/** Returns what the tables of a page say: the first and last row of the window, and the days with their sums and counts. */
async function read({ page }: LivePage): Promise<unknown[]> {
  return page.evaluate(() => {
    const cells = (root: Element): string[] =>
      [...root.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map(({ textContent }) => textContent.trim()).join(' '),
      );
    const [hours = [], days = []] = [...document.querySelectorAll('.chart-data')].map(cells);
    const table = document.querySelector('.block-table');
    return [hours[0], hours.at(-1), hours.length, days, table ? cells(table) : null];
  });
}

const SUMS = ['19 March 2026 276', '20 March 2026 390'];
const COUNTS = ['19 March 2026 23', '20 March 2026 13'];

test('without live data, a window ends with what was known when the talk was built', async () => {
  const opened = await openAt('still/', 180);
  const built = ['19 March 2026 13:00 13', '20 March 2026 12:00 36', 24, SUMS, COUNTS];
  expect(await read(opened)).toEqual(built);
  await opened.page.clock.fastForward('02:00:00');
  expect(await read(opened)).toEqual(built);
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('live, a window moves with the clock when nothing new comes', async () => {
  const opened = await openAt('live/', 180);
  await expect
    .poll(() => read(opened))
    .toEqual(['19 March 2026 16:00 16', '20 March 2026 12:00 36', 21, SUMS, COUNTS]);
  await opened.page.clock.fastForward('02:00:00');
  await expect
    .poll(() => read(opened))
    .toEqual(['19 March 2026 18:00 18', '20 March 2026 12:00 36', 19, SUMS, COUNTS]);
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('live, a row that arrives changes its hour and its day', async () => {
  const opened = await openAt('live/', 0);
  const more = [...rows, { time: hourAt(36), n: 100 }];
  opened.handlers['/data/readings.json'] = sendJson(dataset(more));
  await opened.page.clock.fastForward('01:00:00');
  const sums = [SUMS[0], '20 March 2026 490'];
  const counts = [COUNTS[0], '20 March 2026 14'];
  await expect.poll(async () => (await read(opened))[1]).toBe('20 March 2026 13:00 100');
  // What is out of sight is drawn when it is shown.
  await opened.page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await read(opened)).slice(3)).toEqual([sums, counts]);
  expect(opened.errors).toEqual([]);
  await opened.close();
});
