import type { RoomPlace } from '../../talk/model/room/room-place.ts';
import { isFile } from './room-feed.ts';
import { createRetry } from './retry.ts';

/** Posts a leader's places: one request at a time, and only the last place of those that wait. */
export interface Publisher {
  post(place: RoomPlace): void;
  stop(): void;
}

/** Callbacks of a publisher. */
export interface PublisherListener {
  onArrived(): void;
  /** It is tried again. */
  onFailed(): void;
  /** The relay does not accept the secret; nothing more is posted. */
  onRefused(): void;
}

const TIMEOUT_MS = 10_000;
const REFUSED = [401, 403];
/** What a header can hold. */
const SECRET = /^[\x21-\x7e]+$/;

type Outcome = 'arrived' | 'failed' | 'refused';

/** Creates a publisher for the address of a talk at the relay. */
export function createPublisher(
  url: string,
  secret: string,
  { onArrived, onFailed, onRefused }: PublisherListener,
): Publisher {
  let waiting: RoomPlace | null = null;
  let isBusy = false;
  let isStopped = false;
  const send = async (): Promise<void> => {
    if (isBusy || isStopped || waiting === null) return;
    isBusy = true;
    const place = waiting;
    waiting = null;
    const outcome = await postPlace(url, secret, place);
    isBusy = false;
    if (isStopped) return;
    if (outcome === 'refused') return onRefused();
    if (outcome === 'failed') {
      waiting ??= place;
      retry.later();
      return onFailed();
    }
    retry.reset();
    onArrived();
    await send();
  };
  const retry = createRetry(() => void send());
  return {
    post(place) {
      waiting = place;
      void send();
    },
    stop() {
      isStopped = true;
      retry.stop();
    },
  };
}

/** Posts a place; a file is put where it is read. */
async function postPlace(url: string, secret: string, place: RoomPlace): Promise<Outcome> {
  if (!SECRET.test(secret)) return 'refused';
  try {
    const { ok, status } = await fetch(url, {
      method: isFile(url) ? 'PUT' : 'POST',
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(place),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return ok ? 'arrived' : REFUSED.includes(status) ? 'refused' : 'failed';
  } catch {
    return 'failed';
  }
}
