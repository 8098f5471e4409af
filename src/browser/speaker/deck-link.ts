import type { InkDraft } from '../ink/ink-messages.ts';
import { applyInk, NO_INK, type Ink } from '../ink/ink-state.ts';
import { nameSpeaker, parseDeckName } from '../page/deck-id.ts';
import { openStageChannel, readTalkPath } from '../stage/channel.ts';
import { findFollowed } from './followed-deck.ts';
import type { OutlineSlide } from '../stage/position.ts';
import {
  isInkMessage,
  type DeckState,
  type SpeakerWish,
  type StageMessage,
} from '../stage/stage-messages.ts';

/** What a speaker's page knows of the deck that it follows. */
export interface FollowedDeck {
  state: DeckState;
  /** Null before they have come. */
  slides: readonly OutlineSlide[] | null;
  ink: Ink;
  /** Planned minutes of the talk; null for none, undefined before they have come. */
  duration: number | null | undefined;
}

/** What a deck link calls. */
export interface DeckLinkEvents {
  /** Gets null while there is no deck. */
  show(followed: FollowedDeck | null): void;
  /** Gets what another window has drawn over the slides of the deck that is followed. */
  draw(draft: InkDraft, ink: Ink): void;
}

/** A wish without the deck that it is for. */
export type Wish = SpeakerWish extends infer One
  ? One extends SpeakerWish
    ? Omit<One, 'deck'>
    : never
  : never;

/** The connection of a speaker's page with the deck that it follows. */
export interface DeckLink {
  ask(wish: Wish): void;
  /** Draws over the slides of the deck. */
  draw(draft: InkDraft): void;
}

const ANSWER_TIMEOUT_MS = 1500;
/** A deck that was just opened begins to listen a few seconds after its first paint. */
const FIRST_ANSWER_TIMEOUT_MS = 5000;
const MAX_WAITING = 20;

/** Follows the deck that opened this page, else the one of its talk that was used last. */
export function openDeckLink({ show, draw }: DeckLinkEvents): DeckLink {
  const decks = new Map<string, FollowedDeck>();
  const own = { opener: parseDeckName(window.name, nameSpeaker('')), talk: readTalkPath() };
  const find = (): DeckState | undefined =>
    findFollowed(
      [...decks.values()].map(({ state }) => state),
      own,
    );
  const update = (): void => {
    const state = find();
    if (state && state.talk !== own.talk) followTo(state.talk);
    else show((state && decks.get(state.deck)) ?? null);
  };
  const followTo = (talk: string): void => {
    // Once more would begin the navigation again.
    if (!isMoving) moveTo(talk);
    isMoving = true;
  };
  let isMoving = false;
  let timer = 0;
  const waiting: Wish[] = [];
  const expectAnswer = (deck: string | undefined): void => {
    clearTimeout(timer);
    const wait = deck === undefined ? FIRST_ANSWER_TIMEOUT_MS : ANSWER_TIMEOUT_MS;
    timer = window.setTimeout(() => {
      decks.delete(deck ?? '');
      waiting.length = 0;
      update();
    }, wait);
  };
  const channel = openStageChannel((message) => {
    if (isInkMessage(message)) return drawOn(message.deck, message);
    if (message.type === 'state' && !decks.has(message.deck)) channel.send({ type: 'hello' });
    if (!record(decks, message)) return;
    if (message.deck === find()?.deck) clearTimeout(timer);
    update();
    for (const wish of waiting.splice(0)) ask(wish);
  });
  channel.send({ type: 'hello' });
  expectAnswer(undefined);
  /** Keeps what is wished while the deck is still starting. */
  const ask = (wish: Wish): void => {
    const deck = find()?.deck;
    if (deck === undefined) return void (waiting.length < MAX_WAITING && waiting.push(wish));
    channel.send({ ...wish, deck });
    expectAnswer(deck);
  };
  const drawOn = (deck: string, draft: InkDraft): void => {
    const known = decks.get(deck);
    if (!known) return;
    const ink = applyInk(known.ink, draft);
    decks.set(deck, { ...known, ink });
    if (deck === find()?.deck) draw(draft, ink);
  };
  return {
    ask,
    draw(draft) {
      const deck = find()?.deck;
      if (deck === undefined) return;
      drawOn(deck, draft);
      channel.send({ ...draft, deck });
    },
  };
}

/** Keeps what decks say; returns false for messages of others. */
function record(
  decks: Map<string, FollowedDeck>,
  message: StageMessage,
): message is Extract<StageMessage, { deck: string }> {
  if (message.type === 'bye') return decks.delete(message.deck);
  if (message.type === 'state') {
    const { slides = null, duration, ink = NO_INK } = decks.get(message.deck) ?? {};
    decks.set(message.deck, { state: message, slides, duration, ink });
    return true;
  }
  const followed = message.type === 'outline' ? decks.get(message.deck) : undefined;
  if (message.type !== 'outline' || !followed) return false;
  const { slides, duration } = message;
  decks.set(message.deck, { ...followed, slides, duration });
  return true;
}

/** Follows a deck to another talk of the same origin. */
function moveTo(talk: string): void {
  const url = new URL(talk, location.href);
  url.search = '?speaker';
  if (url.protocol === location.protocol && url.host === location.host) location.replace(url);
}
