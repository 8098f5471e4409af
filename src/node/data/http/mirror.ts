import { UsageError } from '../../errors.ts';

/** Mirror URLs by the origin that they replace. */
export type Mirrors = ReadonlyMap<string, string>;

/** Parses `ORIGIN=URL` pairs of the command line. */
export function parseMirrors(pairs: readonly string[]): Mirrors {
  return new Map(pairs.map(readPair));
}

/** Returns the URL of the mirror for a URL. */
export function mapAddress(url: URL, mirrors: Mirrors): URL {
  const target = mirrors.get(url.origin);
  return target === undefined ? url : new URL(target + url.pathname + url.search);
}

function readPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  const [origin, target] = [toWebUrl(pair.slice(0, at)), toWebUrl(pair.slice(at + 1))];
  if (at < 0 || !origin || !target) {
    throw new UsageError(
      `"${pair}" does not say what to ask instead of what.`,
      'Write --mirror ORIGIN=URL, like --mirror https://data.example.org=https://mirror.example/data.',
    );
  }
  return [origin.origin, target.href.replace(/\/$/, '')];
}

function toWebUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}
