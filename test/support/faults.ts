import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateRawSync, gzipSync } from 'node:zlib';

/** A server on this machine, and what it was asked. */
export interface Served {
  url: string;
  requests: IncomingMessage[];
  /** The most requests that were open at once. */
  mostOpen(): number;
  close(): Promise<void>;
}

/** Answers a request. */
export type Answerer = (request: IncomingMessage, response: ServerResponse) => void;

/** The day on which the tests take place. */
export const NOW = Date.parse('2026-11-22T12:00:00Z');

/** Serves on a free port of 127.0.0.1; its clock is at `NOW` by default. */
export async function serve(answer: Answerer, now = () => NOW): Promise<Served> {
  const requests: IncomingMessage[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    requests.push(request);
    most = Math.max(most, ++open);
    response.on('close', () => open--);
    response.on('error', () => undefined);
    response.sendDate = false;
    response.setHeader('date', new Date(now()).toUTCString());
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    mostOpen: () => most,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const GOOD = JSON.stringify({ subscribers: 603 });
const JSON_TYPE = { 'content-type': 'application/json' };

/** Answers JSON. */
export function sendJson(value: unknown): Answerer {
  return (_request, response) => response.writeHead(200, JSON_TYPE).end(JSON.stringify(value));
}

/** Answers with a status and headers, and no good data. */
export function sendStatus(status: number, headers: Record<string, string> = {}): Answerer {
  return (_request, response) => response.writeHead(status, headers).end('no');
}

/** Answers bytes of a type. */
export function sendBytes(bytes: string | Buffer, type: string): Answerer {
  return (_request, response) => response.writeHead(200, { 'content-type': type }).end(bytes);
}

/** Never answers. */
export const slowFirstByte: Answerer = () => undefined;

/** Sends a byte now and then, and never ends. */
export const slowDrip: Answerer = (_request, response) => {
  response.writeHead(200, JSON_TYPE);
  const timer = setInterval(() => response.write(' '), 10);
  response.on('close', () => clearInterval(timer));
};

/** Sends half of the answer and falls silent. */
export const silent: Answerer = (_request, response) => {
  response.writeHead(200, JSON_TYPE);
  response.write(GOOD.slice(0, 5));
};

/** Breaks off in the middle. */
export const cutInTheMiddle: Answerer = (_request, response) => {
  response.writeHead(200, { ...JSON_TYPE, 'content-length': String(GOOD.length) });
  response.write(GOOD.slice(0, 5), () => response.destroy());
};

/** Breaks off in the middle of a packed answer, and ends as if all were well. */
export const cutGzip: Answerer = (_request, response) => {
  response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
  response.end(gzipSync(GOOD).subarray(0, 15));
};

/** Answers with 503 the given number of times, and then with 200. */
export function failThenAnswer(times: number, headers: Record<string, string> = {}): Answerer {
  let left = times;
  return (request, response) => {
    if (left-- > 0) sendStatus(headers['retry-after'] ? 429 : 503, headers)(request, response);
    else response.writeHead(200, JSON_TYPE).end(GOOD);
  };
}

/** Sends the given number of bytes as fast as they are read, with or without a length. */
export function sendHuge(bytes: number, isAnnounced: boolean): Answerer {
  return (_request, response) => {
    const length = isAnnounced ? { 'content-length': String(bytes) } : {};
    response.writeHead(200, { ...JSON_TYPE, ...length });
    const chunk = Buffer.alloc(65_536, ' ');
    let sent = 0;
    const pour = (): void => {
      while (sent < bytes && !response.destroyed) {
        sent += chunk.length;
        if (!response.write(chunk)) return void response.once('drain', pour);
      }
      response.end();
    };
    pour();
  };
}

const PIECE = 10_000_000;

/** A small compressed answer that unpacks to the given number of bytes. */
export function gzipBomb(bytes: number): Answerer {
  // What is packed piece by piece unpacks to all pieces in a row.
  const piece = gzipSync(Buffer.alloc(PIECE, ' '));
  const packed = Buffer.concat(Array.from({ length: bytes / PIECE }, () => piece));
  const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' };
  return (_request, response) => response.writeHead(200, headers).end(packed);
}

/** An archive of a few kilobytes with one file of the given number of bytes. */
export function zipBomb(bytes: number, name = 'riders.csv'): Buffer {
  const packed = deflateRawSync(Buffer.alloc(bytes, '0'), { level: 9 });
  const header = Buffer.alloc(30);
  header.write('PK\u0003\u0004', 'latin1');
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(bytes, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), packed]);
}

/** Answers bytes that are packed in a way, such as `br`. */
export function sendPacked(bytes: Buffer, encoding: string): Answerer {
  const headers = { ...JSON_TYPE, 'content-encoding': encoding };
  return (_request, response) => response.writeHead(200, headers).end(bytes);
}

/** Sends on to an address, which may be its own. */
export function redirectTo(location: string): Answerer {
  return sendStatus(302, { location });
}

/** Its clock is off by the given number of milliseconds. */
export function skewedClock(off: number): Answerer {
  return (_request, response) => {
    response.setHeader('date', new Date(NOW + off).toUTCString());
    response.writeHead(200, JSON_TYPE).end(GOOD);
  };
}
