import type dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import tls from 'node:tls';
import { isPrivateAddress } from './ip-address.ts';
import { SourceError } from '../refresh/failure.ts';
import { describeCode } from './no-response.ts';
import { proxyFailure, proxyHeaders, proxyRefusal, type Proxy } from './proxy.ts';

/** Options of a request, direct or through a proxy. */
export interface ConnectOptions {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  signal: AbortSignal;
}

/** Timeout of a name lookup: networks with a proxy often have no name server. */
const LOOKUP_TIMEOUT_MS = 2000;

/** Creates a request that connects directly, to an IP address that `lookup` returns. */
export function requestDirectly(
  url: URL,
  { method, headers, signal }: ConnectOptions,
  lookup: LookupFunction,
): http.ClientRequest {
  const { request } = url.protocol === 'https:' ? https : http;
  return request(url, { method, headers, signal, agent: false, lookup });
}

/** Creates a request through a proxy, with a tunnel for https URLs. */
export async function requestThrough(
  proxy: Proxy,
  url: URL,
  { method, headers, signal }: ConnectOptions,
): Promise<http.ClientRequest> {
  if (url.protocol === 'http:') {
    const path = `${url.origin}${url.pathname}${url.search}`;
    const all = { ...headers, host: url.host, ...proxyHeaders(proxy) };
    const options = { method, path, headers: all, signal, agent: false };
    return requestOf(proxy)(proxy.url, options);
  }
  const socket = await openTunnel(proxy, url, signal);
  const servername = isIP(url.hostname) === 0 ? url.hostname : '';
  const createConnection = (): tls.TLSSocket => tls.connect({ socket, servername });
  // Without an agent Node uses port 80 for https, and writes it into the header "host".
  const options = { method, headers, signal, createConnection, defaultPort: 443 };
  return https.request(url, options);
}

/** Opens a tunnel through a proxy to the host of a URL. */
function openTunnel(proxy: Proxy, url: URL, signal: AbortSignal): Promise<Duplex> {
  const path = `${url.hostname}:${url.port || '443'}`;
  const headers = { host: path, ...proxyHeaders(proxy) };
  return new Promise((resolve, reject) => {
    const options = { method: 'CONNECT', path, headers, signal, agent: false };
    const outgoing = requestOf(proxy)(proxy.url, options);
    outgoing.once('connect', ({ statusCode = 0 }, socket, head) => {
      if (statusCode >= 200 && statusCode < 300) {
        if (head.length > 0) socket.unshift(head);
        return resolve(socket);
      }
      socket.destroy();
      reject(new SourceError(proxyRefusal(proxy, statusCode, url.host)));
    });
    outgoing.once('error', (error) => reject(explainProxy(proxy, error)));
    outgoing.end();
  });
}

/** Marks a connection error as one of the connection to the proxy. */
export function explainProxy(proxy: Proxy, error: Error): Error {
  if (error instanceof SourceError || error.name === 'AbortError') return error;
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  const { code = 'unknown' } = inner as NodeJS.ErrnoException;
  return new SourceError(proxyFailure(proxy, describeCode(code)), error);
}

/** Returns whether this machine resolves a name to a local network; a proxy may resolve it to another address. */
export async function isPrivateName(name: string, lookup: typeof dns.lookup): Promise<boolean> {
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0) return isPrivateAddress(name);
  const found = new Promise<boolean>((resolve) => {
    lookup(name, { all: true }, (error, addresses) =>
      resolve(!error && addresses.some(({ address }) => isPrivateAddress(address))),
    );
  });
  return Promise.race([found, sleep(LOOKUP_TIMEOUT_MS, false, { ref: false })]);
}

function requestOf({ url }: Proxy): typeof http.request {
  return url.protocol === 'https:' ? https.request : http.request;
}
