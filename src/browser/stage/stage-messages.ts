import { parseInkMessage, type InkMessage } from '../ink/ink-messages.ts';
import { isIsoDate } from '../../talk/data/date.ts';
import { isDeckId } from '../page/parameters.ts';
import { parseClock, type Clock } from './clock.ts';
import type { OutlineSlide, Position } from './position.ts';
import {
  parseRehearsalChange,
  parseRehearsalState,
  type RehearsalChange,
  type RehearsalState,
} from './rehearsal-messages.ts';

/** What happens to the room's screen: it freezes, shows the speaker's slide, or the speaker returns to its slide. */
export type FreezeChange = 'freeze' | 'show' | 'return';

/** The state of a deck, for the speaker's pages that follow it. */
export interface DeckState extends Position {
  type: 'state';
  deck: string;
  /** Path of the talk's page. */
  talk: string;
  /** Parameters of the deck's address. */
  search: string;
  isBlack: boolean;
  /** What the room sees while the screen is frozen, and the position is the speaker's; null otherwise. */
  frozenAt: Position | null;
  /** Whether live data are held. */
  isHeld: boolean;
  isOverview: boolean;
  /** The earlier day of its data that the room sees by the control; null for none. */
  timeOf: string | null;
  /** The slide's speaker notes as HTML. */
  notes: string;
  /** When the deck was last used, in milliseconds since 1970. */
  usedAt: number;
  clock: Clock;
  rehearsal: RehearsalState;
}

/** The slides of a deck. */
export interface DeckOutline {
  type: 'outline';
  deck: string;
  talk: string;
  /** Planned minutes of the talk; null when it has none. */
  duration: number | null;
  slides: OutlineSlide[];
}

/** Sent by a deck that ends, or that begins and asks whether another one has its id. */
export interface DeckNotice {
  type: 'bye' | 'claim' | 'taken';
  deck: string;
}

/** Sent by a speaker's page that begins, to all decks. */
export interface SpeakerHello {
  type: 'hello';
}

/** What a speaker's page asks of a deck. */
export type SpeakerWish =
  | { type: 'press'; deck: string; key: string }
  | { type: 'go'; deck: string; slide: string }
  | { type: 'freeze'; deck: string; change: FreezeChange }
  | { type: 'clock'; deck: string; change: 'pause' | 'reset' }
  | { type: 'rehearse'; deck: string; change: RehearsalChange };

/** Messages between decks and speaker's pages. */
export type StageMessage =
  | DeckState
  | DeckOutline
  | DeckNotice
  | SpeakerHello
  | SpeakerWish
  | InkMessage;

type Fields = Record<string, unknown>;

const MAX_KEY_LENGTH = 20;

/** Checks the shape of a message; null for anything else. */
export function parseStageMessage(data: unknown): StageMessage | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null;
  const fields = data as Fields;
  const { type, deck } = fields;
  if (type === 'hello') return { type };
  if (!isDeckId(deck)) return null;
  switch (type) {
    case 'state':
      return parseState(fields, deck);
    case 'outline':
      return parseOutline(fields, deck);
    case 'bye':
    case 'claim':
    case 'taken':
      return { type, deck };
    default:
      return parseWish(fields, deck) ?? parseInkMessage(fields);
  }
}

/** Reports whether a message is about what is drawn over the slides. */
export function isInkMessage(message: StageMessage): message is InkMessage {
  return ['point', 'leave', 'stroke', 'erase', 'zoom', 'ink'].includes(message.type);
}

/** Checks the shape of a message to a picture in a speaker's page; null for anything else. */
export function parsePictureMessage(data: unknown): PictureMessage | null {
  return data === 'hello' ? data : (parsePosition(data) ?? parseInkMessage(data));
}

/** What a speaker's page says to a picture in it, and the picture as it begins. */
export type PictureMessage = Position | InkMessage | 'hello';

/** Checks the shape of a position; null for anything else. */
export function parsePosition(data: unknown): Position | null {
  if (typeof data !== 'object' || data === null) return null;
  const { slide, step } = data as Fields;
  return typeof slide === 'string' && isIndex(step) ? { slide, step } : null;
}

function parseWish({ type, key, slide, change }: Fields, deck: string): SpeakerWish | null {
  if (type === 'press' && typeof key === 'string' && key.length <= MAX_KEY_LENGTH)
    return { type, deck, key };
  if (type === 'go' && typeof slide === 'string') return { type, deck, slide };
  if (type === 'clock' && (change === 'pause' || change === 'reset')) return { type, deck, change };
  if (type === 'freeze' && isFreezeChange(change)) return { type, deck, change };
  const rehearsal = parseRehearsalChange(change);
  if (type === 'rehearse' && rehearsal) return { type, deck, change: rehearsal };
  return null;
}

function parseState(fields: Fields, deck: string): DeckState | null {
  const { talk, search, notes, usedAt, isBlack, isHeld, isOverview, timeOf } = fields;
  const [position, clock] = [parsePosition(fields), parseClock(fields['clock'])];
  const frozenAt = parsePosition(fields['frozenAt']);
  if (frozenAt === null && fields['frozenAt'] !== null) return null;
  const rehearsal = parseRehearsalState(fields['rehearsal']);
  if (!position || !clock || !rehearsal || typeof usedAt !== 'number') return null;
  if (typeof talk !== 'string' || typeof search !== 'string' || typeof notes !== 'string')
    return null;
  if (typeof isBlack !== 'boolean' || typeof isHeld !== 'boolean') return null;
  if (typeof isOverview !== 'boolean') return null;
  if (timeOf !== null && !isIsoDate(timeOf)) return null;
  const screen = { isBlack, isHeld, isOverview, timeOf, frozenAt };
  return {
    type: 'state',
    deck,
    talk,
    search,
    ...position,
    ...screen,
    notes,
    usedAt,
    clock,
    rehearsal,
  };
}

function isFreezeChange(change: unknown): change is FreezeChange {
  return change === 'freeze' || change === 'show' || change === 'return';
}

function parseOutline({ talk, slides, duration }: Fields, deck: string): DeckOutline | null {
  if (typeof talk !== 'string' || !Array.isArray(slides)) return null;
  if (duration !== null && !(typeof duration === 'number' && duration > 0)) return null;
  const parsed = slides.map(parseSlide).filter((slide) => slide !== null);
  if (parsed.length < slides.length) return null;
  return { type: 'outline', deck, talk, duration, slides: parsed };
}

function parseSlide(data: unknown): OutlineSlide | null {
  if (typeof data !== 'object' || data === null) return null;
  const { id, title, text, number, steps, time, words, isSection, isCounted } = data as Fields;
  if (typeof id !== 'string' || typeof title !== 'string' || typeof text !== 'string') return null;
  if (!isIndex(number) || !isIndex(steps) || !isIndex(words)) return null;
  if (time !== null && typeof time !== 'number') return null;
  if (typeof isSection !== 'boolean' || typeof isCounted !== 'boolean') return null;
  return { id, title, text, number, steps, time, words, isSection, isCounted };
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= -1;
}
