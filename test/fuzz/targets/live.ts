import type { Page } from 'playwright-core';
import { CORS, openLiveStage, sendJson, type Handler } from '../../support/live.ts';
import { makeAnswer } from '../data.ts';
import { makeMessage } from '../doors.ts';
import type { Random } from '../random.ts';
import { faultOf, type Target } from '../target.ts';
import { findIntruder, trapPage } from '../traps.ts';
import { anyText } from '../values.ts';

/** What a page of live datasets gets. */
interface News {
  /** What the dataset that is asked answers. */
  answer: string;
  /** Pieces of the stream that the page listens to. */
  pieces: string[];
  /** Messages of other windows. */
  messages: unknown[];
}

const TYPES = ['line', 'area', 'bar', 'column', 'dot', 'slope'];
const MAX_PIECES = 40;
const MAX_MESSAGES = 10;
/** Pieces of the stream follow each other within frames of the page, and after them. */
const PAUSE_MS = 5;
/** What comes is drawn within this time; the table of a chart follows later. */
const DRAWN_MS = 700;
const STREAM_HEAD = { 'Content-Type': 'text/event-stream', ...CORS };

/** Answers, events and messages that reach an open page whose blocks show live datasets. */
export const LIVE: Target = {
  name: 'live',
  of: 'groups of messages to a page',
  make: makeNews,
  async open() {
    const stage = await openLiveStage((base) => ({
      'slides/talks/all.md': `---\ntitle: All\n---\n\n${makeSlide('asked')}\n\n---\n\n${makeSlide('told')}`,
      'data/asked.json': makeDataset({ interval: '10min', url: `${base}asked.json` }),
      'data/told.json': makeDataset({ interval: '10min', stream: `${base}told` }),
    }));
    return {
      async judge(input) {
        const news = input as News;
        let faults: string[] = [];
        const stream = openStream(news.pieces);
        const handlers = { '/asked.json': sendJson(news.answer), '/told': stream.handler };
        const prepare = async (page: Page): Promise<void> => {
          faults = await trapPage(page);
        };
        const { page, close } = await stage.open('all/', handlers, { prepare });
        try {
          await page.evaluate((messages) => {
            for (const message of messages) window.postMessage(message, '*');
            const channel = new BroadcastChannel(`rostrum:live:${location.pathname}:all`);
            for (const message of messages) channel.postMessage(message);
          }, news.messages);
          await stream.sent;
          await page.waitForTimeout(DRAWN_MS);
          await page.keyboard.press('ArrowRight');
          return faults[0] ?? (await findIntruder(page)) ?? (await findImplausible(page));
        } catch (error) {
          return faults[0] ?? faultOf(error);
        } finally {
          await close();
        }
      },
      [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose](),
    };
  },
};

function makeNews(random: Random): News {
  return {
    answer: makeAnswer(random),
    pieces: random.many(MAX_PIECES, () => makePiece(random)),
    messages: random.many(MAX_MESSAGES, () => makeMessage(random)),
  };
}

function makePiece(random: Random): string {
  const id = random.pick([
    '',
    '',
    `id: ${random.below(2_000_000_000)}\n`,
    `id: ${anyText(random)}\n`,
  ]);
  const data = random.chance(0.85) ? makeAnswer(random) : anyText(random);
  const event = `${id}data: ${data.replaceAll('\n', '\ndata: ')}\n\n`;
  if (random.chance(0.85)) return event;
  return random.pick([': sign of life\n\n', 'retry: -1\n', 'event: x\n', '\r', event.slice(0, -9)]);
}

/** Every chart of a dataset, a figure, a table, a list and a value. */
function makeSlide(data: string): string {
  const block = (name: string, body: string): string =>
    `\`\`\`${name}\ndata: ${data}\n${body}\n\`\`\`\n`;
  const charts = TYPES.map((type) => block('chart', `type: ${type}\nx: asOf\ny: count`));
  const columns = [
    charts.slice(0, 3),
    charts.slice(3),
    [
      block('chart', 'type: stacked\nx: asOf\ny: [count, other]'),
      block('figure', 'value: count'),
      block('table', 'columns: [asOf, name, count, url]\nlimit: 3'),
      block('names', 'column: name'),
    ],
  ].map((blocks) => `::: column\n\n${blocks.join('\n')}\n:::\n`);
  return `# ${data}\n\n{{ ${data}.count }} {{ ${data}.name }}\n\n::: columns\n\n${columns.join('\n')}\n:::\n`;
}

function makeDataset(live: object): string {
  const rows = ['2023-01-01', '2024-01-01'].map((asOf, index) => ({
    asOf,
    count: 900 + index,
    other: 400,
    name: 'A name',
    url: 'https://example.org/',
    source: 's',
  }));
  return JSON.stringify({ title: 'News', sources: { s: { name: 'S' } }, live, rows });
}

function openStream(pieces: readonly string[]): { handler: Handler; sent: Promise<void> } {
  let resolve = (): void => undefined;
  const sent = new Promise<void>((done) => (resolve = done));
  const handler: Handler = (_request, response) => {
    response.writeHead(200, STREAM_HEAD);
    const send = (at: number): void => {
      const piece = pieces[at];
      if (piece === undefined || response.destroyed) return resolve();
      response.write(piece);
      setTimeout(send, PAUSE_MS, at + 1);
    };
    send(0);
  };
  return { handler, sent };
}

function findImplausible(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    for (const { textContent } of document.querySelectorAll(
      '.slides text, .slides td, .slides p',
    )) {
      if (/\bundefined\b|\bNaN\b|\[object /.test(textContent ?? ''))
        return `a page says what makes no sense: ${textContent}`;
    }
    return null;
  });
}
