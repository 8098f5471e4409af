import { gzipSync } from 'node:zlib';
import { CORS, sendJson, type Handler } from './live.ts';

/** A source that counts up, and in between does everything wrong that a source can, from a seed. */
export interface Mischief {
  /** A dataset's file with the rows before it all began. */
  datasetWith(live: object): string;
  answer: Handler;
  stream: Handler;
  /** Does everything right from now on; gives the newest number. */
  behave(): number;
}

/** The greatest number that is ever right. */
export const MOST = 90_000;

const WRONG = 999_999;
const FIRST_DAY = Date.UTC(2025, 0, 1);
const DAY = 86_400_000;
const PACE = 40;

const JSON_HEAD = { 'Content-Type': 'application/json', ...CORS };
/** Ten megabytes of blanks in ten kilobytes. */
const BOMB = gzipSync(Buffer.alloc(10_000_000, ' '));

interface Row {
  asOf: string;
  people: unknown;
  others: unknown;
}

/** Makes a source of mischief. */
export function createMischief(seed: number): Mischief {
  const random = createRandom(seed);
  let isGood = false;
  let version = 0;

  const dayOf = (of: number): string =>
    new Date(FIRST_DAY + Math.floor(of / 20) * DAY).toISOString().slice(0, 10);
  const rowOf = (of: number): Row => ({ asOf: dayOf(of), people: 1000 + of, others: 500 });
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One;
  const stampOf = (of: number): string => new Date(FIRST_DAY + of * 1000).toISOString();
  const documentOf = (of: number): object => ({
    updated: stampOf(of),
    rows: [{ asOf: '2024-06-01', people: 900, others: 400 }, rowOf(of)],
  });

  function badRow(): object {
    const row = rowOf(version + 1);
    return pick<object>([
      { ...row, people: String(WRONG) },
      { ...row, people: WRONG },
      { ...row, people: -1 },
      { ...row, people: 1.5 },
      { ...row, people: { a: 1 } },
      { ...row, asOf: 'tomorrow' },
      { ...row, asOf: undefined, people: WRONG },
      { people: WRONG },
      { ...row, source: 'unknown', people: 2 },
      { ...row, note: 'x'.repeat(20_000), people: 3 },
      [[[[[]]]]],
      { html: '<b>no</b>' },
    ]);
  }

  function badText(): string {
    return pick([
      '<!doctype html>',
      '{"asOf":',
      '',
      'null',
      '[]',
      '{"rows": 1}',
      'x'.repeat(5000),
      JSON.stringify(badRow()),
      JSON.stringify([badRow(), badRow()]),
    ]);
  }

  const noAnswers: Handler[] = [
    (request) => request.socket.destroy(),
    (_request, response) => response.writeHead(pick([403, 500, 503]), CORS).end('no'),
    (_request, response) => response.writeHead(429, { 'Retry-After': '1', ...CORS }).end(),
    (_request, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html', ...CORS }).end('<p>Wait'),
    (request, response) => response.writeHead(302, { Location: request.url, ...CORS }).end(),
    (_request, response) =>
      response.writeHead(302, { Location: 'http://127.0.0.1:9/latest/meta-data/', ...CORS }).end(),
    cutShort,
  ];
  const badAnswers: Handler[] = [
    (request, response) => sendJson(badText())(request, response),
    (request, response) => sendJson(documentOf(Math.floor(random() * version)))(request, response),
    // Half of the rows, and a clock that is a year ahead with rows that are old.
    (request, response) =>
      sendJson({ rows: [{ asOf: '2024-06-01', people: 900 }] })(request, response),
    (request, response) => {
      const ahead = { 'Last-Modified': new Date(Date.now() + 365 * DAY).toUTCString() };
      sendJson([rowOf(Math.floor(random() * version))], ahead)(request, response);
    },
    (_request, response) => response.writeHead(200, JSON_HEAD).end(Buffer.from([0x5b, 0xff, 0x5d])),
    (_request, response) =>
      response.writeHead(200, { ...JSON_HEAD, 'Content-Encoding': 'gzip' }).end(BOMB),
    (_request, response) => {
      response.writeHead(200, JSON_HEAD);
      const pour = (): void => {
        while (!response.destroyed && response.write(' '.repeat(1 << 16)));
      };
      response.on('drain', pour);
      pour();
    },
  ];
  const slowAnswers: Handler[] = [
    () => undefined,
    (_request, response) => {
      response.writeHead(200, JSON_HEAD);
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    },
  ];
  const pickFault = (): Handler =>
    pick(random() < 0.1 ? slowAnswers : pick([noAnswers, badAnswers, badAnswers]));

  /** One event: news, or an older one, the same again, something bad. */
  function nextEvent(): string {
    const chance = isGood ? 0 : random();
    if (chance < 0.5) version += 1;
    const of = chance < 0.6 ? version : Math.max(1, version - Math.floor(random() * 50));
    const data = chance < 0.8 ? JSON.stringify(rowOf(of)) : badText();
    return `id: ${of}\ndata: ${data}\n\n`;
  }

  return {
    datasetWith: (live) =>
      JSON.stringify({
        title: 'People',
        sources: { us: { name: 'Us' } },
        live,
        rows: [{ asOf: '2024-06-01', people: 900, others: 400 }, rowOf(0)],
      }),
    answer(request, response) {
      if (!isGood && random() < 0.5) return pickFault()(request, response);
      version += isGood ? 0 : 1;
      sendJson(documentOf(version))(request, response);
    },
    stream(request, response) {
      if (!isGood && random() < 0.3) return pick(noAnswers)(request, response);
      response.writeHead(200, { 'Content-Type': 'text/event-stream', ...CORS });
      const timer = setInterval(() => {
        if (!isGood && random() < 0.005) request.socket.destroy();
        else
          response.write(
            isGood ? `id: ${version}\ndata: ${JSON.stringify(rowOf(version))}\n\n` : nextEvent(),
          );
      }, PACE);
      response.on('close', () => clearInterval(timer));
    },
    behave() {
      isGood = true;
      version += 1;
      return 1000 + version;
    },
  };
}

function cutShort(...[request, response]: Parameters<Handler>): void {
  response.writeHead(200, JSON_HEAD);
  response.write('{"rows": [{', () => request.socket.destroy());
}

/** A sequence of numbers from 0 to 1 that is the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
