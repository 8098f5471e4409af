import { request } from 'node:http';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test, afterAll } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';
import { parsePath } from '../../../../../src/node/pages/address.ts';
import { rostrum } from '../../../../../src/node/vite/vite.ts';
import { COMMAND_PLUGIN } from '../../../../../src/node/vite/site.ts';
import { createTerminal } from '../../../../../src/node/terminal.ts';
import { openProjectFolder, SMALL_PROJECT } from '../../../../support/project.ts';

const FILES = {
  ...SMALL_PROJECT,
  'slides/talks/styled.md': '---\ntitle: S\ncss: own.css\n---\n\n# One\n',
  'slides/talks/own.css': '@import "./more.css";\nbody { background: url(/assets/square.svg) }\n',
  'slides/talks/more.css': 'p { color: red }\n',
  'assets/unused.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  id_rsa: 'secret',
  '.env': 'KEY=secret',
  '.ssh/id_rsa': 'secret',
  'private/plan.md': 'secret',
  'private/plan.png': 'secret',
  'vite.config.ts': 'export default {}',
};

const opened: { server?: ViteDevServer; remove?: () => void; printed: string[] } = { printed: [] };

beforeAll(async () => {
  const folder = openProjectFolder(FILES);
  opened.remove = () => rmSync(folder.root, { recursive: true, force: true });
  writeFileSync(path.join(tmpdir(), 'rostrum-outside.svg'), '<svg/>');
  symlinkSync(
    path.join(tmpdir(), 'rostrum-outside.svg'),
    path.join(folder.root, 'assets/linked.svg'),
  );
  const stream = { write: (text: string) => opened.printed.push(text) };
  const terminal = createTerminal({ out: stream, err: stream, env: {} });
  const server = await createServer({
    root: folder.root,
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: COMMAND_PLUGIN, api: { terminal, offline: true } }, rostrum()],
    server: { port: 0 },
    optimizeDeps: { noDiscovery: true },
  });
  await server.listen();
  opened.server = server;
});

afterAll(async () => {
  await opened.server?.close();
  opened.remove?.();
});

const port = (): number => Number(new URL(opened.server?.resolvedUrls?.local[0] ?? '').port);

/** Requests an address as it is written; gives the status, headers and body. */
function get(address: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const options = { host: '127.0.0.1', port: port(), path: address, headers };
      const sent = request(options, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      sent.on('error', reject).end();
    },
  );
}

const statusOf = async (address: string, headers = {}) => (await get(address, headers)).status;

test('a malformed address is 400, without a stack', async () => {
  const addresses = [
    '/%',
    '/%E0%A4%A',
    '/@rostrum/day/%E0%A4%A',
    '/%00',
    '//x',
    '/a%5cb',
    '/..%2fx',
  ];
  for (const address of [...addresses, 'http://other.invalid/', `/${'a'.repeat(9000)}`]) {
    const { status, body } = await get(address);
    expect(status, address).toBe(400);
    expect(body, address).not.toMatch(/\bat .*:\d+:\d+/);
  }
  expect(opened.printed).toEqual([]);
  expect(parsePath('/a%20b?x=%')).toBe('/a b');
  for (const address of [undefined, '', '*', 'x', '/%', '//', '/\u0000'])
    expect(parsePath(address)).toBe(null);
});

test('a file is given where a page needs it, and no other', async () => {
  const needed = [
    '/',
    '/first/',
    '/styled/',
    '/assets/square.svg',
    '/slides/talks/own.css',
    '/slides/talks/more.css',
    '/@vite/client',
  ];
  for (const address of needed)
    expect(await statusOf(address, { accept: '*/*' }), address).toBe(200);
  const root = opened.server?.config.root ?? '';
  const secret = [
    '/id_rsa',
    '/.env',
    '/.ssh/id_rsa',
    '/private/plan.md',
    '/private/plan.png',
    '/slides/talks/first.md',
    '/slides/library/shared.md',
    '/data/users.json',
    '/vite.config.ts',
    '/assets/linked.svg',
    '/assets/unused.svg',
  ];
  for (const file of secret)
    for (const address of [
      file,
      `${file}?raw`,
      `${file}?url`,
      `${file}?import&raw`,
      `/@fs${root}${file}`,
      `/@id${root}${file}?raw`,
      `/@fs${file}`,
      `/@fs${file}?raw`,
      `/@id/@fs/${file}`,
      `//@fs/${file}`,
      `/@fs/${root}/assets/..${file}`.replace('//', '/'),
    ])
      expect(await statusOf(address), address).toBeGreaterThanOrEqual(400);
  for (const address of ['/@vite/client.none?raw', '/@id/?import&raw', '/@fs///'])
    expect(await statusOf(address)).toBe(404);
  for (const address of ['/@fs/etc/passwd', '/@fs/etc/passwd?raw', '/@id//etc/passwd?raw'])
    expect(await statusOf(address), address).toBeGreaterThanOrEqual(400);
});

