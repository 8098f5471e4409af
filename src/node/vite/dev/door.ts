import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { parsePath } from '../../pages/address.ts';
import { FRAME_HEADERS } from '../../pages/policy.ts';
import { hasCode } from '../../system-error.ts';
import { isServed, type Served } from './served.ts';

type Next = (error?: unknown) => void;
/** Error codes of URLs without a readable file. */
const MISSING = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EACCES', 'ERR_INVALID_URL'];

/** The name of Vite's plugin that finds the file of a URL. */
const VITE_RESOLVER = 'builtin:vite-resolve';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** Options of the checks on requests to the dev server. */
export interface DoorOptions extends Served {
  /** The base of all URLs. */
  base: string;
  /** Whether pages of other origins may frame the talks; defaults to no. */
  isEmbeddable?: boolean;
}

const NOT_SERVED = 'Nothing that a page needs is at this address.';
const MAX_REQUESTS = 256;
/** Maximum bytes of a WebSocket message; the longest message of a page names the state of its talk. */
const MAX_MESSAGE_BYTES = 4 << 20;
const FOREIGN_SITE = /^(?:cross-site|same-site)$/;
/** What a browser opens as a page of its own, by a link say. */
const OPENED = 'document';
const FRAMES = ['iframe', 'frame'];
/** Starts an editor on this machine. */
const EDITOR_PATH = '/__open-in-editor';

/** Refuses requests that are malformed, come from a page of another origin or name a file that no page needs. */
export function guardDoor(options: DoorOptions): Middleware {
  let running = 0;
  return (request, response, next) => {
    const pathname = parsePath(request.url);
    if (pathname === null) return refuse(response, 400, 'This address is malformed.');
    if (isForeign(request, pathname, options.isEmbeddable ?? false))
      return refuse(response, 403, 'Only pages of this server may request this.');
    if (running >= MAX_REQUESTS) return refuse(response, 503, 'Too many requests at once.');
    running += 1;
    response.once('close', () => (running -= 1));
    if (!options.isEmbeddable) {
      for (const [name, value] of Object.entries(FRAME_HEADERS)) response.setHeader(name, value);
    }
    response.setHeader('X-Content-Type-Options', 'nosniff');
    const isOfBase = pathname.startsWith(options.base);
    const served = isOfBase ? `/${pathname.slice(options.base.length)}` : pathname;
    isServed(served, options).then((isServed) => {
      if (isServed) next();
      else refuse(response, 404, NOT_SERVED);
    }, next);
  };
}

/** Answers 404 for an address that Vite finds no file for; other errors lose their stack trace. */
export function answerUnreadable(
  error: unknown,
  _request: IncomingMessage,
  response: ServerResponse,
  next: Next,
): void {
  if (isUnresolved(error) && !response.headersSent) return refuse(response, 404, NOT_SERVED);
  // Vite would put the stack trace into its answer.
  if (error instanceof Error) error.stack = '';
  next(error);
}

function isUnresolved(error: unknown): boolean {
  if (hasCode(error, ...MISSING)) return true;
  return error instanceof Error && 'plugin' in error && error.plugin === VITE_RESOLVER;
}

/** The protocol by which a page asks whether the server is back; it sends nothing. */
const PING_PROTOCOL = 'vite-ping';

/** Bytes that a connection had read when its last message was whole. */
const bytesAtMessage = new WeakMap<Socket, number>();

/** Ends connections with a malformed URL before it is parsed, those that are not admitted, and others when a message becomes too long. */
export function guardUpgrade(
  request: IncomingMessage,
  admits: (request: IncomingMessage) => boolean = () => true,
): void {
  const { socket, headers } = request;
  if (parsePath(request.url) === null || !admits(request)) {
    request.url = '/';
    headers['sec-websocket-protocol'] = '';
    socket.destroy();
    return;
  }
  const isPing = headers['sec-websocket-protocol'] === PING_PROTOCOL;
  bytesAtMessage.set(socket, socket.bytesRead);
  // By then Vite listens to the connection, and has read nothing of it.
  process.nextTick(() => {
    // What is malformed in a ping would throw in Vite.
    if (isPing) socket.removeAllListeners('data');
    socket.on('data', () => {
      const length = socket.bytesRead - (bytesAtMessage.get(socket) ?? 0);
      if (isPing || length > MAX_MESSAGE_BYTES) socket.destroy();
    });
  });
}

/** Records each message that a WebSocket has read whole, after which the next may be as long. */
export function countMessages(webSocket: MessageEvents, { socket }: IncomingMessage): void {
  webSocket.on('message', () => bytesAtMessage.set(socket, socket.bytesRead));
}

interface MessageEvents {
  on(event: 'message', listener: () => void): unknown;
}

/** Returns whether a page of another origin sends a request that is not a plain navigation. */
function isForeign({ headers }: IncomingMessage, pathname: string, canFrame: boolean): boolean {
  const { origin, referer, host = '' } = headers;
  if (origin !== undefined && !isOf(origin, host)) return true;
  const site = headers['sec-fetch-site'];
  if (FOREIGN_SITE.test(String(site))) {
    const target = String(headers['sec-fetch-dest']);
    const isOpened = headers['sec-fetch-mode'] === 'navigate' && target === OPENED;
    const isFramed = canFrame && FRAMES.includes(target);
    return !(isOpened || isFramed) || pathname.startsWith(EDITOR_PATH);
  }
  return site === undefined && referer !== undefined && !isOf(referer, host);
}

function isOf(address: string, host: string): boolean {
  return URL.canParse(address) && new URL(address).host === host;
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${words}\n`);
}
