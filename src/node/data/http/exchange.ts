import dns from 'node:dns';
import type http from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { LookupFunction } from 'node:net';
import { printDuration } from '../../../talk/text/duration.ts';
import { isPrivateAddress, isPrivateHost } from './ip-address.ts';
import { readBody } from './response-body.ts';
import { explainProxy, isPrivateName, requestDirectly, requestThrough } from './connect.ts';
import { SourceError, type Failure } from '../refresh/failure.ts';
import { networkFailure, redirectFailure, timeoutFailure } from './no-response.ts';
import type { Limits } from './limits.ts';
import { findProxy, proxyRefusal, proxyTimeout, type Proxy, type ProxyEnv } from './proxy.ts';

/** One request and its answer, before redirects are followed. */
export interface HopAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Empty for a status without a body. */
  body: Buffer;
  /** Whether it came from a private IP address. */
  isPrivate: boolean;
}

/** Options of one request. */
export interface HopOptions {
  headers: Record<string, string>;
  /** The body of a POST; null for a GET. */
  body: string | null;
  limits: Limits;
  /** Whether it must not go to a private address. */
  isPublicOnly: boolean;
  /** The redirecting host, for messages. */
  host: string;
  signal: AbortSignal;
  /** Environment variables, which name proxies. */
  env: ProxyEnv;
  lookup?: typeof dns.lookup;
}

/** Sends one request and reads its response within the limits. */
export async function sendHop(url: URL, options: HopOptions): Promise<HopAnswer> {
  const { limits, isPublicOnly, host, signal, env, lookup = dns.lookup } = options;
  if (isPublicOnly && isPrivateHost(url.hostname)) throw intoPrivate(host, url.hostname);
  const proxy = findProxy(url, env);
  // The proxy resolves the name; only the resolution of this machine can be checked.
  const isPrivateHere = (): Promise<boolean> => isPrivateName(url.hostname, lookup);
  if (proxy && isPublicOnly && (await isPrivateHere())) throw intoPrivate(host, url.hostname);
  const started = Date.now();
  const response = await openResponse(url, proxy, options);
  const status = response.statusCode ?? 0;
  const { headers } = response;
  if (proxy && status === 407) {
    response.destroy();
    throw new SourceError(proxyRefusal(proxy, status, url.host));
  }
  if (status >= 300 && status < 400) {
    const address = response.socket.remoteAddress ?? '';
    response.destroy();
    const isPrivate = proxy ? await isPrivateHere() : isPrivateAddress(address);
    return { status, headers, body: Buffer.alloc(0), isPrivate };
  }
  const isPrivate = !proxy && isPrivateAddress(response.socket.remoteAddress ?? '');
  const left = limits.request - (Date.now() - started);
  const body = await readBody(response, { host: url.host, limits, signal, left });
  return { status, headers, body, isPrivate };
}

async function openResponse(
  url: URL,
  proxy: Proxy | null,
  options: HopOptions,
): Promise<http.IncomingMessage> {
  const { headers, limits, body } = options;
  const method = body === null ? 'GET' : 'POST';
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), limits.firstByte);
  const signal = AbortSignal.any([options.signal, late.signal]);
  let isPastProxy = proxy === null;
  try {
    const outgoing = proxy
      ? await requestThrough(proxy, url, { method, headers, signal })
      : requestDirectly(url, { method, headers, signal }, guardLookup(options));
    isPastProxy ||= url.protocol === 'https:';
    return await new Promise((resolve, reject) => {
      outgoing.on('response', resolve);
      outgoing.on('error', reject);
      outgoing.end(body ?? undefined);
    });
  } catch (error) {
    const isLate = late.signal.aborted && !options.signal.aborted;
    const onWay = isPastProxy ? null : proxy;
    if (isLate) throw new SourceError(describeDelay(url, onWay, limits.firstByte));
    if (!(error instanceof Error)) throw error;
    throw onWay ? explainProxy(onWay, error) : toSourceError(error, url.host);
  } finally {
    clearTimeout(timer);
  }
}

function describeDelay(url: URL, proxy: Proxy | null, time: number): Failure {
  if (proxy) return proxyTimeout(proxy, printDuration(time));
  return timeoutFailure(url.host, 'did not answer', time);
}

/** Resolves names with the system, and refuses private addresses when connecting. */
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

/** Turns the system's error of a connection into a failure of the source. */
function toSourceError(error: Error, host: string): Error {
  if (error instanceof SourceError || error.name === 'AbortError') return error;
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  const { code = 'unknown' } = inner as NodeJS.ErrnoException;
  return new SourceError(networkFailure(host, code), error);
}
