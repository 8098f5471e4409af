import type { RevealApi } from 'reveal.js';
import { findKey, useKey } from '../deck/keys.ts';
import { goToSlide } from '../deck/moves.ts';
import { FROZEN_EVENT, getLive } from '../live-control.ts';
import { assignDeckId, readDeckId } from '../page/deck-id.ts';
import { CHANGED_EVENT, findSlides, readPage } from '../page/page.ts';
import { readBlocked, showBlockedLink } from './blocked-link.ts';
import { openStageChannel, readTalkPath, type Channel } from './channel.ts';
import { moveClock, NEW_CLOCK, pauseClock } from './clock.ts';
import { readPosition } from './deck-position.ts';
import { openDeckRoll, type DeckRoll } from '../rehearsal/deck-roll.ts';
import { followTools } from './follow-tools.ts';
import { openFreeze, type Freeze } from './frozen-screen.ts';
import { openInkDoor, type WithInk } from './ink-door.ts';
import { openClock, type ChangeClock, type ClockedTalk } from './clock-store.ts';
import { readNotes, readOutline } from './outline.ts';
import { openRehearsalDoor, type RehearsalDoor } from './rehearsal-door.ts';
import { PASSED_NAMES, SENT_KEYS } from './sent-keys.ts';
import { OPEN_EVENT } from './speaker-window.ts';
import {
  isInkMessage,
  type DeckState,
  type SpeakerWish,
  type StageMessage,
} from './stage-messages.ts';
import { keepAwake } from './wake-lock.ts';

const MOVES = ['slidechanged', 'fragmentshown', 'fragmenthidden'];
const CHANGES = ['overviewshown', 'overviewhidden', 'paused', 'resumed', 'timechanged'];
const USES = ['keydown', 'pointerdown', 'focus'];

/** A deck on the stage. */
interface Stage {
  deck: RevealApi;
  id: string;
  usedAt: number;
  changeClock: ChangeClock;
  freeze: Freeze;
  withInk: WithInk;
  rehearsal: RehearsalDoor;
  roll: DeckRoll;
  /** Whether a speaker's page follows, which needs the outline. */
  isFollowed: boolean;
}

/** Connects a deck with the speaker's pages of this browser; `event` is the one of the deck that made it necessary. */
export function startStage(deck: RevealApi, event: Event | null): void {
  const changeClock = openClock(readTalkPath(), describeTalk());
  const stage: Stage = {
    deck,
    id: readDeckId(window),
    usedAt: Date.now(),
    changeClock,
    freeze: openFreeze(deck, () => {
      stage.withInk((ink) => ink.hold(stage.freeze.getPosition() !== null));
      send();
    }),
    withInk: openInkDoor(deck, (draft) => {
      if (stage.isFollowed) channel.send({ ...draft, deck: stage.id });
    }),
    rehearsal: openRehearsalDoor(deck, {
      changeClock,
      getPosition: () => stage.freeze.getPosition() ?? readPosition(deck),
      getDeck: () => stage.id,
      isOpen: (id) => stage.roll.isOpen(id),
      onChange: () => channel.send(readState(stage)),
    }),
    roll: openDeckRoll((message) => channel.send(message)),
    isFollowed: false,
  };
  const channel = openStageChannel((message) => answer(stage, channel, message));
  const send = (): void => sendState(stage, channel);
  const move = (): void => {
    recordMove(stage);
    send();
  };
  for (const event of MOVES) deck.on(event, move);
  for (const event of CHANGES) deck.on(event, send);
  for (const event of ['sync', CHANGED_EVENT]) deck.on(event, () => sendOutline(stage, channel));
  document.addEventListener(FROZEN_EVENT, send);
  for (const event of USES) addEventListener(event, () => noteUse(stage, channel), true);
  addEventListener('pagehide', () => channel.send({ type: 'bye', deck: stage.id }));
  addEventListener('pageshow', send);
  channel.send({ type: 'claim', deck: stage.id });
  deck.on(OPEN_EVENT, showBlocked);
  if (event?.type === OPEN_EVENT) showBlocked(event);
  followTools(deck, stage.withInk, event);
  stage.rehearsal.follow();
  if (event && MOVES.includes(event.type)) move();
  else send();
}

