import type { NextPage, WebRequest } from '../../../talk/data/update/request.ts';
import { isRecord } from '../../../talk/text/value/record.ts';
import { SourceError } from '../refresh/failure.ts';
import { recipeFailure, shapeFailure } from './bad-response.ts';
import type { Answer, Validators } from './request.ts';

/** How the pages of a response are requested and read. */
export interface PageOptions {
  /** Names the request among the validators. */
  name: string;
  /** Validators of earlier responses, by name. */
  known: Readonly<Record<string, Validators>>;
  ask(request: WebRequest, validators: Validators): Promise<Answer>;
  decode(answer: Answer & { isSame: false }): Promise<unknown>;
}

/** All pages as one list, or that none of them changed. */
export type Pages =
  | { isSame: true }
  | { isSame: false; value: unknown[]; validators: Record<string, Validators> };

type PagedRequest = WebRequest & { next: NextPage };

const MAX_PAGES = 20;
const MAX_BYTES = 64_000_000;

/** Requests all pages of a response, one after the other; an answer is whole or refused. */
export async function askPages(request: PagedRequest, options: PageOptions): Promise<Pages> {
  if (!URL.canParse(request.url)) {
    throw new SourceError(recipeFailure(`"${request.url}" is no web address`));
  }
  if (await isUnchanged(request, options)) return { isSame: true };
  const { next } = request;
  const { host } = new URL(request.url);
  const limit = next.limit ?? MAX_PAGES;
  const validators: Record<string, Validators> = {};
  const seen = new Set<string>();
  const rows: unknown[] = [];
  let bytes = 0;
  let page: WebRequest | null = startOf(request);
  for (let count = 1; page !== null; count++) {
    if (count > limit) throw refuse(host, `it has more than ${limit} pages`, MORE_PAGES);
    const place = JSON.stringify([page.url, page.body]);
    if (seen.has(place)) throw refuse(host, 'its pages lead in a circle');
    seen.add(place);
    const answer: Answer = await options.ask(page, {});
    if (answer.isSame) throw refuse(host, 'it says that nothing changed, without being asked that');
    bytes += answer.body.bytes.length;
    if (bytes > MAX_BYTES)
      throw refuse(host, `its pages have more than ${MAX_BYTES / 1_000_000} MB`);
    validators[nameOf(options.name, count, page)] = answer.validators;
    const value = await options.decode(answer);
    const list = findRows(value, next, host);
    for (const row of list) rows.push(row);
    page = findNext({ request, page, answer, value, count, isEmpty: list.length === 0 });
  }
  return { isSame: false, value: rows, validators };
}

const MORE_PAGES = 'Say with "limit" how many there may be, or ask for fewer rows.';

function refuse(host: string, what: string, advice?: string): SourceError {
  return new SourceError(shapeFailure(host, what, advice));
}

/** Asks each page that was read before whether it changed. */
async function isUnchanged(
  request: PagedRequest,
  { name, known, ask }: PageOptions,
): Promise<boolean> {
  const pages = Object.entries(known).filter(([key]) => key.startsWith(`${name} page `));
  if (pages.length === 0 || request.body !== undefined) return false;
  if (pages.some(([, { etag, modified }]) => !etag && !modified)) return false;
  for (const [key, validators] of pages) {
    const url = key.slice(key.indexOf(' page ') + 6).replace(/^\d+ /, '');
    const answer = await ask({ ...request, url }, validators);
    if (!answer.isSame) return false;
  }
  return true;
}

function nameOf(name: string, count: number, { url }: WebRequest): string {
  return `${name} page ${count} ${url}`;
}

function startOf(request: PagedRequest): WebRequest {
  const { next } = request;
  if (next.by !== 'page') return request;
  return withParameter(request, next.into, String(next.first ?? 1));
}

function findRows(value: unknown, { rows }: NextPage, host: string): unknown[] {
  const list = rows === undefined ? value : valueAt(value, rows);
  if (Array.isArray(list)) return list;
  const place = rows === undefined ? 'a page' : `"${rows}" of a page`;
  throw refuse(host, `${place} is no list`, 'Say with "rows" where the list of a page is.');
}

interface Step {
  request: PagedRequest;
  page: WebRequest;
  answer: Answer & { isSame: false };
  value: unknown;
  count: number;
  isEmpty: boolean;
}

function findNext({ request, page, answer, value, count, isEmpty }: Step): WebRequest | null {
  const { next } = request;
  if (next.by === 'link') {
    if (next.from === undefined) return followHeader(request, page, answer.link ?? '');
    const target = valueAt(value, next.from);
    return typeof target === 'string' && target !== '' ? followLink(request, page, target) : null;
  }
  if (next.by === 'page') {
    if (isEmpty) return null;
    return withParameter(page, next.into, String((next.first ?? 1) + count));
  }
  if (next.more !== undefined && valueAt(value, next.more) !== true) return null;
  const cursor = valueAt(value, next.from);
  const isCursor = (typeof cursor === 'string' && cursor !== '') || typeof cursor === 'number';
  if (!isCursor) return null;
  if (request.body === undefined) return withParameter(page, next.into, String(cursor));
  return { ...page, body: withValue(page.body, next.into.split('.'), cursor) };
}

const LINK = /<([^>]*)>((?:\s*;\s*[\w*]+\s*=\s*(?:"[^"]*"|[^\s;,"]+))*)/g;
const IS_NEXT = /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=\s*(?:;|$)))/i;

/** Finds the address of the next page in the header "Link". */
function followHeader(request: WebRequest, page: WebRequest, header: string): WebRequest | null {
  const found = [...header.matchAll(LINK)].find(([, , parameters = '']) =>
    IS_NEXT.test(parameters),
  );
  return found ? followLink(request, page, found[1] ?? '') : null;
}

/** Follows the address of the next page; keys stay with the server that they are meant for. */
function followLink(request: WebRequest, page: WebRequest, target: string): WebRequest {
  const { host, origin, protocol } = new URL(request.url);
  const url = URL.canParse(target, page.url) ? new URL(target, page.url) : null;
  // Programs behind a proxy do not know that they are asked by https.
  if (url?.protocol === 'http:' && url.host === host) url.protocol = protocol;
  if (url?.origin === origin) return { ...page, url: url.href };
  throw refuse(host, `its next page is at ${url?.host ?? 'no address'}, another server`);
}

function withParameter(request: WebRequest, name: string, value: string): WebRequest {
  const url = new URL(request.url);
  url.searchParams.set(name, value);
  return { ...request, url: url.href };
}

function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (part, key) => (isRecord(part) && Object.hasOwn(part, key) ? part[key] : undefined),
      value,
    );
}

function withValue(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  const record = isRecord(value) ? value : {};
  return { ...record, [key]: withValue(record[key], rest, to) };
}
