import type dns from 'node:dns';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { findProxy, proxyHeaders } from '../../../../../src/node/data/http/proxy.ts';
import type { RefreshResult } from '../../../../../src/node/data/refresh/refresh-result.ts';
import { NOW } from '../../../../support/faults.ts';
import {
  LIST_TEXT,
  listRecipe,
  makeFolder,
  QUICK,
  runRefresh,
  testWorld,
} from '../../../../support/refresh.ts';

const find = (url: string, env: Record<string, string>): string | null =>
  findProxy(new URL(url), env)?.url.href ?? null;

test('a proxy is found by the scheme of the address, in small letters first', () => {
  const env = {
    HTTPS_PROXY: 'http://one:3128',
    http_proxy: 'two:8080',
    HTTP_PROXY: 'http://three',
  };
  expect(find('https://a.example/', env)).toBe('http://one:3128/');
  expect(find('http://a.example/', env)).toBe('http://two:8080/');
  expect(find('http://a.example/', { HTTPS_PROXY: 'http://one' })).toBe(null);
  expect(find('http://a.example/', { HTTP_PROXY: '  ' })).toBe(null);
});

test('hosts of NO_PROXY and this machine are asked directly', () => {
  const env = {
    HTTP_PROXY: 'http://p',
    NO_PROXY: 'a.example, .b.example:81 10.0.0.1,[2001:db8::1]',
  };
  for (const url of [
    'http://a.example/',
    'http://x.a.example:99/',
    'http://b.example:81/',
    'http://10.0.0.1/',
    'http://[2001:db8::1]/',
    'http://localhost:5173/',
    'http://127.0.0.1/',
    'http://[::1]/',
  ]) {
    expect(find(url, env), url).toBe(null);
  }
  for (const url of ['http://xa.example/', 'http://b.example/', 'http://110.0.0.1/']) {
    expect(find(url, env), url).toBe('http://p/');
  }
  expect(find('http://a.example/', { HTTP_PROXY: 'http://p', no_proxy: '*' })).toBe(null);
});

test('what is no HTTP proxy is refused without printing it', () => {
  for (const value of ['socks5://me:secret@p:1080', 'http://', 'http://me:secret@p:port']) {
    expect(() => findProxy(new URL('http://a.example/'), { http_proxy: value })).toThrow(
      /^http_proxy is not the address of an HTTP proxy\.$/,
    );
  }
});

test('user and password go to the proxy, decoded', () => {
  const proxy = findProxy(new URL('http://a.example/'), { http_proxy: 'http://me:a%40b@p' });
  const pair = Buffer.from('me:a@b').toString('base64');
  expect(proxy && proxyHeaders(proxy)).toEqual({ 'proxy-authorization': `Basic ${pair}` });
});

interface TestProxy {
  url: string;
  asked: IncomingMessage[];
}

/** Serves as a proxy on this machine. */
async function serveProxy(
  answer: (request: IncomingMessage, socket: Socket) => void,
): Promise<TestProxy> {
  const asked: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  const server = createServer();
  const take = (request: IncomingMessage): void => {
    asked.push(request);
    answer(request, request.socket);
  };
  server.on('request', take).on('connect', take);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked };
}

