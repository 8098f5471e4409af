import type { RoomPlace } from '../../talk/model/room/room-place.ts';
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

/** What became of a place: the relay has it, it can be tried again, or the relay does not accept the secret. */
export type Outcome = 'arrived' | 'failed' | 'refused';

/** Sends places of a leader to a relay. */
export interface Post {
  send(place: RoomPlace): Promise<Outcome>;
  /** Ends what connects it with the relay. */
  close(): void;
}

/** Creates a publisher that sends by a relay's own way. */
export function createPublisher(
  relay: Post,
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
    const outcome = await relay.send(place);
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
      relay.close();
    },
  };
}
