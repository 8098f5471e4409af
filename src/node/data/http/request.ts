import type dns from 'node:dns';
import { isWebAddress } from '../../../talk/text/value/record.ts';
import type { WebRequest } from '../../../talk/data/update/request.ts';
import type { Body } from './decode.ts';
import { findPageTitle } from './decode.ts';
import { clockFailure, needsFailure, recipeFailure } from './bad-response.ts';
import { SourceError } from '../refresh/failure.ts';
import {
  challengeFailure,
  httpFailure,
  keyFailure,
  limitFailure,
  redirectFailure,
} from './no-response.ts';
import { sendHop, type HopAnswer } from './exchange.ts';
import type { Limits } from './limits.ts';
import { contentType, listKeys, ownHeaders, writeBody } from './request-parts.ts';
import { readRetryAfter } from './retry-after.ts';
import { findTarget, openWay } from './redirect.ts';
import { mapAddress, type Mirrors } from './mirror.ts';

/** The last validators of a response, for conditional requests. */
export interface Validators {
  etag?: string;
  modified?: string;
}

/** A response, or that it has not changed. */
export type Answer =
  | { isSame: true }
  | {
      isSame: false;
      body: Body;
      validators: Validators;
      /** The header that names other pages; absent for none. */
      link?: string;
    };

/** Options of requests to sources. */
export interface AskOptions {
  limits: Limits;
  mirrors: Mirrors;
  env: Readonly<Record<string, string | undefined>>;
  now: () => number;
  userAgent: string;
  signal: AbortSignal;
  /** Runs one request at a time for each host. */
  inTurn: <Value>(host: string, work: () => Promise<Value>) => Promise<Value>;
  lookup?: typeof dns.lookup;
}

const ACCEPT: Record<WebRequest['format'], string> = {
  json: 'application/json',
  'json-lines': 'application/json, text/plain',
  ndjson: 'application/x-ndjson, application/json, text/plain',
  csv: 'text/csv, text/plain, */*;q=0.5',
  tsv: 'text/tab-separated-values, text/plain, */*;q=0.5',
  prometheus: 'text/plain;version=0.0.4, text/plain',
  xml: 'application/atom+xml, application/rss+xml, application/xml, text/xml',
  toml: 'application/toml, text/plain, */*;q=0.5',
  html: 'text/html',
  text: 'text/plain, */*;q=0.5',
};

/** Requests a URL once, follows redirects, and accepts only a successful response. */
export async function askOnce(
  request: WebRequest,
  validators: Validators,
  options: AskOptions,
): Promise<Answer> {
  if (!isWebAddress(request.url) || !URL.canParse(request.url)) {
    throw new SourceError(recipeFailure(`"${request.url}" is no web address`));
  }
  const start = new URL(request.url);
  const { answer, url } = await follow(start, request, { validators, ...options });
  if (answer.status === 304 && hasAny(validators)) return { isSame: true };
  refuseStatus(answer, url, request, options.now());
  refuseClock(answer, url, options);
  const type = String(answer.headers['content-type'] ?? '');
  const body = { bytes: answer.body, type, host: start.host };
  const { link } = answer.headers as { link?: string };
  const more = link === undefined ? {} : { link };
  return { isSame: false, body, validators: readValidators(answer), ...more };
}

/** Redirects that repeat a request as it is. */
const KEEPS_METHOD = [307, 308];

type FollowOptions = AskOptions & { validators: Validators };

async function follow(
  start: URL,
  request: WebRequest,
  options: FollowOptions,
): Promise<{ answer: HopAnswer; url: URL }> {
  const { mirrors, limits } = options;
  const first = mapAddress(start, mirrors);
  const way = openWay(start, first);
  const body = writeBody(request, options.env);
  let url = first;
  for (let hops = 0; hops <= limits.redirects; hops++) {
    const headers = headersFor(request, options, url.origin === first.origin);
    const { isPublicOnly } = way;
    const hop = { ...options, headers, body, isPublicOnly, host: start.host };
    const asked = url;
    const answer: HopAnswer = await options.inTurn(asked.host, () => sendHop(asked, hop));
    const target = findTarget(answer, asked, start.host);
    if (!target) return { answer, url: asked };
    url = mapAddress(target, mirrors);
    // A body goes to the server that it is meant for, and to no other.
    if (body !== null && (url.origin !== first.origin || !KEEPS_METHOD.includes(answer.status))) {
      throw new SourceError(redirectFailure(start.host, `with its body, to ${target.host}`));
    }
    way.goOn({ target, mapped: url, isFromPrivate: answer.isPrivate });
  }
  throw new SourceError(redirectFailure(start.host, `more than ${limits.redirects} times`));
}

function headersFor(
  request: WebRequest,
  { validators, env, userAgent }: FollowOptions,
  isFirstOrigin: boolean,
): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: ACCEPT[request.format] ?? '*/*',
    'accept-encoding': 'gzip, br, deflate',
  };
  if (request.body !== undefined) headers['content-type'] = contentType(request.body);
  if (validators.etag) headers['if-none-match'] = validators.etag;
  if (validators.modified) headers['if-modified-since'] = validators.modified;
  if (request.auth && isFirstOrigin) headers['authorization'] = basicAuth(request.auth, env);
  return isFirstOrigin ? { ...headers, ...ownHeaders(request, env) } : headers;
}

function basicAuth(names: readonly [string, string], env: AskOptions['env']): string {
  const missing = names.filter((name) => !env[name]);
  if (missing.length > 0) throw new SourceError(needsFailure(missing));
  const pair = names.map((name) => env[name]).join(':');
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function refuseStatus(answer: HopAnswer, url: URL, request: WebRequest, now: number): void {
  const { status, headers, body } = answer;
  if (status === 200) return;
  const host = new URL(request.url).host;
  const retryAfter = readRetryAfter(headers, now);
  const title = findPageTitle(body.subarray(0, 4000).toString('latin1'));
  if (status === 401) throw new SourceError(keyFailure(host, listKeys(request)));
  if (status === 403 && title && /bot|moment|browser|anubis/i.test(title)) {
    throw new SourceError(challengeFailure(host, title));
  }
  if (status === 403 || status === 429) {
    throw new SourceError(limitFailure(host, status, retryAfter));
  }
  if (status >= 300 && status < 400) {
    throw new SourceError(redirectFailure(host, `from ${url.pathname} without saying where to`));
  }
  throw new SourceError(httpFailure(host, status, retryAfter));
}

function refuseClock({ headers }: HopAnswer, url: URL, { now, limits }: AskOptions): void {
  const age = Number(headers.age ?? 0) * 1000;
  const theirs = Date.parse(headers.date ?? '') + (Number.isFinite(age) ? age : 0);
  const apart = Math.abs(theirs - now());
  if (apart > limits.clock) throw new SourceError(clockFailure(url.host, apart));
}

function readValidators({ headers }: HopAnswer): Validators {
  const { etag, 'last-modified': modified } = headers;
  return { ...(etag ? { etag } : {}), ...(modified ? { modified } : {}) };
}

function hasAny({ etag, modified }: Validators): boolean {
  return etag !== undefined || modified !== undefined;
}
