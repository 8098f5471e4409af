/** Where the leader of a talk is, as it is posted to the relay; nothing else is. */
export interface RoomPlace {
  /** The state of the talk that the leader shows, see `PageRoom`. */
  build: string;
  /** The slide's id. */
  slide: string;
  /** Index of the last visible step; -1 before the first. */
  step: number;
  /** Grows with each place, over all leaders of a talk. */
  seq: number;
}

/** What a page needs to follow the leader of its talk. */
export interface PageRoom {
  /** Address of the talk at the relay: places are read and posted there. */
  url: string;
  /** Hash of the slides on the page; a leader and followers with equal slides have the same. */
  build: string;
}

/** Path at which the dev server gives its own pages the leader's secret of the environment. */
export const LEADER_SECRET_PATH = '/@rostrum/leader-secret';

/** Maximum letters of a message; the id of a slide can be long. */
const MAX_MESSAGE = 2000;
const MAX_ID = 500;
const MAX_STEP = 1000;
/** Above that, a leader could not count on. */
const MAX_SEQ = 2 ** 52;
const BUILD = /^[\w-]{1,64}$/;

/** Parses a message of the relay; null unless its shape and all of its values are those of a place. */
export function parseRoomPlace(text: string): RoomPlace | null {
  if (text.length > MAX_MESSAGE) return null;
  const message = parseJson(text);
  if (typeof message !== 'object' || message === null) return null;
  const { build, slide, step, seq } = message as Partial<Record<keyof RoomPlace, unknown>>;
  if (typeof build !== 'string' || !BUILD.test(build)) return null;
  if (typeof slide !== 'string' || slide === '' || slide.length > MAX_ID) return null;
  if (!isWithin(step, -1, MAX_STEP) || !isWithin(seq, 0, MAX_SEQ)) return null;
  return { build, slide, step, seq };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isWithin(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}
