import { toggleHelp } from '../deck/help.ts';
import type { Key } from '../deck/key.ts';
import { findKey } from '../deck/keys.ts';
import { isOwnKey, nameChord } from '../page/own-keys.ts';
import { toggleMode } from '../page/mode.ts';
import { PASSED_NAMES, SENT_KEYS } from '../stage/sent-keys.ts';
import type { RoomTools } from './room-tools.ts';

/** Where the script in the head of the page finds the mode of speaker's pages. */
const MODE_KEY = 'rostrum:mode:speaker';

const HOLD = 'Freeze the room\u2019s screen, or show it this slide';
const POINT = 'The room sees the pointer on the picture, or not';
const PEN = 'Pen on the picture; again: next colour, then away';
const ZOOM = 'Zoom at the pointer on the picture';

/** What keys do in a speaker's page. */
export interface SpeakerActions {
  /** Passes a key on to the deck, by its name. */
  press(name: string): void;
  jump(): void;
  /** Freezes the room's screen, or shows it the speaker's slide. */
  freeze(): void;
  tools: Pick<RoomTools, 'takePen' | 'turnPointer' | 'undo' | 'erase' | 'zoom'>;
  /** Makes the notes larger, or smaller with a negative number. */
  resizeNotes(steps: number): void;
  /** Asks whether to record a rehearsal, or to stop it. */
  rehearse(): void;
  pauseClock(): void;
  turnClock(): void;
}

/** Lists all keys of a speaker's page, for the handler and the help: those of the deck that are passed on, and its own. */
export function listSpeakerKeys(actions: SpeakerActions): Key[] {
  /** A deck with an open control of the day tells some names of a key apart. */
  const passOn = (name: string) => (_: unknown, pressed?: unknown) =>
    actions.press(PASSED_NAMES.find((one) => one === pressed) ?? name);
  const sent = SENT_KEYS.flatMap((name): Key[] => {
    const key = findKey(name);
    return key ? [{ ...key, run: passOn(name) }] : [];
  });
  const keys: Key[] = [
    ...sent,
    { keys: ['g'], about: 'Go to a slide, unseen by the room', run: () => actions.jump() },
    { keys: ['h'], about: HOLD, run: () => actions.freeze() },
    { keys: ['x'], about: POINT, run: () => actions.tools.turnPointer() },
    { keys: ['w'], about: PEN, run: () => actions.tools.takePen() },
    { keys: ['Ctrl+Z'], about: 'Undo the last stroke', run: () => actions.tools.undo() },
    { keys: ['e'], about: 'Erase what is drawn on this slide', run: () => actions.tools.erase() },
    { keys: ['z'], about: ZOOM, run: () => actions.tools.zoom() },
    { keys: ['+'], names: ['='], about: 'Larger notes', run: () => actions.resizeNotes(1) },
    { keys: ['-'], about: 'Smaller notes', run: () => actions.resizeNotes(-1) },
    {
      keys: ['c'],
      about: 'Start or pause the clock, or let it go on',
      run: () => actions.pauseClock(),
    },
    { keys: ['u'], about: 'Clock counts up or down', run: () => actions.turnClock() },
    { keys: ['r'], about: 'Record a rehearsal, or stop it', run: () => actions.rehearse() },
    { keys: ['d'], about: 'This window dark or light', run: () => toggleMode(MODE_KEY) },
    { keys: ['f', 'F5'], about: 'This window in full screen', run: () => void toggleFullScreen() },
    { keys: ['?'], about: 'These keys', run: () => toggleHelp(keys) },
  ];
  return keys;
}

/** Handles the keys of a speaker's page, on whatever element they are pressed. */
export function followSpeakerKeys(document: Document, keys: readonly Key[]): void {
  document.addEventListener('keydown', (event) => {
    const name = nameChord(event);
    const dialog = event.target instanceof Element ? event.target.closest('dialog[open]') : null;
    if (dialog && !(dialog.matches('.help') && name === '?')) return;
    if (event.defaultPrevented || isOwnKey(event)) return;
    const key = name === null ? undefined : findKey(name, keys);
    if (!key) return;
    event.preventDefault();
    // The keys of this page need no deck; those that do run there.
    if (!event.repeat || key.isHeld) (key.run as unknown as SpeakerRun)(null, name);
  });
}

type SpeakerRun = (deck: null, pressed: string | null) => void;

async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) return document.exitFullscreen();
  // Where a page or a browser allows none, the window stays as it is.
  await document.documentElement.requestFullscreen().catch(() => undefined);
}
