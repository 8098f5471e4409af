import { parseRoomPlace, type RoomPlace } from '../../talk/model/room/room-place.ts';
import type { Connect } from './connect.ts';
import { connectEvents } from './event-feed.ts';
import { connectFile } from './file-feed.ts';
import { createRetry } from './retry.ts';

/** Callbacks of a feed. */
export interface FeedListener {
  onPlace(place: RoomPlace): void;
  onConnected(isConnected: boolean): void;
}

const FILE = /\.json$/;

/** Reads the leader's places for as long as the page is open: events, or a file that is polled where the address ends in `.json`. */
export function openFeed(url: string, { onPlace, onConnected }: FeedListener): void {
  const connect: Connect = isFile(url) ? connectFile : connectEvents;
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

/** Reports whether an address is that of a file which is polled. */
export function isFile(url: string): boolean {
  return FILE.test(url);
}
