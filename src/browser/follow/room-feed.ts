import { parseRoomPlace, type RoomPlace } from '../../talk/model/room/room-place.ts';
import type { Connect } from './connect.ts';
import { createRetry } from './retry.ts';

/** Callbacks of a feed. */
export interface FeedListener {
  onPlace(place: RoomPlace): void;
  onConnected(isConnected: boolean): void;
}

/** Reads the leader's places for as long as the page is open. */
export function openFeed(
  url: string,
  connect: Connect,
  { onPlace, onConnected }: FeedListener,
): void {
  const start = (): void => {
    connect(url, {
      onOpen: () => onConnected(true),
      onAlive: () => retry.reset(),
      onText(text) {
        const place = parseRoomPlace(text);
        if (place) onPlace(place);
      },
      onFail() {
        onConnected(false);
        retry.later();
      },
    });
  };
  const retry = createRetry(start);
  // Phones suspend pages; one that returns should not wait.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) retry.now();
  });
  if (navigator.onLine) start();
  else retry.later();
}
