import { isPrivateHost } from './ip-address.ts';
import { SourceError } from '../refresh/failure.ts';
import type { HopAnswer } from './exchange.ts';
import { redirectFailure } from './no-response.ts';

/** The redirects of a request. */
export interface Way {
  /** Whether the next address must be a public one. */
  readonly isPublicOnly: boolean;
  /** Follows a redirect; `mapped` is the URL that is requested in its place. */
  goOn(step: { target: URL; mapped: URL; isFromPrivate: boolean }): void;
}

const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Starts a chain of redirects from an address; `first` is requested in its place. The author may choose any address,
 * and any origin with `--mirror`; a redirect of a stranger may not. From a public name all that follows must be public,
 * also the same name when it is looked up again. A name of a local network is recognised by its IP address.
 */
export function openWay(start: URL, first: URL): Way {
  const isMapped = first !== start;
  let mayBePrivate = isPrivateHost(start.hostname);
  let isFirst = true;
  let isPublicOnly = false;
  return {
    get isPublicOnly() {
      return isPublicOnly;
    },
    goOn({ target, mapped, isFromPrivate }) {
      if (isFirst && !isMapped) mayBePrivate ||= isFromPrivate;
      isFirst = false;
      const isChosen = mapped !== target || (isMapped && mapped.origin === first.origin);
      isPublicOnly = !mayBePrivate && !isChosen;
    },
  };
}

/** Finds the target of a redirect; null for other responses. */
export function findTarget({ status, headers }: HopAnswer, url: URL, host: string): URL | null {
  const { location } = headers;
  if (!REDIRECTS.includes(status) || !location) return null;
  const target = URL.canParse(location, url.href) ? new URL(location, url.href) : null;
  if (target && /^https?:$/.test(target.protocol) && target.username === '') return target;
  throw new SourceError(redirectFailure(host, `to "${location.slice(0, 80)}", no web address`));
}
