import { isIP } from 'node:net';
import { fail, SourceError, type Failure } from '../refresh/failure.ts';

/** The environment variables that name a proxy. */
export type ProxyEnv = Readonly<Record<string, string | undefined>>;

/** A proxy for requests to sources. */
export interface Proxy {
  url: URL;
  /** The environment variable that names it. */
  variable: string;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const EXCEPTIONS = 'Hosts that NO_PROXY lists are asked without it.';

/** Finds the proxy for a URL, as other programs do; null for a direct connection. */
export function findProxy(url: URL, env: ProxyEnv): Proxy | null {
  if (isLoopback(url.hostname) || isExcluded(url, env['no_proxy'] || env['NO_PROXY'] || ''))
    return null;
  const scheme = url.protocol === 'https:' ? 'https' : 'http';
  const names = [`${scheme}_proxy`, `${scheme.toUpperCase()}_PROXY`];
  const variable = names.find((name) => env[name]?.trim());
  if (variable === undefined) return null;
  const text = env[variable]?.trim() ?? '';
  const whole = SCHEME.test(text) ? text : `http://${text}`;
  const proxy = URL.canParse(whole) ? new URL(whole) : null;
  if (proxy === null || !/^https?:$/.test(proxy.protocol))
    throw new SourceError(badProxy(variable));
  return { url: proxy, variable };
}

/** Returns the authorisation header of a proxy; none when its URL names no user. */
export function proxyHeaders({ url }: Proxy): Record<string, string> {
  if (url.username === '' && url.password === '') return {};
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** Reports that the proxy could not be reached, or closed the connection early. */
export function proxyFailure({ url, variable }: Proxy, reason: string): Failure {
  const advice = `${variable} names it. ${EXCEPTIONS}`;
  return fail('network', `The proxy ${url.host} could not be reached: ${reason}.`, advice, {
    mayPass: true,
  });
}

/** Reports a timeout of the proxy. */
export function proxyTimeout({ url, variable }: Proxy, time: string): Failure {
  const advice = `${variable} names it. ${EXCEPTIONS}`;
  return fail('timeout', `The proxy ${url.host} did not answer within ${time}.`, advice, {
    mayPass: true,
  });
}

/** Reports that the proxy refused a tunnel. */
export function proxyRefusal({ url, variable }: Proxy, status: number, host: string): Failure {
  if (status === 407) {
    const message = `The proxy ${url.host} answered 407: it does not accept this user.`;
    return fail(
      'network',
      message,
      `Set user and password in ${variable}: http://USER:PASSWORD@HOST:PORT.`,
    );
  }
  const message = `The proxy ${url.host} answered ${status} and does not lead to ${host}.`;
  return fail('network', message, EXCEPTIONS, { mayPass: status >= 500 });
}

function badProxy(variable: string): Failure {
  // The value can hold a password.
  const message = `${variable} is not the address of an HTTP proxy.`;
  return fail('needs', message, 'Write it as http://HOST:PORT.');
}

/** Returns whether a host is this machine, which is never requested through a proxy. */
function isLoopback(host: string): boolean {
  const name = host.replace(/\.$/, '').toLowerCase();
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    (isIP(name) === 4 && name.startsWith('127.'))
  );
}

/** Returns whether `NO_PROXY` lists a URL: a host with its subdomains, with or without a port, or `*` for all. */
function isExcluded(url: URL, list: string): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', wantedPort = port] =
        /^\[?(.+?)\]?(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? [];
      const domain = name.replace(/^\*?\./, '');
      if (domain === '' || wantedPort !== port) return false;
      return host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`));
    });
}
