import type { RevealApi } from 'reveal.js';
import { LEADER_SECRET_PATH, type RoomPlace } from '../../talk/model/room/room-place.ts';
import { parseBroker } from '../../talk/model/room/broker.ts';
import type { PageData } from '../../talk/model/wire.ts';
import { addKey } from '../deck/keys.ts';
import { isSamePlace, onMove, readDeckPlace, showDeckPlace } from './deck-place.ts';
import { openFeed } from './room-feed.ts';
import { openLeadDialog } from './lead-dialog.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import { openRoomBar } from './room-bar.ts';
import { openRoomRelay } from './room-relay.ts';
import { keep, readKept } from './room-store.ts';
import {
  changeRole,
  createRoom,
  describeRoom,
  nextSeq,
  receivePlace,
  recordPlace,
  type Action,
  type Role,
  type Room,
  type Trouble,
} from './room.ts';

/** Requests the secret of the environment, which only a dev server on this machine gives; empty for none. */
async function requestSecret(): Promise<string> {
  const response = await fetch(LEADER_SECRET_PATH).catch(() => null);
  return response?.ok ? (await response.text()).trim() : '';
}

/** Lets a deck follow the leader of its talk at the relay, or lead. */
export async function startFollow(deck: RevealApi, page: PageData): Promise<void> {
  if (!page.room) return;
  const { url } = page.room;
  const relay = await openRoomRelay(url);
  const kept = readKept(url);
  // A link to a slide is for that slide.
  const first: Role = deck.getIndices().h === 0 ? 'follow' : 'own';
  let room = createRoom(kept?.role === 'lead' ? 'own' : (kept?.role ?? first));
  let shown = readDeckPlace(deck);
  let isMoving = false;
  let wasConnected = false;
  let publisher: Publisher | null = null;
  let secret = '';
  let seq = kept?.seq ?? 0;
  const getBuild = (): string => page.room?.build ?? '';
  const bar = openRoomBar(document, run);

  function set(next: Room): void {
    room = next;
    if (room.role !== 'lead') stopPublisher();
    isMoving = true;
    if (room.role === 'follow' && room.place) showDeckPlace(deck, room.place);
    isMoving = false;
    shown = readDeckPlace(deck);
    keep(url, { role: room.role, secret, seq });
    bar.show(describeRoom(room, getBuild()));
  }

  function stopPublisher(): void {
    publisher?.stop();
    publisher = null;
    secret = '';
  }

  function lead(entered: string): void {
    stopPublisher();
    secret = entered;
    publisher = createPublisher(relay.openPost(secret), {
      onArrived: () => setTrouble(null),
      onFailed: () => setTrouble('unreachable'),
      onRefused: () => set(changeRole(room, 'own', 'refused')),
    });
    set(changeRole(room, 'lead'));
    post();
  }

  function setTrouble(trouble: Trouble | null): void {
    if (room.trouble !== trouble) set({ ...room, trouble });
  }

  function post(): void {
    seq = Math.max(seq + 1, nextSeq(room, Date.now()));
    const place: RoomPlace = { build: getBuild(), ...readDeckPlace(deck), seq };
    publisher?.post(place);
    set(recordPlace(room, place));
  }

  function run(action: Action): void {
    if (action === 'reload') return location.reload();
    set(changeRole(room, action === 'leave' ? 'own' : 'follow'));
  }

  function followMove(): void {
    if (isMoving || isSamePlace(readDeckPlace(deck), shown)) return;
    shown = readDeckPlace(deck);
    if (room.role === 'lead') post();
    else if (room.role === 'follow' && room.place) set(changeRole(room, 'own'));
  }

  async function openDialog(): Promise<void> {
    const isLeading = room.role === 'lead';
    const known = isLeading || page.state === undefined ? '' : await requestSecret();
    const stop = (): void => set(changeRole(room, 'own'));
    openLeadDialog({ isLeading, secret: known, isLogin: parseBroker(url) !== null, lead, stop });
  }

  onMove(deck, followMove);
  addKey({
    keys: ['a'],
    about: 'Lead the room',
    run: () => void openDialog(),
  });
  openFeed(url, relay.connect, {
    onPlace: (place) => {
      const next = receivePlace(room, place);
      if (next !== room) set(next);
    },
    onConnected(isConnected) {
      const isBack = isConnected && wasConnected && !room.isConnected;
      wasConnected ||= isConnected;
      set({ ...room, isConnected });
      // A relay that was restarted has lost the place.
      if (isBack && room.role === 'lead') post();
    },
  });
  if (kept?.role === 'lead' && kept.secret !== '') lead(kept.secret);
}
