import { printDuration, toMilliseconds } from '../../../talk/text/duration.ts';
import {
  isWebRequest,
  type RefreshRecipe,
  type Requests,
} from '../../../talk/data/update/refresh-context.ts';
import { SourceError } from './failure.ts';
import { limitFailure } from '../http/no-response.ts';
import type { SourceState } from './source-state.ts';
import type { Mirrors } from '../http/mirror.ts';

/** What is known about the last time a source was asked. */
export interface CooldownOptions {
  sourceState: SourceState;
  host: string;
  /** Names the state of file and recipe as they are now. */
  state: string;
  now: number;
}

/** Where the requests of a run go. */
export interface Whereabouts {
  mirrors: Mirrors;
  env: Readonly<Record<string, string | undefined>>;
}

/** Names the origins that requests are answered by instead of their own, for `nameState`. */
export function nameElsewhere(requests: Requests, mirrors: Mirrors): string[] {
  const origins = Object.values(requests).flatMap((request) =>
    isWebRequest(request) && URL.canParse(request.url) ? [new URL(request.url).origin] : [],
  );
  return origins.flatMap((origin) => mirrors.get(origin) ?? []);
}

/** Returns whether no request reaches the source itself: mirrors, proxies and clones need no cooldown. */
export function isElsewhere(requests: Requests, { mirrors, env }: Whereabouts): boolean {
  return Object.values(requests).every((request) => {
    if (!isWebRequest(request)) return true;
    const isInClone = request.clone !== undefined && Boolean(env[request.clone.tree]);
    return isInClone || (URL.canParse(request.url) && mirrors.has(new URL(request.url).origin));
  });
}

/** Says why a source is left alone this time; null where it may be asked. */
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
