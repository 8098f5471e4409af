import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UNSEEN } from '../support/browser.ts';
import type { OpenOptions } from '../support/deck.ts';
import {
  CORS,
  openLiveStage,
  sendJson,
  untilFound,
  type Handler,
  type LivePage,
  type LiveStage,
} from '../support/live.ts';

const ROWS = [
  { asOf: '2024-01-01', people: 10 },
  { asOf: '2025-01-01', people: 20 },
];

function datasetOf(live: object, rows: readonly object[] = ROWS): string {
  const sources = { us: { name: 'Us', url: 'https://example.org/' } };
  return JSON.stringify({ title: 'People', unit: 'people', sources, live, rows });
}

const CHART = (data: string): string =>
  `\`\`\`chart\ndata: ${data}\ntype: column\nx: asOf\ny: people\n\`\`\`\n`;

const TALK = `---
title: Live
---

# Numbers

We are {{ beside.people }}, far away {{ far.people }}, and told {{ told.people }}.

${CHART('far')}

---

# Points

- one <!-- .element: class="fragment" -->
- two, and {{ far.people }} <!-- .element: class="fragment" -->

---

# Table

\`\`\`table
data: beside
columns: [asOf, people]
\`\`\`

---

# Texts

\`\`\`chart
data: beside
type: column
x: asOf
y: people
title: "Far away {{ far.people }}"
\`\`\`

\`\`\`names
data: beside
column: asOf
more: "and {{ far.people }} far away"
\`\`\`

Far away they {{ far.people | growth 1y | words }}.

---

# Beside

${CHART('beside')}

---

# Told

\`\`\`figure
data: told
value: people
\`\`\`
`;

const STREAMED = `---
title: Streamed
---

# Flow

{{ told.people }}

${CHART('told')}

---

# Elsewhere
`;

const TOOLS = `---
title: Tools
---

# Tools

\`\`\`table
data: tools
columns: [name, version]
\`\`\`
`;

const VALUES = `---
title: Values
---

# Only a value {{ fixed.people }}

---

# Lost {{ gone.people }}
`;

/** A series that is edited by hand, with a correction that may be taken back. */
function fixedOf(...rows: object[]): string {
  const first = { asOf: '2025-01-01', people: 5, retrieved: '2025-01-01' };
  return datasetOf({ interval: '1s' }, [first, ...rows]);
}

const FIXED = [
  { asOf: '2025-02-01', people: 6, retrieved: '2025-02-01' },
  { asOf: '2025-02-01', people: 8, since: '2025-03-01', retrieved: '2025-03-01' },
];

/** A table as it stood on some days. */
function toolsOf(editions: Record<string, string[]>): string {
  const sources = { us: { name: 'Us', url: 'https://example.org/' } };
  return JSON.stringify({
    title: 'Tools',
    key: 'name',
    sources,
    live: { interval: '1s' },
    editions: Object.entries(editions).map(([asOf, versions]) => ({
      asOf,
      source: 'us',
      rows: versions.map((version, index) => ({ name: `tool ${index}`, version })),
    })),
  });
}

const FIRST_TOOLS = { '2025-01-01': ['1.0', '2.0', '3.0', '4.0'] };

const RECIPE = `import { defineDataset, v } from 'rostrum';
export default defineDataset({
  schema: v.object({ asOf: v.string(), people: v.nullable(v.pipe(v.number(), v.integer())) }),
  ranges: { people: [0, 100000] },
});
`;

let stage: LiveStage;
beforeAll(async () => {
  stage = await openLiveStage((base) => ({
    'slides/talks/live.md': TALK,
    'slides/talks/streamed.md': STREAMED,
    'slides/talks/past.md': TALK.replace('title: Live', 'title: Past\ndate: 2025-02-01'),
    'slides/talks/tools.md': TOOLS,
    'slides/talks/values.md': VALUES,
    'data/fixed.json': fixedOf(...FIXED),
    'data/gone.json': datasetOf({ interval: '1s', url: `${base}gone.json` }),
    'data/tools.json': toolsOf(FIRST_TOOLS),
    'data/beside.json': datasetOf({ interval: '1s' }),
    'data/far.json': datasetOf({ interval: '1s', url: `${base}far.json` }),
    'data/told.json': datasetOf({ interval: '1s', stream: `${base}told` }),
    'data/far.ts': RECIPE,
    'data/told.ts': RECIPE,
  }));
});
afterAll(() => stage[Symbol.asyncDispose]());
/** A stream that is open and says nothing but that it is there. */
const quiet: Handler = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', ...CORS });
  response.write(': hello\n\n');
};

