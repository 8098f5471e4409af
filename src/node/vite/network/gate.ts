import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ResolvedConfig } from 'vite';
import { html } from '../../../talk/html/html.ts';
import { parsePath } from '../../pages/address.ts';
import { isLocalRequest, isOnNetwork, isOwnHost } from './addresses.ts';
import { findCookie, isToken, TOKEN_PARAMETER, writeCookie } from './token.ts';
import { createTries, WAIT_S } from './tries.ts';

type Next = (error?: unknown) => void;
/** A step of the dev server. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: Next) => void;

/** Options of the checks on visitors of a network. */
export interface GateOptions {
  config: Pick<ResolvedConfig, 'base' | 'server'>;
  token: string;
  /** Tells whether a program of this machine sends a request; defaults to what its addresses say. */
  isLocal?: ((request: IncomingMessage) => boolean) | undefined;
  /** Answers those without the token; calls `next` for files that their pages show. */
  answerGuest: Middleware;
  /** Reports the first wrong token of an address. */
  warn(address: string): void;
}

/** The checks that stand before everything else that a dev server answers. */
export interface Gate {
  /** Answers or refuses a request, or passes it on. */
  guard: Middleware;
  /** Returns whether a request may become a socket. */
  admitsSocket(request: IncomingMessage): boolean;
}

interface Refusal {
  status: number;
  words: string;
}

const EDITOR_PATH = '__open-in-editor';
const READING = ['GET', 'HEAD'];
const WRONG_HOST: Refusal = {
  status: 403,
  words: 'The server is not known by this name; "rostrum dev --host=NAME" gives it one.',
};
const NOT_FROM_HERE: Refusal = {
  status: 403,
  words: 'Only the machine on which the server runs may do this.',
};
const WRONG_TOKEN: Refusal = {
  status: 403,
  words: 'This token is not the right one: scan the QR code in the terminal again.',
};
const TOO_MANY: Refusal = { status: 429, words: 'Too many wrong tokens came from this address.' };

/** Opens the gate of a dev server. One that listens on loopback only lets everything pass. */
export function openGate(options: GateOptions): Gate {
  const { config, token, answerGuest, warn, isLocal = isLocalRequest } = options;
  const tries = createTries();
  const isOpen = options.isLocal === undefined && !isOnNetwork(config);
  const isRight = (presented: string | undefined): boolean =>
    presented !== undefined && isToken(presented, token);

  /** Records a wrong token; returns whether its address has presented too many. */
  function isTooMany({ socket: { remoteAddress = '' } }: IncomingMessage, presented: string) {
    if (tries.record(remoteAddress, presented)) warn(remoteAddress);
    return tries.isBlocked(remoteAddress);
  }

  function admitsSocket(request: IncomingMessage): boolean {
    if (isOpen) return true;
    if (!isOwnHost(request.headers.host, config)) return false;
    const cookie = findCookie(request);
    if (isLocal(request) || isRight(cookie)) return true;
    if (cookie !== undefined) isTooMany(request, cookie);
    return false;
  }

  const guard: Middleware = (request, response, next) => {
    if (isOpen) return next();
    if (!isOwnHost(request.headers.host, config)) return refuse(response, WRONG_HOST);
    const [given, cookie] = [readToken(request), findCookie(request)];
    // The right token always opens, so that others at the same address cannot shut the speaker out.
    if (isRight(given)) return welcome(request, response, options);
    if (isLocal(request)) return next();
    const wrong = given ?? (isRight(cookie) ? undefined : cookie);
    if (wrong !== undefined && isTooMany(request, wrong)) return refuse(response, TOO_MANY);
    if (given !== undefined) return refuse(response, WRONG_TOKEN);
    if (cookie === undefined) return answerGuest(request, response, next);
    if (wrong === undefined)
      return isChange(request, config.base) ? refuse(response, NOT_FROM_HERE) : next();
    // A browser that comes back after the server was started again has the cookie of before.
    response.setHeader('Set-Cookie', writeCookie(request, toCookie('', config)));
    answerGuest(request, response, next);
  };
  return { guard, admitsSocket };
}

/** Reads the token in an address; undefined when there is none. */
function readToken({ url = '' }: IncomingMessage): string | undefined {
  if (parsePath(url) === null) return undefined;
  return new URL(url, 'http://localhost').searchParams.get(TOKEN_PARAMETER) ?? undefined;
}

/**
 * Moves the token from the address to a cookie, so that no screenshot shows it. A page of ours leads on: after a redirect, a
 * browser that came by a link on another site would not send the cookie.
 */
function welcome(
  request: IncomingMessage,
  response: ServerResponse,
  { config, token }: GateOptions,
): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  url.searchParams.delete(TOKEN_PARAMETER);
  const address = url.pathname + url.search;
  response.writeHead(200, {
    'Set-Cookie': writeCookie(request, toCookie(token, config)),
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'Content-Type': 'text/html; charset=utf-8',
  });
  response.end(html`<!doctype html><meta http-equiv="refresh" content="0;url=${address}">`.markup);
}

function toCookie(token: string, { base, server }: GateOptions['config']) {
  return { token, base, isSecure: Boolean(server.https) };
}

/** Returns whether a request changes files, or starts a program on this machine. */
function isChange({ method = '', url }: IncomingMessage, base: string): boolean {
  return !READING.includes(method) || (parsePath(url) ?? '').startsWith(base + EDITOR_PATH);
}

function refuse(response: ServerResponse, { status, words }: Refusal): void {
  if (status === TOO_MANY.status) response.setHeader('Retry-After', WAIT_S);
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
}
