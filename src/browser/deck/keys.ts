import type { RevealApi } from 'reveal.js';
import { toggleLive } from '../live-control.ts';
import { isOwnKey, nameChord, nameKey } from '../page/own-keys.ts';
import { toggleMode } from '../page/mode.ts';
import { openNotes } from '../stage/speaker-window.ts';
import { takeTool, type ToolName } from '../stage/tool-event.ts';
import type { Key } from './key.ts';
import { goBack, goFirst, goLast, goNext, goToSlide, hasEnded, leaveEnd } from './moves.ts';
import { moveInOverview } from './overview.ts';

/** All keys of a talk, for the key handler and the help; reveal.js handles none itself. */
const KEYS: Key[] = [
  {
    keys: ['→', 'Space', 'Page down'],
    names: ['arrowright', 'arrowdown', ' ', 'enter'],
    about: 'Next step or slide',
    isHeld: true,
    run: goNext,
  },
  {
    keys: ['←', 'Page up'],
    names: ['arrowleft', 'arrowup', 'backspace'],
    about: 'Back',
    isHeld: true,
    isForBlack: true,
    run: (deck) => (hasEnded(deck) ? deck.togglePause(false) : deck.isPaused() || goBack(deck)),
  },
  {
    keys: ['Home'],
    about: 'First slide',
    isForBlack: true,
    run: (deck) => leaveEnd(deck) && goFirst(deck),
  },
  {
    keys: ['End'],
    about: 'Last slide of the talk, before the backup slides',
    isForBlack: true,
    run: (deck) => leaveEnd(deck) && goLast(deck),
  },
  {
    keys: ['g'],
    about: 'Go to a slide by number or words',
    run: (deck) => void jump(deck),
  },
  {
    keys: ['o', 'Esc'],
    names: ['escape'],
    about: 'All slides',
    isForBlack: true,
    run: (deck) => (deck.isPaused() ? deck.togglePause(false) : deck.toggleOverview()),
  },
  { keys: ['f', 'F5'], about: 'Full screen', run: () => void toggleFullScreen() },
  {
    keys: ['b', '.'],
    about: 'Black screen',
    isForBlack: true,
    run: (deck) => deck.togglePause(),
  },
  { keys: ['d'], about: 'Dark or light', run: () => toggleMode() },
  { keys: ['l'], about: 'Hold live data, or let them go on', run: () => toggleLive() },
  { keys: ['x'], about: 'Pointer at the mouse', run: use('pointer') },
  { keys: ['w'], about: 'Pen; again: next colour, then away', run: use('pen') },
  { keys: ['Ctrl+Z'], about: 'Undo the last stroke', run: use('undo') },
  { keys: ['e'], about: 'Erase the strokes on the slide', run: use('erase') },
  { keys: ['z'], about: 'Zoom at the mouse', run: use('zoom') },
  { keys: ['s'], about: 'Speaker window', isForBlack: true, run: (deck) => openNotes(deck) },
  { keys: ['r'], about: 'Read as one page', run: (deck) => openReader(deck) },
  { keys: ['p'], about: 'Pages for print', run: () => openView('?print') },
  { keys: ['?'], about: 'These keys', run: () => void openHelp() },
];

/** Loads and opens the field that finds slides. */
async function jump(deck: RevealApi): Promise<void> {
  const places = await import('./jump-list.ts').catch(() => null);
  places?.openDeckJump(document, (id) => goToSlide(deck, id));
}

/** Loads and shows the list of keys; without a network that of a page that has kept nothing stays closed. */
async function openHelp(): Promise<void> {
  const help = await import('./help.ts').catch(() => null);
  help?.toggleHelp(KEYS);
}

/** Returns the handler of a key that takes a tool. */
function use(tool: ToolName): Key['run'] {
  return (deck) => takeTool(deck, tool);
}

/** How a key was pressed. */
export interface Press {
  /** Its name, as `nameChord` gives it. */
  name: string;
  isRepeated: boolean;
}

/** Asked before a key does what the table says; returns whether it has handled the key. */
export type KeyFilter = (key: Key, deck: RevealApi, press: Press) => boolean;

const FILTERS = new Set<KeyFilter>();

/** Lets a filter handle keys of the deck until the returned function is called. */
export function filterKeys(filter: KeyFilter): () => void {
  FILTERS.add(filter);
  return () => void FILTERS.delete(filter);
}

/** Adds a key, which the help lists above its own. */
export function addKey(key: Key): void {
  KEYS.splice(-1, 0, key);
}

/** Handles all keys of a deck, on whatever element of the page they are pressed. */
export function followKeys(deck: RevealApi, document: Document): void {
  document.addEventListener('keydown', (event) => handleKey(event, deck));
}

function handleKey(event: KeyboardEvent, deck: RevealApi): void {
  const target = event.target instanceof Element ? event.target : null;
  const isHelp = Boolean(target?.closest('dialog.help'));
  // A dialog that was just closed keeps the focus until the next frame.
  if (target?.closest('dialog[open]') && !(isHelp && nameKey(event) === '?')) return;
  if (event.defaultPrevented || isOwnKey(event)) return;
  const name = nameChord(event);
  if (name === null) return;
  if (moveInOverview(event, deck)) return;
  runKey(event, name, deck);
}

function runKey(event: KeyboardEvent, name: string, deck: RevealApi): void {
  const key = findKey(name);
  if (!key) return;
  event.preventDefault();
  // A remote repeats its key while a button is held; only keys that move slides may.
  if (event.repeat && !key.isHeld) return;
  useKey(key, deck, { name, isRepeated: event.repeat });
}

/** Does what a key stands for in a deck; few keys do anything while the screen is black. */
export function useKey(key: Key, deck: RevealApi, press: Press): void {
  if ([...FILTERS].some((filter) => filter(key, deck, press))) return;
  if (!deck.isPaused() || key.isForBlack) key.run(deck, press.isRepeated);
}

/** Finds the key of a name as `nameKey` gives it among those of a deck, or among others. */
export function findKey(name: string, list: readonly Key[] = KEYS): Key | undefined {
  return list.find(
    ({ keys, names = [] }) => names.includes(name) || keys.some((key) => toName(key) === name),
  );
}

/** Returns the name of a key as events have it: "Page down" is `pagedown`. */
function toName(key: string): string {
  return key.toLowerCase().replaceAll(' ', '');
}

async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) return document.exitFullscreen();
  // Where a page or a browser allows none, the deck stays as it is.
  await document.documentElement.requestFullscreen().catch(() => undefined);
}

function openReader(deck: RevealApi): void {
  openView('?read', encodeURIComponent(deck.getCurrentSlide().id));
}

/** Opens a view in a new window, so that a wrong key does not end the talk. */
function openView(search: string, hash = ''): void {
  const url = new URL(location.href);
  url.search = search;
  url.hash = hash;
  open(url);
}