/** By what a clock knows its talk again. */
function describeTalk(): ClockedTalk {
  return { title: document.title, slides: findSlides(document).map(({ id }) => id) };
}

function showBlocked(event: Event): void {
  const url = readBlocked(event);
  if (url !== '') showBlockedLink(url);
}

/** The first move starts the clock, and keeps the screen awake from then on. */
function recordMove({ deck, changeClock }: Stage): void {
  const isFirst = changeClock().startedAt === null;
  const slide = deck.getCurrentSlide() as HTMLElement | undefined;
  changeClock((clock, now) => moveClock(clock, slide?.id ?? '', now));
  if (isFirst) keepAwake(document);
}

/** The deck that was used last is the one that a speaker's page follows. */
function noteUse(stage: Stage, channel: Channel<StageMessage>): void {
  const isNew = Date.now() - stage.usedAt > 1000;
  stage.usedAt = Date.now();
  if (isNew && stage.isFollowed) channel.send(readState(stage));
}

function answer(stage: Stage, channel: Channel<StageMessage>, message: StageMessage): void {
  if (message.type === 'hello') {
    stage.isFollowed = true;
    sendOutline(stage, channel);
    return stage.withInk((ink) => ink.sendAll());
  }
  if (message.type === 'taken') stage.roll.note(message.deck);
  // A deck that closes may have been the one that records.
  if (message.type === 'bye') stage.rehearsal.follow();
  if (message.deck !== stage.id) return;
  if (isInkMessage(message)) return stage.withInk((ink) => ink.take(message));
  // A window that was duplicated has the name of the first one.
  if (message.type === 'claim') return channel.send({ type: 'taken', deck: stage.id });
  if (message.type === 'taken') stage.id = assignDeckId(window);
  else if (isWish(message)) grant(stage, message);
  sendState(stage, channel);
}

function isWish(message: StageMessage): message is SpeakerWish {
  return ['press', 'go', 'clock', 'freeze', 'rehearse'].includes(message.type);
}

function grant({ deck, changeClock, freeze, rehearsal }: Stage, wish: SpeakerWish): void {
  if (wish.type === 'press') press(wish.key, deck);
  else if (wish.type === 'go') void (freeze.go(wish.slide) || goToSlide(deck, wish.slide));
  else if (wish.type === 'freeze') freeze.change(wish.change);
  else if (wish.type === 'rehearse') rehearsal.change(wish.change);
  else if (wish.change === 'reset') changeClock(() => NEW_CLOCK);
  else changeClock((clock, now) => pauseClock(clock, readPosition(deck).slide, now));
}

function press(name: string, deck: RevealApi): void {
  const key = SENT_KEYS.includes(name) || PASSED_NAMES.includes(name) ? findKey(name) : undefined;
  if (key) useKey(key, deck, { name, isRepeated: false });
}

/** Says what a deck shows, and lets a rehearsal note it. */
function sendState(stage: Stage, channel: Channel<StageMessage>): void {
  stage.rehearsal.follow();
  channel.send(readState(stage));
}

function sendOutline(stage: Stage, channel: Channel<StageMessage>): void {
  channel.send(readState(stage));
  if (!stage.isFollowed) return;
  const slides = readOutline(document);
  const duration = readPage(document)?.duration ?? null;
  channel.send({ type: 'outline', deck: stage.id, talk: readTalkPath(), duration, slides });
}

function readState({ deck, id, usedAt, changeClock, freeze, rehearsal }: Stage): DeckState {
  const shown = readPosition(deck);
  const speaker = freeze.getPosition();
  const { slide, step } = speaker ?? shown;
  return {
    type: 'state',
    deck: id,
    talk: readTalkPath(),
    search: location.search,
    slide,
    step,
    isBlack: deck.isPaused(),
    frozenAt: speaker && shown,
    isHeld: getLive()?.isFrozen ?? false,
    isOverview: deck.isOverview(),
    timeOf: (deck.getCurrentSlide() as HTMLElement | undefined)?.dataset['time'] ?? null,
    notes: readNotes(document.getElementById(slide) ?? undefined),
    usedAt,
    clock: changeClock(),
    rehearsal: rehearsal.getState(),
  };
}
