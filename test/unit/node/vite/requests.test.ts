import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';
import { createTerminal } from '../../../../src/node/terminal.ts';
import { rostrum } from '../../../../src/node/vite/plugin.ts';
import { COMMAND_PLUGIN, type CommandWishes } from '../../../../src/node/vite/site.ts';
import { makeMessage, makeRequest } from '../../../fuzz/doors.ts';
import { createRandom } from '../../../fuzz/random.ts';
import { makeProject, SMALL_PROJECT } from '../../../support/project.ts';

const REQUESTS = 150;
const MESSAGES = 150;
const IDLE_MS = 4000;
/** A frame that ends a connection. */
const CLOSE = Buffer.from([0x88, 0x80, 0, 0, 0, 0]);
const STATUSES = [200, 204, 206, 301, 302, 304, 400, 403, 404, 405, 413, 414, 416, 431];
const NO_ANSWER = /^CONNECT|^Upgrade/m;
const STACK = /\n\s+at .*(?:node:|\.[jt]s:\d)/;

async function serve(): Promise<{ server: ViteDevServer; base: string; printed: () => string }> {
  const { root } = makeProject(SMALL_PROJECT);
  const printed: string[] = [];
  const stream = { write: (text: string) => printed.push(text) };
  const terminal = createTerminal({ out: stream, err: stream, env: {} });
  const wishes: CommandWishes = { terminal };
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: COMMAND_PLUGIN, api: wishes }, rostrum()],
    server: { port: 0 },
    optimizeDeps: { noDiscovery: true },
  });
  onTestFinished(() => server.close());
  await server.listen();
  const base = server.resolvedUrls?.local[0] ?? '';
  return { server, base, printed: () => printed.join('') };
}

/** Sends bytes to a server, and returns all that it answers until it hangs up or says no more. */
function send(base: string, texts: readonly (string | Buffer)[]): Promise<string> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (data) => (answer += String(data)));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
    for (const text of texts) socket.write(text);
    socket.setTimeout(IDLE_MS, () => socket.destroy());
  });
}

test('whatever is requested, a dev server answers with a status it knows and without a stack', async () => {
  const { base } = await serve();
  const requests = Array.from({ length: REQUESTS }, (_, seed) =>
    makeRequest(createRandom(seed), new URL(base).host),
  );
  const answers = await Promise.all(requests.map((request) => send(base, [request])));
  const faults = requests.flatMap((request, seed) => {
    const answer = answers[seed] ?? '';
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
    // Refused tunnels and upgrades end without an answer.
    const isKnown = STATUSES.includes(status) || (status === 0 && NO_ANSWER.test(request));
    const isFine = isKnown && !STACK.test(answer);
    return isFine ? [] : [`${seed}: ${request.slice(0, 200)} → ${answer.slice(0, 300)}`];
  });
  expect(faults).toEqual([]);
  expect((await fetch(new URL('/first/', base))).status).toBe(200);
});

test('whatever a stranger says over its socket, a dev server goes on', async () => {
  const { base, server, printed } = await serve();
  const head = [
    `GET /?token=${server.config.webSocketToken} HTTP/1.1`,
    `Host: ${new URL(base).host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Protocol: vite-hmr',
    `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
  ];
  const messages = Array.from({ length: MESSAGES }, (_, seed) =>
    toFrame(JSON.stringify(makeMessage(createRandom(seed)))),
  );
  const answer = await send(base, [`${head.join('\r\n')}\r\n\r\n`, ...messages, CLOSE]);
  expect(answer).toContain('101 Switching Protocols');
  expect(answer).not.toMatch(STACK);
  expect(printed()).not.toMatch(STACK);
  expect((await fetch(new URL('/first/', base))).status).toBe(200);
});

/** Writes a text as a frame that a client sends; its mask is zero. */
function toFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head = Buffer.from([0x81, 0xfe, payload.length >> 8, payload.length & 255, 0, 0, 0, 0]);
  return Buffer.concat([head, payload]);
}
