import type { RoomPlace } from '../../talk/model/room/room-place.ts';
import type { Outcome, Post } from './publisher.ts';

const TIMEOUT_MS = 10_000;
const REFUSED = [401, 403];
/** What a header can hold. */
const SECRET = /^[\x21-\x7e]+$/;
const FILE = /\.json$/;

/** Posts places to an address, one request each. */
export function openHttpPost(url: string, secret: string): Post {
  return { send: (place) => postPlace(url, secret, place), close() {} };
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

/** Reports whether an address is that of a file which is polled. */
export function isFile(url: string): boolean {
  return FILE.test(url);
}
