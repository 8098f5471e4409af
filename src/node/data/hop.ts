import dns from 'node:dns';
import http, { type IncomingHttpHeaders } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPrivateAddress, isPrivateHost } from './address.ts';
import { readBody } from './body.ts';
import { SourceError } from './failure.ts';
import { networkFailure, redirectFailure, timeoutFailure } from './no-answer.ts';
import type { Limits } from './limits.ts';

/** One request and its answer, before redirects are followed. */
export interface HopAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Empty where the status says that there is nothing to read. */
  body: Buffer;
  /** Whether it came from a private address, whatever the name is. */
  isPrivate: boolean;
}

/** What one request is made with. */
export interface HopOptions {
  headers: Record<string, string>;
  limits: Limits;
  /** Whether it must not go to a private address. */
  isPublicOnly: boolean;
  /** The host that sent us here, for the message. */
  host: string;
  signal: AbortSignal;
  lookup?: typeof dns.lookup;
}

/** Sends one GET request and reads its answer within the limits. */
export async function sendHop(url: URL, options: HopOptions): Promise<HopAnswer> {
  const { limits, isPublicOnly, host, signal } = options;
  if (isPublicOnly && isPrivateHost(url.hostname)) throw intoPrivate(host, url.hostname);
  const started = Date.now();
  const response = await openResponse(url, options);
  const status = response.statusCode ?? 0;
  const { headers } = response;
  const isPrivate = isPrivateAddress(response.socket.remoteAddress ?? '');
  if (status >= 300 && status < 400) {
    response.destroy();
    return { status, headers, body: Buffer.alloc(0), isPrivate };
  }
  const left = limits.request - (Date.now() - started);
  const body = await readBody(response, { host: url.host, limits, signal, left });
  return { status, headers, body, isPrivate };
}

function openResponse(url: URL, options: HopOptions): Promise<http.IncomingMessage> {
  const { headers, limits, signal } = options;
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const late = (): void => {
      outgoing.destroy();
      reject(new SourceError(timeoutFailure(url.host, 'did not answer', limits.firstByte)));
    };
    const timer = setTimeout(late, limits.firstByte);
    const outgoing = request(url, { headers, signal, agent: false, lookup: guardLookup(options) });
    outgoing.on('response', (response) => {
      clearTimeout(timer);
      resolve(response);
    });
    outgoing.on('error', (error) => {
      clearTimeout(timer);
      reject(toSourceError(error, url.host));
    });
    outgoing.end();
  });
}

/** Looks up names as the system does, and refuses private addresses at the moment of connecting. */
function guardLookup({ isPublicOnly, host, lookup = dns.lookup }: HopOptions): LookupFunction {
  return (name, options, callback) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      const isBad = isPublicOnly && addresses?.some(({ address }) => isPrivateAddress(address));
      if (error) callback(error, []);
      else if (isBad) callback(intoPrivate(host, name), []);
      else if (options.all) callback(null, addresses);
      else callback(null, first?.address ?? '', first?.family ?? 4);
    });
  };
}

function intoPrivate(host: string, name: string): SourceError {
  return new SourceError(redirectFailure(host, `to ${name}, an address of a local network`));
}

/** Names what the system says about a connection. */
function toSourceError(error: Error, host: string): Error {
  if (error instanceof SourceError || error.name === 'AbortError') return error;
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  const { code = 'unknown' } = inner as NodeJS.ErrnoException;
  return new SourceError(networkFailure(host, code), error);
}
