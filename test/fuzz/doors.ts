import type { Random } from './random.ts';
import { anyText, anyValue, TRAP } from './values.ts';

const METHODS = 'GET GET GET HEAD POST PUT DELETE OPTIONS TRACE PATCH CONNECT get G@T'.split(' ');
const STEMS = [
  '/',
  '/first/',
  '/@rostrum/day/',
  '/@rostrum/day/first?day=',
  '/@vite/client',
  '/@id/',
  '/@fs/',
  '/@fs/etc/passwd',
  '/@fs/../outside.txt',
  '/data/users.json',
  '/slides/library/shared.md',
  '/missing/',
  '/@rostrum/first-talk',
  '/@rostrum/table?name=a.csv&source=a',
  '/first',
  '/slides/talks/first.md',
  '/assets/',
  '/node_modules/',
  'http://other.example/',
  '*',
  '',
];
const TAILS = [
  '%',
  '%00',
  '%E0%A4%A',
  '../..',
  '..%2f..%2fetc%2fpasswd',
  '//',
  '\\',
  '?import&raw',
  '?url',
  '?t=',
  '#',
  '.ssh/id_rsa',
  '2025-02-30',
  `<${TRAP}>`,
  `"'><${TRAP} a=b>`,
  '.env',
  'private/key.pem',
  'data/users.ts?raw',
  '\'"',
  'x'.repeat(9000),
];
const HEADERS = [
  'Origin: null',
  'Origin: http://other.example',
  'Referer: %',
  'Host: other.example',
  'Accept: text/html',
  'Accept: */*;q=x',
  'Range: bytes=5-1',
  'If-None-Match: W/"',
  'Sec-Fetch-Site: cross-site',
  'Sec-Fetch-Dest: document',
  'Content-Length: 4',
  'Content-Length: -1',
  'Transfer-Encoding: chunked',
  'Upgrade: websocket',
  'Cookie: =;=',
  'X: \u0001',
];

/** Takes the place of the server's own host and port in what is made. */
export const REQUEST_HOST = 'dev-server';

/** Returns the bytes, as Latin-1, of a request to a dev server: a sound one with something wrong in it. */
export function makeRequest(random: Random): string {
  const address = random.pick(STEMS) + random.many(2, () => random.pick(TAILS)).join('');
  const version = random.chance(0.95) ? 'HTTP/1.1' : random.pick(['HTTP/1.0', 'HTTP/9', '']);
  const lines = [
    `${random.pick(METHODS)} ${random.chance(0.7) ? address : encodeURI(address)} ${version}`,
    `Host: ${REQUEST_HOST}`,
    'Connection: close',
    ...random.many(3, () => random.pick(HEADERS)),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${makeContent(random, lines)}`;
}

/** A server waits for what is announced. */
function makeContent(random: Random, lines: readonly string[]): string {
  if (lines.includes('Transfer-Encoding: chunked')) return '0\r\n\r\n';
  if (lines.includes('Content-Length: 4')) return 'four';
  return random.chance(0.2) ? anyText(random) : '';
}

/** Vite's own events throw when they are malformed; `rostrum dev` goes on all the same. */
const NAMES = 'rostrum:hello rostrum:talk rostrum:index constructor'.split(' ');
const KEYS = 'type talk state slide step isPaused notes key keyCode shiftKey event data'.split(' ');
const TYPES = ['custom', 'hello', 'key', 'state', 'ping', '__proto__'];

/** Returns a message as a stranger sends it to a dev server or to a page. */
export function makeMessage(random: Random): unknown {
  if (random.chance(0.2)) return anyValue(random, 3);
  const entries = random.many(8, () => [random.pick(KEYS), anyValue(random)] as const);
  const known = { type: random.pick(TYPES), event: random.pick(NAMES) };
  const data = random.chance(0.5) ? { talk: 'first', state: anyValue(random) } : anyValue(random);
  return { ...Object.fromEntries(entries), ...(random.chance(0.8) && known), data };
}

const WORDS = '<< >> [ ] ( stream endstream endobj /Kids /Parent /Length /Filter 0 -1 1e9 R obj'
  .split(' ')
  .concat('/FlateDecode', 'xref', 'trailer', '%%EOF', '\u0000');

/** Returns a PDF with some bytes changed, removed or added. */
export function breakPdf(random: Random, bytes: Uint8Array): Buffer {
  let broken = Buffer.from(bytes);
  for (let count = 1 + random.below(6); count > 0; count--) {
    const at = random.below(broken.length);
    const piece = random.chance(0.5)
      ? Buffer.from(random.pick(WORDS), 'latin1')
      : broken.subarray(random.below(broken.length)).subarray(0, random.below(80));
    const gone = random.chance(0.1) ? random.below(broken.length) : random.below(12);
    broken = Buffer.concat([broken.subarray(0, at), piece, broken.subarray(at + gone)]);
  }
  return broken;
}
