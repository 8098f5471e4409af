import { request } from 'node:http';
import { rmSync } from 'node:fs';
import net from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';
import { rostrum } from '../../../../../src/node/vite/vite.ts';
import { COMMAND_PLUGIN, type CommandOptions } from '../../../../../src/node/vite/site.ts';
import { createTerminal } from '../../../../../src/node/terminal.ts';
import { openProjectFolder, SMALL_PROJECT } from '../../../../support/project.ts';

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const FILES = {
  ...SMALL_PROJECT,
  'slides/talks/first.md': `---
title: First
css: own.css
---

# Opening

<!-- // A remark for editors. -->

![A square](../../assets/square.svg)

<!-- A secret of the speaker. ![Seen by the speaker](../../assets/notes.svg) -->
`,
  'slides/talks/own.css':
    '/* A remark in a style. */\nbody { background: url(/assets/ground.svg) }\n',
  'slides/talks/second.md': '# Second\n\n![Second](../../assets/second.svg)\n',
  'assets/ground.svg': PICTURE,
  'assets/notes.svg': PICTURE,
  'assets/second.svg': PICTURE,
  'assets/unused.svg': PICTURE,
};
const TOKEN = 'a-token-of-this-test';

/** Who asks: `local` is a program of this machine, `speaker` and `guest` come from the network. */
type Visitor = 'local' | 'speaker' | 'guest';

const opened: { server?: ViteDevServer; remove?: () => void; printed: string[] } = { printed: [] };

beforeAll(async () => {
  const folder = openProjectFolder(FILES);
  opened.remove = () => rmSync(folder.root, { recursive: true, force: true });
  // Only this machine gets it.
  vi.stubEnv('ROSTRUM_FOLLOW_SECRET', 'the secret of the relay');
  const stream = { write: (text: string) => opened.printed.push(text) };
  const terminal = createTerminal({ out: stream, err: stream, env: {} });
  const api: CommandOptions = {
    terminal,
    offline: true,
    network: {
      token: TOKEN,
      guestTalks: ['first'],
      // No test leaves this machine, so the name in the request stands for where it comes from.
      isLocal: ({ headers }) => headers.host?.startsWith('localhost:') ?? false,
    },
  };
  const server = await createServer({
    root: folder.root,
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: COMMAND_PLUGIN, api }, rostrum()],
    server: { port: 0 },
    optimizeDeps: { noDiscovery: true },
  });
  await server.listen();
  opened.server = server;
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await opened.server?.close();
  opened.remove?.();
});

const port = (): number => Number(new URL(opened.server?.resolvedUrls?.local[0] ?? '').port);
const cookie = (token = TOKEN): string => `rostrum-${port()}=${token}`;

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  /** The address that it comes from; all of 127/8 are loopback on Linux. */
  from?: string;
}

function ask(
  visitor: Visitor,
  address: string,
  { method = 'GET', headers = {}, from }: Asked = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const name = visitor === 'local' ? 'localhost' : '127.0.0.1';
    const shown = visitor === 'speaker' ? { cookie: cookie() } : {};
    const sent = request(
      {
        host: '127.0.0.1',
        port: port(),
        path: address,
        method,
        headers: { host: `${name}:${port()}`, ...shown, ...headers },
        ...(from === undefined ? {} : { localAddress: from }),
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    sent.on('error', reject).end();
  });
}

const PAGE = { headers: { accept: 'text/html' } };
const POST = { method: 'POST' };

