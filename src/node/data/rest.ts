import { printDuration, toMilliseconds } from '../../talk/data/interval.ts';
import type { RefreshRecipe } from '../../talk/data/refresh.ts';
import { SourceError } from './failure.ts';
import { limitFailure } from './no-answer.ts';
import type { Remembered } from './memory.ts';
import type { Via } from './via.ts';

/** What is known about the last time a source was asked. */
export interface RestOptions {
  remembered: Remembered;
  host: string;
  /** Names the state of file and recipe as they are now. */
  state: string;
  now: number;
  via: Via;
}

/** Says why a source is left alone this time; null where it may be asked. */
export function findRest(refresh: RefreshRecipe, options: RestOptions): string | null {
  const { remembered, host, state, now, via } = options;
  // Another origin has its own etiquette: a mirror or proxy is its owner's affair.
  if (via.size > 0) return null;
  const wait = Date.parse(remembered.notBefore ?? '') - now;
  if (wait > 0) throw new SourceError(limitFailure(host, 429, wait));
  const ago = now - Date.parse(remembered.asked ?? '');
  const interval = toMilliseconds(refresh.minInterval) ?? 0;
  if (remembered.failed || remembered.state !== state) return null;
  if (!(ago >= 0 && ago < interval)) return null;
  return `asked ${printDuration(ago)} ago; again in ${printDuration(interval - ago)}`;
}
