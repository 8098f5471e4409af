import { printDuration, toMilliseconds } from '../../../talk/text/duration.ts';
import type { RefreshRecipe } from '../../../talk/data/update/refresh-context.ts';
import { isWebRequest, type Requests } from '../../../talk/data/update/request.ts';
import { isWebAddress } from '../../../talk/text/value/record.ts';
import { SourceError } from './failure.ts';
import { limitFailure } from '../http/no-response.ts';
import type { SourceState } from './source-state.ts';
import type { Mirrors } from '../http/mirror.ts';

/** What is known about the last request to a source. */
export interface CooldownOptions {
  sourceState: SourceState;
  host: string;
  /** Names the current state of file and recipe. */
  state: string;
  now: number;
}

/** The targets of the requests of a run. */
export interface Whereabouts {
  mirrors: Mirrors;
  env: Readonly<Record<string, string | undefined>>;
}

/** Names the mirrors of the requests, for `nameState`. */
export function nameMirrors(requests: Requests, mirrors: Mirrors): string[] {
  const origins = Object.values(requests).flatMap((request) =>
    isWebRequest(request) && URL.canParse(request.url) ? [new URL(request.url).origin] : [],
  );
  return origins.flatMap((origin) => mirrors.get(origin) ?? []);
}

/** Returns whether no request reaches the source itself: mirrors, proxies and clones need no cooldown. */
export function isElsewhere(requests: Requests, { mirrors, env }: Whereabouts): boolean {
  return Object.values(requests).every((request) => {
    if ('duckdb' in request) return !Object.values(request.duckdb).some(isWebAddress);
    if (!isWebRequest(request)) return true;
    const isInClone = request.clone !== undefined && Boolean(env[request.clone.tree]);
    return isInClone || (URL.canParse(request.url) && mirrors.has(new URL(request.url).origin));
  });
}

/** Reports why a source is in its cooldown; null when it may be requested. */
export function findCooldown(refresh: RefreshRecipe, options: CooldownOptions): string | null {
  const { sourceState, host, state, now } = options;
  const wait = Date.parse(sourceState.notBefore ?? '') - now;
  if (wait > 0) throw new SourceError(limitFailure(host, 429, wait));
  const ago = now - Date.parse(sourceState.asked ?? '');
  const interval = toMilliseconds(refresh.minInterval) ?? 0;
  if (sourceState.failed || sourceState.state !== state) return null;
  if (!(ago >= 0 && ago < interval)) return null;
  return `asked ${printDuration(ago)} ago; again in ${printDuration(interval - ago)}`;
}
