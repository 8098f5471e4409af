import type { RevealApi } from 'reveal.js';
import { hasEnded, isOnLast } from '../deck/moves.ts';
import { readPage } from '../page/page.ts';
import type { Moment } from '../rehearsal/recording.ts';
import type { Recorder } from '../rehearsal/recorder.ts';
import { hasRecording, readRecorder, storeRecorder } from '../rehearsal/recording-key.ts';
import { readTalkPath } from './channel.ts';
import { NEW_CLOCK } from './clock.ts';
import type { ChangeClock } from './clock-store.ts';
import type { Position } from './position.ts';
import type { RehearsalChange, RehearsalState } from './rehearsal-messages.ts';

/** Lets a deck record rehearsals; the code for it is loaded with the first one. */
export interface RehearsalDoor {
  getState(): RehearsalState;
  /** Notes what the speaker sees and what the clock shows. */
  follow(): void;
  change(change: RehearsalChange): void;
}

/** What is recorded of a deck, and the listener for changes. */
export interface RehearsalOptions {
  changeClock: ChangeClock;
  getPosition(): Position;
  /** Id of the deck. */
  getDeck(): string;
  /** Reports whether another deck is open. */
  isOpen(deck: string): Promise<boolean>;
  onChange(): void;
}

const SECOND_LOOK_MS = 2000;

/** Opens the door to the recorder of a deck. */
export function openRehearsalDoor(
  deck: RevealApi,
  { changeClock, getPosition, getDeck, isOpen, onChange }: RehearsalOptions,
): RehearsalDoor {
  const path = readTalkPath();
  const page = readPage(document);
  let news = '';
  let wasEnded = hasEnded(deck);
  let loading: Promise<Recorder> | null = null;
  /** Whether a recording begins as soon as its code is there; moves until then belong to it. */
  let isStarting = false;
  const report = (words: string): void => {
    news = words;
    onChange();
  };
  const load = async (): Promise<Recorder> => {
    const talk = { talk: page?.talk ?? '', title: page?.title ?? '' };
    const { openRecorder } = await import('../rehearsal/recorder.ts');
    return openRecorder({ path, talk, isServed: page?.state !== undefined, report });
  };
  const withRecorder = (use: (recorder: Recorder) => void): void => {
    loading ??= load();
    loading.then(use, () => {
      loading = null;
      isStarting = false;
      report('The recorder of rehearsals could not be loaded');
    });
  };
  const readMoment = (): Moment => ({
    clock: changeClock(),
    position: getPosition(),
    isLast: isOnLast(deck),
    now: Date.now(),
  });
  const note = (moment = readMoment()): void => withRecorder((recorder) => recorder.follow(moment));
  /** Of several decks of a talk one records: that with which it began, or the next one once that is closed. */
  const isRecorder = (): boolean => [null, getDeck()].includes(readRecorder(path));
  let secondLook = 0;
  const follow = async (isSecond = false): Promise<void> => {
    const recorder = readRecorder(path);
    if (isRecorder() || recorder === null) return note();
    const moment = readMoment();
    clearTimeout(secondLook);
    if (await isOpen(recorder)) {
      // A deck that is about to close still answers.
      if (!isSecond) secondLook = window.setTimeout(follow, SECOND_LOOK_MS, true);
      return;
    }
    if (!hasRecording(path)) return;
    if (readRecorder(path) === recorder) storeRecorder(path, getDeck());
    if (isRecorder()) note(moment);
  };
  const send = (wish: Exclude<RehearsalChange, 'close'>): void => {
    if (wish === 'start') storeRecorder(path, getDeck());
    if (wish === 'stop' && isRecorder()) note();
    isStarting = wish === 'start';
    withRecorder((recorder) => {
      recorder.change(wish);
      if (wish === 'start') isStarting = false;
    });
  };
  return {
    getState: () => ({ isRecording: hasRecording(path), news }),
    follow() {
      const isAtStart = changeClock().startedAt === null;
      const isOn = isStarting || hasRecording(path);
      if (page?.isRehearsed && isAtStart && !isOn) send('start');
      if (isOn) void follow();
      const isEnded = hasEnded(deck);
      if (isEnded && !wasEnded && hasRecording(path) && isRecorder()) send('stop');
      wasEnded = isEnded;
    },
    change(wish) {
      if (wish === 'start') changeClock(() => NEW_CLOCK);
      if (wish === 'close') news = '';
      else send(wish);
    },
  };
}
