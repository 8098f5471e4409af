import { printDuration } from '../../../talk/text/duration.ts';
import { fail, type Failure } from '../refresh/failure.ts';

/** Error codes of certificates from an unknown authority, such as that of an intercepting proxy. */
const UNTRUSTED = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

const NETWORK_REASONS: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ENOTFOUND: 'its name is not known here',
  EAI_AGAIN: 'names cannot be looked up at the moment',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no network',
  ETIMEDOUT: 'the connection was not answered',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ...Object.fromEntries(UNTRUSTED.map((code) => [code, 'its certificate is not trusted here'])),
};

/** Describes the system's error code of a connection. */
export function describeCode(code: string): string {
  return NETWORK_REASONS[code] ?? `the connection failed (${code})`;
}

/** Reports that the source could not be reached, or that the connection broke. */
export function networkFailure(host: string, code: string): Failure {
  const reason = describeCode(code);
  const advice = UNTRUSTED.includes(code)
    ? 'Name the file of the certificates to trust in NODE_EXTRA_CA_CERTS.'
    : 'Look at the network; a mirror can be asked with --mirror ORIGIN=URL, a proxy is named in HTTPS_PROXY.';
  // A retry within seconds does not help an unknown name.
  const mayPass = code !== 'ENOTFOUND' && !UNTRUSTED.includes(code);
  return fail('network', `${host} could not be reached: ${reason}.`, advice, { mayPass });
}

/** Reports a truncated response. */
export function cutFailure(host: string, bytes: number): Failure {
  const advice = 'Try again; if it stays so, ask a mirror with --mirror ORIGIN=URL.';
  const message = `The answer of ${host} broke off after ${printBytes(bytes)}.`;
  return fail('network', message, advice, { mayPass: true });
}

/** Reports a timeout of the source. */
export function timeoutFailure(host: string, what: string, milliseconds: number): Failure {
  return fail(
    'timeout',
    `${host} ${what} within ${printDuration(milliseconds)}.`,
    'It may be busy; try again later.',
    { mayPass: true },
  );
}

/** Reports a timeout of the whole run. */
export function deadlineFailure(host: string, milliseconds: number): Failure {
  return fail(
    'timeout',
    `${host} was not finished when the time for the whole refresh, ${printDuration(milliseconds)}, was over.`,
    'Refresh it alone: npx rostrum data refresh NAME.',
  );
}

/** Reports an error status of the source. */
export function httpFailure(host: string, status: number, retryAfter: number | null): Failure {
  const isTheirs = status >= 500;
  const gone = status === 404 || status === 410 ? 'what was asked is not there' : 'it refused';
  return fail(
    'http',
    `${host} answered ${status}: ${isTheirs ? 'it has a fault of its own' : gone}.`,
    isTheirs ? 'Try again later.' : 'Compare the address in the recipe with the source.',
    { mayPass: isTheirs && status !== 501, retryAfter },
  );
}

/** Reports a missing or wrong key. */
export function keyFailure(host: string, names: readonly string[]): Failure {
  return fail(
    'http',
    `${host} answered 401: it does not accept ${names.join(' and ') || 'requests without a key'}.`,
    'Look at the environment variables that the recipe needs.',
  );
}

/** Reports a rate limit, or a refused client. */
export function limitFailure(host: string, status: number, retryAfter: number | null): Failure {
  const wait = retryAfter === null ? '' : ` and asks to wait ${printDuration(retryAfter)}`;
  return fail(
    'limited',
    status === 429
      ? `${host} answered 429: it was asked too often${wait}.`
      : `${host} answered ${status}: it does not answer this client${wait}.`,
    status === 429
      ? 'Wait before the next refresh; the last good rows stay.'
      : 'Say who you are with ROSTRUM_CONTACT, or ask a mirror with --mirror ORIGIN=URL.',
    // Without Retry-After the host gets no further request in this run.
    { mayPass: status === 429 && retryAfter !== null, retryAfter },
  );
}

/** Reports a page for people in place of data. */
export function challengeFailure(host: string, title: string): Failure {
  const name = title === '' ? 'a page' : `the page "${title}"`;
  return fail(
    'challenge',
    `${host} sent ${name} instead of data: it wants to see a browser.`,
    'Ask a mirror of it with --mirror ORIGIN=URL, or put the row in by hand.',
  );
}

/** Reports a redirect that is not followed. */
export function redirectFailure(host: string, why: string): Failure {
  return fail(
    'redirect',
    `${host} sent on ${why}.`,
    'Look up the new address of the source and put it into the recipe.',
  );
}

/** Reports a response above the maximum size. */
export function sizeFailure(host: string, limit: number): Failure {
  return fail(
    'size',
    `The answer of ${host} is larger than ${printBytes(limit)}.`,
    'Look at what the address in the recipe answers.',
  );
}

function printBytes(bytes: number): string {
  if (bytes < 10_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 1e6)} MB`;
}
