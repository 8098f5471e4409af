import type { RoomPlace } from '../../talk/model/room/room-place.ts';

/** What a page does: it follows the leader, is on its own, or leads. */
export type Role = 'follow' | 'own' | 'lead';

/** Why a leader's moves do not arrive: the relay does not answer, refuses the secret, or another page leads. */
export type Trouble = 'unreachable' | 'refused' | 'taken';

/** A page's part in its talk. */
export interface Room {
  role: Role;
  /** The leader's last place; null before the first. */
  place: RoomPlace | null;
  /** Whether the relay answers. */
  isConnected: boolean;
  /** Null when all is well. */
  trouble: Trouble | null;
}

/** What a button of the notice does. */
export type Action = 'leave' | 'rejoin' | 'reload';

/** What a page shows about its part. */
export interface Notice {
  text: string;
  actions: readonly Action[];
  /** Whether it vanishes after a while. */
  isBrief: boolean;
}

const TROUBLE: Record<Trouble, string> = {
  unreachable: 'Your moves do not reach the room. Trying again.',
  refused: 'The relay refused the secret.',
  taken: 'Another page leads the room now.',
};

/** Creates a page's part before it knows of a leader. */
export function createRoom(role: Role): Room {
  return { role, place: null, isConnected: false, trouble: null };
}

/** Takes a place of the relay; returns the same room when it is not newer. A leader that others overtake leads no more. */
export function receivePlace(room: Room, place: RoomPlace): Room {
  if (room.place && place.seq <= room.place.seq) return room;
  if (room.role !== 'lead') return { ...room, place };
  return { ...room, place, role: 'own', trouble: 'taken' };
}

/** Takes a place that the page itself posts as leader. */
export function recordPlace(room: Room, place: RoomPlace): Room {
  return { ...room, place };
}

/** Returns the room after a change of role; earlier trouble is over. */
export function changeRole(room: Room, role: Role, trouble: Trouble | null = null): Room {
  return { ...room, role, trouble };
}

/** Returns the number for a leader's next place: above all known ones, and in general above those of earlier talks. */
export function nextSeq({ place }: Room, now: number): number {
  return Math.max((place?.seq ?? 0) + 1, now);
}

/** Describes the part of a page with a certain build; null as long as there is nothing to tell. */
export function describeRoom(room: Room, build: string): Notice | null {
  const { role, place, isConnected, trouble } = room;
  if (role === 'lead') {
    if (trouble) return { text: TROUBLE[trouble], actions: [], isBrief: false };
    return { text: 'You lead the room.', actions: [], isBrief: true };
  }
  const way: Action = role === 'follow' ? 'leave' : 'rejoin';
  if (trouble) return { text: TROUBLE[trouble], actions: place ? [way] : [], isBrief: false };
  if (!place) return null;
  if (place.build !== build) {
    const text = 'The speaker shows another version of this talk.';
    return { text, actions: ['reload', way], isBrief: false };
  }
  if (!isConnected) return { text: 'Not connected. Trying again.', actions: [way], isBrief: false };
  const text = role === 'follow' ? 'Following the speaker' : 'On your own';
  return { text, actions: [way], isBrief: false };
}
