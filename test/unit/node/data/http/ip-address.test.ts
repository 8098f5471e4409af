import { expect, test } from 'vitest';
import { isPrivateAddress, isPrivateHost } from '../../../../../src/node/data/http/ip-address.ts';
import { openWay } from '../../../../../src/node/data/http/redirect.ts';
import { mapAddress, parseMirrors } from '../../../../../src/node/data/http/mirror.ts';
import { serve } from '../../../../support/faults.ts';
import {
  listRecipe,
  makeFolder,
  LIST_TEXT,
  runRefresh,
  serveFor,
  testWorld,
} from '../../../../support/refresh.ts';
import { writeFileSync } from 'node:fs';
import type dns from 'node:dns';

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.1',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '::1',
  '[::1]',
  'fe80::1%eth0',
  'fd00::1',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '[::ffff:c0a8:1]',
  '64:ff9b::10.0.0.1',
  '64:ff9b::7f00:1',
  '::127.0.0.1',
  '2002:7f00:1::',
  '2001:0:4136:e378::1',
  'fec0::1',
])('%s is private', (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each(['151.101.1.1', '172.32.0.1', '2606:4700::1', '::ffff:151.101.1.1'])(
  '%s is public',
  (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  },
);

test('names of this machine are private, others are asked about when connecting', () => {
  expect(isPrivateHost('localhost')).toBe(true);
  expect(isPrivateHost('api.localhost.')).toBe(true);
  expect(isPrivateHost('localhost.example')).toBe(false);
});

test('however an address of this machine is written, its host is private', () => {
  for (const host of ['127.1', '2130706433', '0x7f.1', '0177.0.0.1', '[::ffff:127.0.0.1]']) {
    expect(isPrivateHost(new URL(`http://${host}/`).hostname)).toBe(true);
  }
});

/** Whether the next address must be public, after each step of a way. */
function walk(start: string, first: string, steps: [target: string, mapped: string | null][]) {
  const url = new URL(start);
  const way = openWay(url, first === start ? url : new URL(first));
  return (isFromPrivate: boolean): boolean[] =>
    steps.map(([to, other]) => {
      const target = new URL(to);
      way.goOn({ target, mapped: other === null ? target : new URL(other), isFromPrivate });
      return way.isPublicOnly;
    });
}

test('from a public address all that follows must be public, the same name again included', () => {
  const [start, next] = ['https://a.example/', 'https://b.example/'];
  const steps: [string, null][] = [
    [`${start}again`, null],
    [next, null],
    [start, null],
  ];
  expect(walk(start, start, steps)(false)).toEqual([true, true, true]);
  // A name of a local network is one by the address behind it.
  expect(walk(start, start, steps)(true)).toEqual([false, false, false]);
  expect(walk('http://10.0.0.1/', 'http://10.0.0.1/', steps)(true)).toEqual([false, false, false]);
});

test('an origin that was chosen in place of another may be private, what it points to may not', () => {
  const steps: [string, string | null][] = [
    ['http://127.0.0.1:8080/moved', null],
    ['https://b.example/', null],
    ['https://c.example/', 'http://127.0.0.1:9090/'],
  ];
  expect(walk('https://a.example/', 'http://127.0.0.1:8080/', steps)(true)).toEqual([
    false,
    true,
    false,
  ]);
});

test('another origin is asked in place of one, under its path', () => {
  const mirrors = parseMirrors([
    'https://a.example=http://127.0.0.1:8080/mirror/',
    'https://b.example=https://c.example',
  ]);
  const map = (url: string): string => mapAddress(new URL(url), mirrors).href;
  expect(map('https://a.example/x?y=1')).toBe('http://127.0.0.1:8080/mirror/x?y=1');
  expect(map('https://b.example/')).toBe('https://c.example/');
  expect(map('http://a.example/x')).toBe('http://a.example/x');
  expect(() => parseMirrors(['https://a.example'])).toThrow('does not say what to ask');
  expect(() => parseMirrors(['https://a.example=file:///etc'])).toThrow('does not say what to ask');
});

test('a public name that leads to a private address is refused while connecting', async () => {
  const inner = await serve((_request, response) => response.end('{"subscribers": 1}'));
  const { port } = new URL(inner.url);
  const outer = await serveFor((_request, response) =>
    response.writeHead(302, { location: `http://rebound.example:${port}/` }).end(),
  );
  const asked: string[] = [];
  const lookup = ((name: string, _options: unknown, done: (...found: unknown[]) => void) => {
    asked.push(name);
    done(null, [{ address: '127.0.0.1', family: 4 }]);
  }) as unknown as typeof dns.lookup;
  const root = makeFolder();
  writeFileSync(`${root}/data/list.json`, LIST_TEXT);
  const [result] = await runRefresh(
    root,
    { list: listRecipe() },
    {
      mirrors: [`https://lists.example=${outer.url}`],
      world: testWorld({ lookup }),
    },
  );
  expect(asked).toEqual(['rebound.example']);
  expect(result?.failure?.message).toMatch(/to rebound\.example, an address of a local network/);
  expect(inner.requests).toEqual([]);
  await inner.close();
});

test('a redirect on the same server, or to one that was chosen, is followed', async () => {
  const end = await serveFor((_request, response) => response.end('{"subscribers": 7}'));
  const start = await serveFor((request, response) => {
    const location = request.url === '/count.json' ? '/moved' : 'https://new.example/there';
    response.writeHead(301, { location }).end();
  });
  const root = makeFolder();
  writeFileSync(`${root}/data/list.json`, LIST_TEXT);
  const mirrors = [`https://lists.example=${start.url}`, `https://new.example=${end.url}`];
  const [result] = await runRefresh(root, { list: listRecipe() }, { mirrors });
  expect([result?.outcome, end.requests[0]?.url]).toEqual(['new', '/there']);
});

test('a key does not follow a redirect to another server', async () => {
  const end = await serveFor((_request, response) => response.end('{"subscribers": 7}'));
  const start = await serveFor((_request, response) =>
    response.writeHead(302, { location: 'https://new.example/' }).end(),
  );
  const root = makeFolder();
  writeFileSync(`${root}/data/list.json`, LIST_TEXT);
  const ask = { url: 'https://lists.example/', format: 'json', auth: ['U', 'K'] } as const;
  const mirrors = [`https://lists.example=${start.url}`, `https://new.example=${end.url}`];
  const world = testWorld({ env: { U: 'me', K: 'secret' } });
  const [result] = await runRefresh(root, { list: listRecipe({ ask }) }, { mirrors, world });
  expect(result?.outcome).toBe('new');
  expect(start.requests[0]?.headers.authorization).toMatch(/^Basic /);
  expect(end.requests[0]?.headers.authorization).toBeUndefined();
});