/** Opens the talk with sources that are well and say nothing new, but for those that are given. */
function open(
  address: string,
  handlers: Record<string, Handler> = {},
  options: OpenOptions = UNSEEN,
): Promise<LivePage> {
  const all = { '/far.json': sendJson(ROWS), '/told': quiet, ...handlers };
  return stage.open(address, all, options);
}

/** Rows with one more, of this year. */
function withRow(people: unknown, asOf = '2026-01-01'): object[] {
  return [...ROWS, { asOf, people }];
}

function valueOf(page: Page, dataset: string): Promise<string | null> {
  return page.locator(`#numbers rostrum-value[data-expr^="${dataset}."]`).textContent();
}

function stateOf(page: Page, slide: string): Promise<string | null> {
  return page.locator(`#${slide} [data-block]`).getAttribute('data-live');
}

function settle(page: Page, dataset: string, text: string): Promise<void> {
  return untilFound(page, `#numbers rostrum-value[data-expr^="${dataset}."]`, text);
}

function untilState(page: Page, slide: string, state: string): Promise<void> {
  return untilFound(page, `#${slide} [data-live="${state}"]`);
}

/** A stream that tells rows with their ids, and stays open. */
function tellAll(events: readonly (readonly [id: number, row: object])[]): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', ...CORS });
    for (const [id, row] of events) response.write(`id: ${id}\ndata: ${JSON.stringify(row)}\n\n`);
  };
}

const GOOD = JSON.stringify(withRow(77));
const FAULTS: Record<string, Handler> = {
  'a refused connection': (request) => request.socket.destroy(),
  'status 500': (_request, response) => response.writeHead(500, CORS).end('no'),
  'a page of HTML': (_request, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html', ...CORS }).end('<!doctype html><p>Wait'),
  'HTML that says it is JSON': sendJson('<!doctype html>'),
  'half an answer': sendJson(GOOD.slice(0, GOOD.length / 2)),
  'an answer that is cut': (request, response) => {
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': '9999',
      ...CORS,
    });
    response.write(GOOD.slice(0, 20), () => request.socket.destroy());
  },
  'a fault that is cut as well': (request, response) => {
    response.writeHead(500, { 'Content-Length': '9999', ...CORS });
    response.write('no', () => request.socket.destroy());
  },
  'numbers as texts': sendJson(ROWS.map((row) => ({ ...row, people: '99' }))),
  'rows of another kind': sendJson([{ name: 'x' }, { name: 'y' }]),
  'invalid UTF-8': (_request, response) =>
    response
      .writeHead(200, { 'Content-Type': 'application/json', ...CORS })
      .end(Buffer.from([0x5b, 0xff, 0x5d])),
  'a huge answer': (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', ...CORS });
    const pour = (): void => {
      while (!response.destroyed && response.write(' '.repeat(1 << 16)));
    };
    response.on('drain', pour);
    pour();
  },
  'a clock that is a year ahead': sendJson(withRow(99, '2026-02-01'), {
    'Last-Modified': new Date(Date.now() + 365 * 86_400_000).toUTCString(),
  }),
  'a redirect in a circle': (request, response) =>
    response.writeHead(302, { Location: request.url, ...CORS }).end(),
  'a packed answer that unpacks to 50 MB': (_request, response) =>
    response
      .writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip', ...CORS })
      .end(gzipSync(Buffer.alloc(50_000_000, ' '))),
  'a slow drip': (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', ...CORS });
    const timer = setInterval(() => response.write(' '), 50);
    response.on('close', () => clearInterval(timer));
  },
  'no answer': () => undefined,
};