function respond(socket: Socket, status: string, body = '', headers: string[] = []): void {
  const lines = [
    `HTTP/1.1 ${status}`,
    `date: ${new Date(NOW).toUTCString()}`,
    `content-length: ${body.length}`,
    ...headers,
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

interface AskOptions {
  url?: string;
  limits?: typeof QUICK;
  lookup?: typeof dns.lookup;
}

async function ask(
  proxy: string,
  { url = 'http://lists.example/count.json', ...world }: AskOptions = {},
): Promise<RefreshResult | undefined> {
  const root = makeFolder();
  writeFileSync(`${root}/data/list.json`, LIST_TEXT);
  const env = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
  const recipe = listRecipe({ ask: { url, format: 'json' } });
  const [result] = await runRefresh(
    root,
    { list: recipe },
    { world: testWorld({ env, ...world }) },
  );
  return result;
}

test('an http source is asked through the proxy, by its whole address', async () => {
  const proxy = await serveProxy((_request, socket) =>
    respond(socket, '200 OK', '{"subscribers":603}'),
  );
  const result = await ask(proxy.url.replace('//', '//me:secret@'));
  expect(result).toMatchObject({ outcome: 'new', failure: null });
  const [request] = proxy.asked;
  expect(request?.url).toBe('http://lists.example/count.json');
  expect(request?.headers).toMatchObject({ host: 'lists.example' });
  expect(request?.headers['proxy-authorization']).toMatch(/^Basic /);
});

test('an https source is asked through a tunnel, whose TLS names the source', async () => {
  const hellos: Buffer[] = [];
  const proxy = await serveProxy((_request, socket) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.once('data', (bytes: Buffer) => {
      hellos.push(bytes);
      socket.destroy();
    });
  });
  const result = await ask(proxy.url, { url: 'https://lists.example/count.json' });
  expect(proxy.asked[0]?.method).toBe('CONNECT');
  expect(proxy.asked[0]?.url).toBe('lists.example:443');
  expect(hellos[0]?.[0]).toBe(0x16);
  expect(hellos[0]?.includes('lists.example')).toBe(true);
  expect(result?.failure?.message).toMatch(
    /^lists\.example could not be reached: the connection was cut/,
  );
});

test.each(['http://lists.example/', 'https://lists.example/'])(
  'of %s, a proxy that does not accept the user is reported with what to do',
  async (url) => {
    const proxy = await serveProxy((_request, socket) =>
      respond(socket, '407 Authentication Required'),
    );
    const { host } = new URL(proxy.url);
    const failure = (await ask(proxy.url, { url }))?.failure;
    expect(failure?.message).toBe(`The proxy ${host} answered 407: it does not accept this user.`);
    expect(failure?.advice).toMatch(/^Set user and password in HTTPS?_PROXY: /);
    expect(proxy.asked).toHaveLength(1);
  },
);

test.each(['http://lists.example/', 'https://lists.example/'])(
  'of %s a proxy that never answers, and one that is not there, are named',
  async (url) => {
    const proxy = await serveProxy(() => undefined);
    const { host } = new URL(proxy.url);
    const late = await ask(proxy.url, { url, limits: QUICK });
    expect(late?.failure?.message).toMatch(`The proxy ${host} did not answer within`);
    const gone = await ask('http://127.0.0.1:1', { url });
    expect(gone?.failure?.message).toBe(
      'The proxy 127.0.0.1:1 could not be reached: the connection was refused.',
    );
    expect(gone?.outcome).toBe('kept');
  },
);

test('a proxy that refuses a tunnel is reported with its status', async () => {
  const proxy = await serveProxy((_request, socket) => respond(socket, '403 Forbidden'));
  const result = await ask(proxy.url, { url: 'https://lists.example/' });
  expect(result?.failure?.message).toMatch(/answered 403 and does not lead to lists\.example\.$/);
});

test('through a proxy no redirect leads to a name of a local network, as far as this machine knows it', async () => {
  const lookup = ((name: string, _options: unknown, done: (...found: unknown[]) => void) => {
    if (name === 'inner.example') done(null, [{ address: '10.0.0.7', family: 4 }]);
    else done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
  }) as unknown as typeof dns.lookup;
  for (const target of ['inner.example', '192.168.0.1', 'localhost']) {
    const proxy = await serveProxy((_request, socket) =>
      respond(socket, '302 Found', '', [`location: http://${target}/`]),
    );
    const result = await ask(proxy.url, { lookup });
    expect(result?.failure?.message).toMatch(`to ${target}, an address of a local network`);
    expect(proxy.asked).toHaveLength(1);
  }
});

test('a redirect to a name that only the proxy knows is followed through it', async () => {
  const lookup = ((_name: string, _options: unknown, done: (error: Error) => void) =>
    done(new Error('no'))) as unknown as typeof dns.lookup;
  const proxy = await serveProxy(({ url }, socket) =>
    url === 'http://new.example/'
      ? respond(socket, '200 OK', '{"subscribers":603}')
      : respond(socket, '302 Found', '', ['location: http://new.example/']),
  );
  expect(await ask(proxy.url, { lookup })).toMatchObject({ outcome: 'new' });
  expect(proxy.asked).toHaveLength(2);
});