/** What each visitor gets at each address that gives or changes something: `client` is the folder of the client. */
const TABLE: [address: string, asked: Asked, local: number, speaker: number, guest: number][] = [
  ['/', PAGE, 200, 200, 200],
  ['/index.html', PAGE, 200, 200, 200],
  ['/first/', PAGE, 200, 200, 200],
  ['/first/index.html', PAGE, 200, 200, 200],
  ['/first', PAGE, 302, 302, 302],
  ['/first/?speaker', PAGE, 200, 200, 200],
  ['/first/?as-of=2024-06-01', PAGE, 200, 200, 200],
  ['/second/', PAGE, 200, 200, 403],
  ['/none/', PAGE, 404, 404, 403],
  ['/@rostrum/client/script.js', {}, 200, 200, 200],
  ['/@rostrum/client/style.css', {}, 200, 200, 200],
  ['/@rostrum/client/page.js', {}, 200, 200, 403],
  ['/@rostrum/api.js', {}, 200, 200, 200],
  ['/assets/square.svg', {}, 200, 200, 200],
  ['/assets/square.svg?v=1', {}, 200, 200, 200],
  ['/assets/ground.svg', {}, 200, 200, 200],
  ['/slides/talks/own.css', { headers: { accept: 'text/css' } }, 200, 200, 200],
  ['/assets/notes.svg', {}, 200, 200, 403],
  ['/assets/second.svg', {}, 200, 200, 403],
  ['/assets/unused.svg', {}, 404, 404, 404],
  ['/slides/talks/first.md', {}, 404, 404, 404],
  ['/slides/talks/first.md?raw', {}, 404, 404, 404],
  ['/slides/talks/first.md?import&raw', {}, 404, 404, 404],
  ['/data/users.json', {}, 404, 404, 404],
  ['/data/users.json?import', {}, 404, 404, 404],
  ['/rehearsals/first.json', {}, 404, 404, 403],
  ['/vite.config.ts', {}, 404, 404, 403],
  ['/@fs/etc/hostname', {}, 404, 404, 404],
  ['/@fs/FOLDER/slides/talks/first.md', {}, 404, 404, 404],
  ['/@id/FOLDER/slides/talks/first.md', {}, 404, 404, 404],
  ['/@rostrum/mqtt', {}, 200, 200, 200],
  ['/assets/../slides/talks/first.md', {}, 400, 400, 400],
  ['/assets/%2e%2e/slides/talks/first.md', {}, 400, 400, 400],
  ['/@rostrum/day/first?to=2024-06-01', {}, 200, 200, 403],
  ['/@rostrum/leader-secret', {}, 200, 200, 403],
  ['/@vite/client', {}, 200, 200, 403],
  ['/@vite/env', {}, 200, 200, 403],
  ['/node_modules/vite/package.json', {}, 404, 404, 403],
  ['/__open-in-editor', {}, 500, 403, 403],
  ['/@rostrum/first-talk', POST, 409, 403, 403],
  ['/@rostrum/table', POST, 415, 403, 403],
  ['/first/', POST, 404, 403, 403],
  ['/@rostrum/rehearsal/first', POST, 415, 403, 403],
];

test('each visitor gets at each address what the table says', async () => {
  const page = await ask('guest', '/first/', PAGE);
  const [client = ''] = /\/@rostrum\/[\da-f]{16}/.exec(page.body) ?? [];
  expect(client).not.toBe('');
  const got: typeof TABLE = [];
  for (const [address, asked] of TABLE) {
    const path = address
      .replace('/@rostrum/client', client)
      .replace('FOLDER', opened.server?.config.root.slice(1) ?? '');
    const statusFor = async (visitor: Visitor) => (await ask(visitor, path, asked)).status;
    const [local, speaker, guest] = [
      await statusFor('local'),
      await statusFor('speaker'),
      await statusFor('guest'),
    ];
    got.push([address, asked, local, speaker, guest]);
  }
  expect(got).toEqual(TABLE);
});

/** Ways in which browsers ask: for a page, and for a module. */
const FORMS: Record<string, string>[] = [
  { accept: 'text/html' },
  { accept: '*/*', 'sec-fetch-dest': 'script' },
];