describe.concurrent('an open page', () => {
  test('shows a rewritten file in charts, tables, values and the source line', async () => {
    const { page, errors, close } = await open('live/#/points/0');
    const file = path.join(stage.folder, 'data/beside.json');
    const before = readFileSync(file, 'utf8');
    expect(JSON.parse(before)).toMatchObject({ title: 'People', rows: [{}, {}] });
    await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
    const rows = withRow(33).map((row) => ({ ...row, source: 'us' }));
    writeFileSync(file, datasetOf({ interval: '1s' }, rows));
    await settle(page, 'beside', '33');
    expect(page.url()).toMatch(/#\/points\/0$/);
    expect(await page.locator('#points .fragment.visible').count()).toBe(1);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await page.locator('#table td', { hasText: '33' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.locator('#beside svg').getByText('33').waitFor();
    expect(await page.locator('#beside .sources').textContent()).toContain('as of 1 January 2026');
    expect(await page.locator('html').getAttribute('data-kept')).toBe('');
    expect(errors).toEqual([]);
    writeFileSync(file, before);
    await close();
  });

  test('follows a source of its own and a stream, and its blocks say that they are live', async () => {
    const row = { asOf: '2026-02-01', people: 44 };
    const { page, handlers, errors, close } = await open('live/', { '/told': tellAll([[1, row]]) });
    handlers['/far.json'] = sendJson(withRow(55));
    await settle(page, 'far', '55');
    await settle(page, 'told', '44');
    await page.locator('#numbers svg').getByText('55').waitFor();
    await untilState(page, 'numbers', 'live');
    await untilState(page, 'told', 'live');
    expect(errors).toEqual([]);
    await close();
  });

  test('fills in the texts of blocks again, also of those on other data', async () => {
    const { page, handlers, errors, close } = await open('live/#/texts');
    await page.locator('#texts svg').getByText('Far away 20').waitFor();
    handlers['/far.json'] = sendJson(withRow(55));
    await page.locator('#texts svg').getByText('Far away 55').waitFor();
    await page.locator('#texts li', { hasText: 'and 55 far away' }).waitFor();
    await untilFound(page, '#texts rostrum-value', 'nearly tripled');
    await untilFound(page, '#texts caption', 'Far away 55');
    expect(errors).toEqual([]);
    await close();
  });

  test('takes up a new edition of a table whole, and none that lost more than half of its rows', async () => {
    const half = toolsOf({ ...FIRST_TOOLS, '2026-02-01': ['9.9'] });
    const next = toolsOf({ ...FIRST_TOOLS, '2026-01-01': ['1.1', '2.1', '3.1', '4.1', '5.1'] });
    const { page, handlers, errors, close } = await open('tools/', {
      '/data/tools.json': sendJson(half),
    });
    const cells = page.locator('#tools td');
    await untilState(page, 'tools', 'live');
    await page.waitForTimeout(1500);
    expect(await cells.allTextContents()).toContain('1.0');
    handlers['/data/tools.json'] = sendJson(next);
    await cells.getByText('5.1').waitFor();
    const texts = await cells.allTextContents();
    expect(texts.filter((text) => /\.\d$/.test(text))).toEqual(['1.1', '2.1', '3.1', '4.1', '5.1']);
    expect(await page.locator('#tools .sources').textContent()).toContain('as of 1 January 2026');
    expect(errors).toEqual([]);
    await close();
  });

  test('asks whether anything changed, by the file’s ETag, and an answer that it did not is a good one', async () => {
    const answers: number[] = [];
    const serveTagged = (people: number): Handler => {
      const tag = `"${people}"`;
      return (request, response) => {
        const isSame = request.headers['if-none-match'] === tag;
        answers.push(isSame ? 304 : 200);
        const headers = { 'Content-Type': 'application/json', ETag: tag, ...CORS };
        if (isSame) response.writeHead(304, headers).end();
        else response.writeHead(200, headers).end(JSON.stringify(withRow(people)));
      };
    };
    const { page, handlers, close } = await open('live/', { '/far.json': serveTagged(51) });
    await settle(page, 'far', '51');
    await page.waitForTimeout(2500);
    expect(answers.slice(0, 3)).toEqual([200, 304, 304]);
    expect(await stateOf(page, 'numbers')).toBe('live');
    handlers['/far.json'] = serveTagged(52);
    await settle(page, 'far', '52');
    await close();
  });

  test('follows the corrections of its file by hand: a row taken back, edited, retired', async () => {
    const file = path.join(stage.folder, 'data/fixed.json');
    writeFileSync(file, fixedOf(...FIXED));
    const { page, warnings, errors, close } = await open('values/', {
      '/gone.json': sendJson(ROWS),
    });
    const value = (text: string): Promise<void> =>
      untilFound(page, '#only-a-value rostrum-value', text);
    const [plain = {}] = FIXED;
    await value('8');
    writeFileSync(file, fixedOf(plain));
    await value('6');
    writeFileSync(file, fixedOf({ asOf: '2025-02-01', people: 7 }));
    await value('7');
    const retired = { on: '2025-04-01', why: 'counted twice' };
    const line = page.locator('#only-a-value .sources');
    expect(await line.textContent()).toContain('as of 1 February 2025');
    writeFileSync(file, fixedOf({ asOf: '2025-02-01', people: 7, retired }));
    await value('5');
    // The line is as old as what is left.
    expect(await line.textContent()).toContain('as of 1 January 2025');
    expect(await line.getAttribute('data-live')).toBe('live');
    expect(await line.getAttribute('data-live-age')).toMatch(/old$/);
    expect([warnings, errors]).toEqual([[], []]);
    await close();
  });

  test('keeps its rows before a file that is older than the page, and says so', async ({
    expect,
  }) => {
    const old = fixedOf({ asOf: '2025-02-01', people: 9, since: '2025-03-01' });
    const { page, warnings, close } = await open('values/', {
      '/data/fixed.json': sendJson(old, { 'Last-Modified': 'Mon, 03 Mar 2025 00:00:00 GMT' }),
    });
    const found = expect.poll(() => warnings.join(), { timeout: 20_000 });
    await found.toContain('it is older than what is shown');
    expect(await page.locator('#only-a-value rostrum-value').textContent()).toContain('8');
    await close();
  });

  test('a slide with a value alone says that its source is lost', async () => {
    const { page, close } = await open('values/', { '/gone.json': FAULTS['status 500'] ?? quiet });
    await untilFound(page, '#lost .sources[data-live="lost"]');
    const line = page.locator('#lost .sources');
    expect(await line.getAttribute('data-live-note')).toBe('source lost, as of 1 January 2025');
    await close();
  });

  test('asks for what its slide shows, and for the rest with the first move or soon', async () => {
    const handlers = { '/gone.json': sendJson(ROWS) };
    const gone = (asked: readonly string[]): boolean => asked.includes('/gone.json');
    // On this page the opening ends with a move alone.
    const still = await open('values/', handlers, {
      prepare: async (page) => {
        await page.addInitScript(() => {
          const wait = window.setTimeout.bind(window);
          Object.assign(window, {
            setTimeout: (run: () => void, time: number) => (time === 4000 ? 0 : wait(run, time)),
          });
        });
      },
    });
    const looks = (): number => still.asked.filter((name) => name === '/data/fixed.json').length;
    await expect.poll(looks).toBeGreaterThan(1);
    expect(gone(still.asked)).toBe(false);
    await still.page.keyboard.press('ArrowRight');
    await expect.poll(() => gone(still.asked)).toBe(true);
    await still.close();
    const { asked, close } = await open('values/', handlers);
    await expect.poll(() => gone(asked)).toBe(true);
    await close();
  });

  test('of a talk whose date is past asks for nothing', async () => {
    const { page, asked, close } = await open('past/');
    await page.waitForTimeout(2500);
    expect(asked.filter((name) => /json$|told|live-/.test(name))).toEqual([]);
    expect(await stateOf(page, 'numbers')).toBe(null);
    await close();
  });

  test('stops all requests and holds its values at the key L, and goes on at the next', async () => {
    const { page, handlers, asked, close } = await open('live/');
    await untilState(page, 'numbers', 'live');
    await page.keyboard.press('l');
    await untilState(page, 'numbers', 'as-of');
    expect(await page.locator('.live-notice').textContent()).toContain('held');
    await page.waitForTimeout(300);
    asked.length = 0;
    handlers['/far.json'] = sendJson(withRow(66));
    await page.waitForTimeout(2500);
    expect(asked.filter((name) => /json$|told/.test(name))).toEqual([]);
    expect(await valueOf(page, 'far')).toBe('20');
    await page.keyboard.press('l');
    await settle(page, 'far', '66');
    await untilState(page, 'numbers', 'live');
    await close();
  });

  test.each(Object.entries(FAULTS))(
    'keeps the last value after %s, says so, and comes back',
    async (_name, handler) => {
      const { page, handlers, errors, warnings, close } = await open('live/');
      handlers['/far.json'] = sendJson(withRow(70));
      await settle(page, 'far', '70');
      handlers['/far.json'] = handler;
      await untilState(page, 'numbers', 'lost');
      expect(await valueOf(page, 'far')).toBe('70');
      expect(await page.locator('#numbers svg').getByText('70').count()).toBe(1);
      // One failed source touches no other.
      expect(await stateOf(page, 'beside')).toBe('live');
      // On a busy machine an answer can also be late, and that is reported as a second reason.
      const told = warnings.filter((text) => text.includes('"far"'));
      expect(told.length).toBeGreaterThan(0);
      expect(told).toEqual([...new Set(told)]);
      handlers['/far.json'] = sendJson(withRow(77));
      await settle(page, 'far', '77');
      await untilState(page, 'numbers', 'live');
      expect(errors).toEqual([]);
      await close();
    },
  );

  test('leaves a source alone after 429 for as long as it asked', async () => {
    const asked: number[] = [];
    const { page, close } = await open('live/', {
      '/far.json': (_request, response) => {
        asked.push(performance.now());
        response.writeHead(429, { 'Retry-After': '4' }).end();
      },
    });
    await page.waitForTimeout(6500);
    expect(asked.length).toBe(2);
    expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThan(3500);
    await close();
  });

  test('leaves bad rows out, counts them in the notes and tells of them once', async () => {
    const bad = { asOf: '2026-03-01', people: 'many' };
    const { page, handlers, warnings, close } = await open('live/', {
      '/far.json': sendJson([...withRow(71), bad]),
    });
    await settle(page, 'far', '71');
    for (let turn = 72; turn < 75; turn++) {
      handlers['/far.json'] = sendJson([...withRow(turn), bad]);
      await settle(page, 'far', String(turn));
    }
    expect(warnings.filter((text) => text.includes('"far"'))).toHaveLength(1);
    const report = page.locator('#numbers > aside.notes .live-report');
    await report.getByText(/"people" does not fit \(\d times\)/).waitFor({ state: 'attached' });
    await close();
  });

  test('never shows an older value, whatever the order of what arrives', async () => {
    const { page, close } = await open('live/', {
      '/told': tellAll([
        [5, { asOf: '2026-02-01', people: 50 }],
        [3, { asOf: '2026-02-01', people: 30 }],
        [5, { asOf: '2026-02-01', people: 50 }],
        [4, { asOf: '2026-01-01', people: 40 }],
        [9, { asOf: '2026-02-01', people: 90 }],
        [8, { asOf: '2026-02-01', people: 80 }],
      ]),
    });
    await settle(page, 'told', '90');
    await page.waitForTimeout(500);
    expect(await valueOf(page, 'told')).toBe('90');
    await close();
  });

  test('keeps what it shows when the newest row has no number', async () => {
    const tellNone: Handler = (request, response) => {
      tellAll([[1, { asOf: '2026-02-01', people: 50 }]])(request, response);
      const row = JSON.stringify({ asOf: '2026-03-01', people: null });
      setTimeout(() => response.write(`id: 2\ndata: ${row}\n\n`), 1500);
    };
    const { page, errors, close } = await open('live/#/told', { '/told': tellNone });
    await page.locator('#told .block', { hasText: '50' }).waitFor();
    await page.locator('#told .sources', { hasText: 'March 2026' }).waitFor();
    expect(await page.locator('#told .block').textContent()).toContain('50');
    expect(await page.locator('.problem').count()).toBe(0);
    expect(errors).toEqual([]);
    await close();
  });

  test('tells the pictures of it in the speaker’s window, which ask for nothing', async () => {
    const { page, handlers, asked, close } = await open('live/');
    await untilState(page, 'numbers', 'live');
    const picture = await page.context().newPage();
    const askedBy: string[] = [];
    picture.on('request', (request) => askedBy.push(request.url()));
    await picture.goto(`${page.url().split('#')[0]}?receiver`);
    await picture.waitForSelector('html[data-ready]', { state: 'attached' });
    handlers['/far.json'] = sendJson(withRow(88));
    await settle(picture, 'far', '88');
    expect(askedBy.filter((url) => /json$|told$/.test(url))).toEqual([]);
    expect(asked).toContain('/far.json');
    await close();
  });

  test('shows text that arrives as text', async () => {
    const rows = [{ asOf: '2026-01-01', people: 1, source: 'x' }];
    const sources = { x: { name: '<img src=x onerror="document.title=\'broken\'">' } };
    const { page, errors, close } = await open('live/', {
      '/far.json': sendJson({ sources, rows }),
    });
    await settle(page, 'far', '1');
    await page.locator('#numbers .sources', { hasText: '<img' }).waitFor();
    expect(await page.locator('#numbers .sources img').count()).toBe(0);
    expect(await page.title()).toBe('Live');
    expect(errors).toEqual([]);
    await close();
  });
});

/** Counts how often charts draw, and the most in one frame. */
function countDrawings(page: Page): Promise<void> {
  return page.evaluate(() => {
    const counts = { drawn: 0, most: 0, inFrame: 0 };
    Object.assign(globalThis, { counts });
    const { prototype } = customElements.get('rostrum-chart') as CustomElementConstructor;
    const draw = prototype.draw as (...frame: unknown[]) => void;
    prototype.draw = function drawAndCount(...frame: unknown[]): void {
      counts.drawn += 1;
      counts.inFrame += 1;
      counts.most = Math.max(counts.most, counts.inFrame);
      draw.apply(this, frame);
    };
    const next = (): void => {
      counts.inFrame = 0;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}

function readCounts(page: Page): Promise<{ drawn: number; most: number }> {
  return page.evaluate(
    () => (globalThis as unknown as { counts: { drawn: number; most: number } }).counts,
  );
}

/** A stream of a thousand rows a second for a while, each with a higher number; the newest day ends at 3996. */
function burst(seconds: number): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', ...CORS });
    let id = 0;
    const timer = setInterval(() => {
      for (let count = 0; count < 20; count++) {
        id += 1;
        const row = { asOf: `2026-0${(id % 9) + 1}-01`, people: 1000 + id };
        response.write(`id: ${id}\ndata: ${JSON.stringify(row)}\n\n`);
      }
      if (id >= seconds * 1000) clearInterval(timer);
    }, 20);
    response.on('close', () => clearInterval(timer));
  };
}

test('what arrives is drawn in the frame it arrives in, or in the next', async () => {
  const tellLate: Handler = (request, response) => {
    quiet(request, response);
    const row = JSON.stringify({ asOf: '2026-02-01', people: 4321 });
    setTimeout(() => response.write(`id: 1\ndata: ${row}\n\n`), 1500);
  };
  const { page, close } = await open('streamed/', { '/told': tellLate }, {});
  await page.evaluate(() => {
    const state = { frame: 0, arrived: 0, drawn: 0 };
    Object.assign(globalThis, { state });
    const count = (): void => {
      state.frame += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const parse = JSON.parse.bind(JSON);
    JSON.parse = (text: string): unknown => {
      if (text.includes('4321')) state.arrived = state.frame;
      return parse(text) as unknown;
    };
    const { prototype } = customElements.get('rostrum-chart') as CustomElementConstructor;
    const draw = prototype.draw as (...frame: unknown[]) => void;
    prototype.draw = function drawAndNote(...frame: unknown[]): void {
      state.drawn = state.frame;
      draw.apply(this, frame);
    };
  });
  await page.locator('#flow svg').getByText('4321').waitFor();
  const { arrived, drawn } = await page.evaluate(
    () => (globalThis as unknown as { state: { arrived: number; drawn: number } }).state,
  );
  expect(arrived).toBeGreaterThan(0);
  expect(drawn - arrived).toBeLessThanOrEqual(1);
  await close();
});

test('a thousand updates a second cost one drawing a frame, and none out of sight', async () => {
  const { page, handlers, errors, close } = await open('streamed/', {}, {});
  await countDrawings(page);
  handlers['/told'] = burst(3);
  await page.locator('#flow rostrum-value', { hasText: /^3\D?996$/ }).waitFor({ timeout: 20_000 });
  const seen = await readCounts(page);
  expect(seen.most).toBe(1);
  expect(seen.drawn).toBeGreaterThan(5);
  await page.keyboard.press('ArrowRight');
  const before = (await readCounts(page)).drawn;
  const bars = page.locator('#flow svg .bar');
  const count = await bars.count();
  handlers['/told'] = tellAll([[99_999, { asOf: '2026-10-01', people: 7777 }]]);
  await page
    .locator('#flow rostrum-value', { hasText: '7777' })
    .waitFor({ state: 'attached', timeout: 20_000 });
  await page.waitForTimeout(200);
  expect((await readCounts(page)).drawn).toBe(before);
  await page.keyboard.press('ArrowLeft');
  expect(await bars.count()).toBe(count + 1);
  expect(errors).toEqual([]);
  await close();
});
