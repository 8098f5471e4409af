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
 * Opens a way from an address; `first` is what is asked in its place. Where the author points us is the author's
 * choice, and so is an origin chosen with `--mirror`; where a stranger points us is not. So from a public name all that
 * follows must be public, the same name looked up again included; a name of a local network is told by the address
 * behind it.
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
