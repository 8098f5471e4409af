import { makeMessage } from '../doors.ts';
import { openDevServer, SECRET, STACK } from '../server.ts';
import { faultOf, type Target } from '../target.ts';

/** A frame that ends a connection. */
const CLOSE = Buffer.from([0x88, 0x80, 0, 0, 0, 0]);
const MAX_MESSAGES = 10;

/** Messages on the socket of a dev server. */
export const SOCKETS: Target = {
  name: 'sockets',
  of: 'groups of messages on a socket',
  make: (random) => [makeMessage(random), ...random.many(MAX_MESSAGES, () => makeMessage(random))],
  async open() {
    const server = await openDevServer();
    const head = [
      `GET /?token=${server.token} HTTP/1.1`,
      `Host: ${new URL(server.base).host}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Protocol: vite-hmr',
      `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
    ];
    const open = `${head.join('\r\n')}\r\n\r\n`;
    return {
      async judge(input) {
        const frames = (input as unknown[]).map((message) => toFrame(JSON.stringify(message)));
        try {
          const answer = await server.send([open, ...frames, CLOSE]);
          const said = answer + server.takePrinted();
          if (!answer.includes('101 Switching Protocols')) return `no socket opens: ${answer}`;
          if (STACK.test(said)) return `throws ${said}`;
          if (said.includes(SECRET)) return 'a secret file is sent';
          const { status } = await fetch(new URL('/first/', server.base));
          return status === 200 ? null : `a sound request gets ${status}`;
        } catch (error) {
          return faultOf(error);
        }
      },
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    };
  },
};

/** Returns a text as a frame that a client sends; its mask is zero. */
function toFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head = Buffer.from([0x81, 0xfe, payload.length >> 8, payload.length & 255, 0, 0, 0, 0]);
  return Buffer.concat([head, payload]);
}