test('pages of other origins get nothing, and only open a page', async () => {
  const foreign = { 'sec-fetch-site': 'cross-site' };
  for (const address of [
    '/',
    '/first/',
    '/assets/square.svg',
    '/@rostrum/day/first?to=',
    '/first/first.pdf',
    '/@vite/client',
  ])
    for (const headers of [
      foreign,
      { ...foreign, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      { origin: 'https://other.invalid' },
      { origin: 'null' },
      { referer: 'https://other.invalid/' },
    ])
      expect(await statusOf(address, headers), address).toBe(403);
  const opening = { ...foreign, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  expect(await statusOf('/first/', opening)).toBe(200);
  expect(await statusOf('/__open-in-editor?file=x', opening)).toBe(403);
  expect(await statusOf('/first/', { host: 'other.invalid' })).toBe(403);
  const { headers } = await get('/first/');
  expect(headers['content-security-policy']).toBe("frame-ancestors 'self'");
});

const HANDSHAKE = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  'Sec-WebSocket-Protocol: vite-hmr',
];

/** Opens a socket, sends messages over it as a WebSocket, and gives the first line of the answer. */
function connect(address: string, messages: readonly string[] = []): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect(port(), '127.0.0.1', () => {
      const head = [`GET ${address} HTTP/1.1`, `Host: 127.0.0.1:${port()}`, ...HANDSHAKE];
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      for (const message of messages) socket.write(toFrame(message));
      setTimeout(() => socket.destroy(), 150);
    });
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('error', () => {}).on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
  });
}

/** Makes a text frame whose mask changes nothing. */
function toFrame(text: string): Buffer {
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | body.length, 0, 0, 0, 0]), body]);
}

test('malformed upgrades and messages end nothing and print nothing', async () => {
  for (const address of ['//', '/%', 'http://[', ':99999/', '//[']) {
    expect(await connect(address), address).not.toContain('101');
  }
  const strange = [
    undefined,
    null,
    1,
    [],
    { talk: 1 },
    { talk: 'first' },
    { talk: '__proto__', state: 1 },
  ];
  const hellos = strange.map((data) =>
    JSON.stringify({ type: 'custom', event: 'rostrum:hello', data }),
  );
  const texts = ['', '{', 'null', '[]', '{"type":"custom"}'];
  const address = `/?token=${opened.server?.config.webSocketToken}`;
  expect(await connect(address, [...hellos, ...texts])).toContain('101');
  expect(await statusOf('/first/')).toBe(200);
  expect(opened.printed).toEqual([]);
});

/** Opens a socket and sends on it piece by piece; gives the bytes that were sent before it was closed. */
async function pour(protocol: string, pieces: Iterable<Buffer>): Promise<number> {
  const address = `/?token=${opened.server?.config.webSocketToken}`;
  const words = HANDSHAKE.map((line) => line.replace('vite-hmr', protocol));
  const head = [`GET ${address} HTTP/1.1`, `Host: 127.0.0.1:${port()}`, ...words];
  const socket = net.connect(port(), '127.0.0.1').resume();
  const closed = new Promise<false>((resolve) => {
    socket.on('error', () => {}).on('close', () => resolve(false));
  });
  const send = (piece: string | Buffer): Promise<boolean> => {
    const sent = new Promise<boolean>((resolve) => socket.write(piece, (error) => resolve(!error)));
    return Promise.race([sent, closed]);
  };
  let bytes = 0;
  await send(`${head.join('\r\n')}\r\n\r\n`);
  for (const piece of pieces) {
    if (!(await send(piece))) break;
    bytes += piece.length;
  }
  socket.destroy();
  await closed;
  return bytes;
}

const MEGABYTE = Buffer.alloc(1 << 20, ' ');

/** Makes a frame of a length, of which no more is sent than its pieces. */
function* makeLongFrame(first: number, megabytes: number): Generator<Buffer> {
  const head = Buffer.alloc(14);
  head.set([first, 0xff]);
  head.writeBigUInt64BE(BigInt(megabytes << 20), 2);
  yield head;
  for (let at = 0; at < megabytes; at++) yield MEGABYTE;
}

test('a message that is too long ends its connection before it is whole; many short ones end none', async () => {
  for (const protocol of ['vite-hmr', 'vite-ping', 'other']) {
    const taken = await pour(protocol, makeLongFrame(0x81, 64));
    expect(taken, protocol).toBeLessThan(32 << 20);
  }
  // A message in pieces.
  const parts = Array.from({ length: 64 }, (_, at) => [
    ...makeLongFrame(at === 0 ? 0x01 : 0x00, 1),
  ]).flat();
  expect(await pour('vite-hmr', parts)).toBeLessThan(32 << 20);
  const whole = Array.from({ length: 16 }, () => [...makeLongFrame(0x81, 1)]).flat();
  expect(await pour('vite-hmr', whole)).toBe(16 * (14 + (1 << 20)));
  // A malformed frame.
  await pour('vite-ping', [MEGABYTE]);
  expect(await statusOf('/first/')).toBe(200);
  expect(opened.printed).toEqual([]);
});