test('those without the token see no notes, no remarks, no client of Vite and no other talk', async () => {
  const pages = ['/', '/first/', '/first/?speaker', '/first/?as-of=2024-06-01', '/none/'];
  const styles = [
    '/slides/talks/own.css',
    '/slides/talks/own.css?import',
    '/slides/talks/own.css?raw',
  ];
  for (const address of [...pages, ...styles]) {
    for (const headers of FORMS) {
      const { body } = await ask('guest', address, { headers });
      expect(body, address).not.toMatch(/secret|remark|vite|second|page\.js|hot|\/tmp\//i);
    }
  }
  const { body } = await ask('speaker', '/first/', PAGE);
  expect(body).toMatch(/A secret of the speaker[^]*/);
  expect(body).toContain('@vite/client');
  const asked = { headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': '192.0.2.9' } };
  expect((await ask('speaker', '/@rostrum/leader-secret', asked)).body).toBe('');
});

test('the token in an address becomes a cookie, and goes from the address', async () => {
  const { status, headers, body } = await ask('guest', `/first/?speaker&token=${TOKEN}`, PAGE);
  expect(status).toBe(200);
  expect(body).toBe('<!doctype html><meta http-equiv="refresh" content="0;url=/first/?speaker=">');
  expect(headers['set-cookie']).toEqual([`${cookie()}; Path=/; HttpOnly; SameSite=Strict`]);
  expect(headers['cache-control']).toBe('no-store');
  expect((await ask('local', `/?token=${TOKEN}`, PAGE)).headers).toHaveProperty('set-cookie');
});

test('wrong tokens are refused, told once for each address, and too many of them answered with 429', async () => {
  const from = '127.0.0.3';
  const before = opened.printed.length;
  const statuses: number[] = [];
  for (const wrong of ['1', '1', '2', '3', '4', '5', '6'])
    statuses.push((await ask('guest', `/?token=wrong-${wrong}`, { from })).status);
  expect(statuses).toEqual([403, 403, 403, 403, 403, 429, 429]);
  const told = opened.printed.slice(before).join('');
  expect(told.match(/127\.0\.0\.3/g)).toHaveLength(1);
  expect(told).not.toContain('wrong-');
  expect((await ask('guest', '/first/', { ...PAGE, from })).status).toBe(200);
  // Others at the same address cannot shut the speaker out.
  expect((await ask('guest', `/?token=${TOKEN}`, { from })).headers).toHaveProperty('set-cookie');
  expect((await ask('speaker', '/@vite/client', { from })).status).toBe(200);
  expect((await ask('local', '/?token=wrong', PAGE)).status).toBe(200);
});

test('the cookie of an earlier server opens nothing, and is removed', async () => {
  const old = { headers: { cookie: cookie('of-an-earlier-server') }, from: '127.0.0.4' };
  expect((await ask('guest', '/@vite/client', old)).status).toBe(403);
  const { status, headers } = await ask('guest', '/first/', old);
  expect(status).toBe(200);
  expect(String(headers['set-cookie'])).toContain('Max-Age=0');
});

test('a name that is not of this machine gets nothing', async () => {
  for (const host of [
    'other.invalid',
    `192.0.2.1:${port()}`,
    '[2001:db8::1]',
    'localhost.other.invalid',
    'x@127.0.0.1',
  ])
    for (const visitor of ['guest', 'speaker'] as const) {
      const { status } = await ask(visitor, `/?token=${TOKEN}`, { headers: { host } });
      expect(status, host).toBeGreaterThanOrEqual(400);
    }
});

interface Opened {
  /** Everything that was received. */
  answer(): string;
  /** Resolves when a text was received, or the connection was ended. */
  wait(text: string): Promise<string>;
  send(text: string): void;
  end(): void;
}

/** Opens a socket as a page does. */
function connect(visitor: Visitor, { host = '', protocol = 'vite-hmr' } = {}): Opened {
  const name = visitor === 'local' ? 'localhost' : '127.0.0.1';
  const head = [
    `GET /?token=${opened.server?.config.webSocketToken} HTTP/1.1`,
    `Host: ${host || `${name}:${port()}`}`,
    ...(visitor === 'speaker' ? [`Cookie: other=1; ${cookie()}`] : []),
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    `Sec-WebSocket-Protocol: ${protocol}`,
  ];
  let answer = '';
  const socket = net.connect(port(), '127.0.0.1');
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.on('data', (data) => (answer += data.toString('utf8'))).on('error', () => {});
  return {
    answer: () => answer,
    wait: (text) =>
      new Promise((resolve) => {
        const look = () => answer.includes(text) && resolve(answer);
        socket.on('data', look).on('close', () => resolve(answer));
        look();
      }),
    send: (text) => socket.write(toFrame(text)),
    end: () => socket.destroy(),
  };
}

/** Makes a short text frame whose mask changes nothing. */
function toFrame(text: string): Buffer {
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | body.length, 0, 0, 0, 0]), body]);
}

test('only this machine and those with the token get a socket, whatever the name', async () => {
  for (const protocol of ['vite-hmr', 'vite-ping']) {
    for (const visitor of ['local', 'speaker'] as const) {
      const socket = connect(visitor, { protocol });
      expect(await socket.wait('101')).toContain('101');
      socket.end();
    }
    expect(await connect('guest', { protocol }).wait('101')).toBe('');
    expect(await connect('speaker', { protocol, host: 'other.invalid' }).wait('101')).toBe('');
  }
});

test('what a window says to those of other browsers reaches them, and not itself', async () => {
  const write = (data: unknown) => JSON.stringify({ type: 'custom', event: 'rostrum:stage', data });
  const [deck, phone] = [connect('local'), connect('speaker')];
  await Promise.all([deck.wait('connected'), phone.wait('connected')]);
  phone.send(write({ channel: 'c', message: 1 }));
  await deck.wait('"message":1');
  deck.send(write({ channel: 'c', message: 2 }));
  const heard = await phone.wait('"message":2');
  expect(heard).toContain('"message":2');
  expect(heard).not.toContain('"message":1');
  deck.end();
  phone.end();
});
