/** Limits for responses of a source. */
export interface Limits {
  /** Maximum bytes of a response or event. */
  bytes: number;
  /** Maximum milliseconds for a response, or between two chunks of a stream. */
  timeout: number;
}

/** The limits of pages. */
export const LIMITS: Limits = { bytes: 2_000_000, timeout: 20_000 };

/** A response's text and its sequence number; null when the source has none. */
export interface Answer {
  text: string;
  stamp: number | null;
}

/** Thrown when a source returns nothing usable. */
export class Fault extends Error {
  /** Milliseconds from `Retry-After`; null without it. */
  readonly wait: number | null;
  constructor(message: string, wait: number | null = null) {
    super(message);
    this.wait = wait;
  }
}

const JSON_TYPE = /^(?:application|text)\/(?:[\w.+-]*\+)?(?:json|plain)\b/i;
const DAY_MS = 86_400_000;
const MAX_RETRY_MS = 3_600_000;

/** Requests JSON from an address; the browser's cache makes the request conditional. */
export async function requestJson(
  url: string,
  signal: AbortSignal,
  { bytes, timeout }: Limits = LIMITS,
): Promise<Answer> {
  const timely = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
  try {
    const response = await request(url, 'application/json', timely);
    requireType(response, JSON_TYPE, 'JSON');
    return { text: await readText(response, bytes), stamp: readStamp(response) };
  } catch (error) {
    throw toFault(error, signal);
  }
}

/** Sends a request without credentials and referrer; any unsuccessful response is a fault. */
export async function request(url: string, accept: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, {
    cache: accept.includes('json') ? 'no-cache' : 'no-store',
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
    headers: { Accept: accept },
    signal,
  });
  if (response.ok) return response;
  discard(response.body);
  throw new Fault(`it answered ${response.status}`, readWait(response.headers));
}

/** Rejects an HTML page in place of data. */
export function requireType(response: Response, type: RegExp, name: string): void {
  const found = response.headers.get('Content-Type') ?? '';
  if (type.test(found)) return;
  discard(response.body);
  throw new Fault(`it sent ${found.split(';')[0] || 'something'} instead of ${name}`);
}

/** Converts any error to a fault, except an intended abort. */
export function toFault(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted || error instanceof Fault) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError') return new Fault('it took too long');
  if (error instanceof TypeError && error.message.includes('encoded')) {
    return new Fault('it is not UTF-8');
  }
  return new Fault('it could not be reached');
}

/** Cancels the rest of a response; errors while doing so do not matter. */
function discard(rest: { cancel(): Promise<void> } | null): void {
  rest?.cancel().catch(() => undefined);
}

async function readText({ body, headers }: Response, limit: number): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = Number(headers.get('Content-Length') ?? 0) > limit ? Infinity : 0;
  try {
    for (;;) {
      if (size > limit) throw new Fault(`it sent more than ${Math.round(limit / 1e6)} MB`);
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      size += value.byteLength;
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    discard(reader);
    throw error;
  }
}

/** A date in the future would make all later data look old. */
function readStamp({ headers }: Response): number | null {
  const time = Date.parse(headers.get('Last-Modified') ?? '');
  if (time > clockOf(headers) + DAY_MS) throw new Fault('its clock is ahead');
  return Number.isNaN(time) ? null : time;
}

/** Returns the source's own clock if readable; other sites must allow it by CORS. */
function clockOf(headers: Headers): number {
  const theirs = Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(theirs) ? Date.now() : theirs;
}

function readWait(headers: Headers): number | null {
  const value = headers.get('Retry-After');
  if (value === null) return null;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? Date.parse(value) - clockOf(headers) : seconds * 1000;
  return Number.isNaN(wait) ? null : Math.min(MAX_RETRY_MS, Math.max(0, wait));
}
