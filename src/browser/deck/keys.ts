import type { Key } from './key.ts';
import type { RevealApi } from 'reveal.js';
import { toggleHelp } from './help.ts';
import { toggleLive } from '../live-control.ts';
import { toggleMode } from '../page/mode.ts';
import { openNotes } from '../speaker/speaker-window.ts';
import { isOwnKey, nameKey } from '../page/own-keys.ts';
import { walkOverview } from './overview.ts';

/** The key code of `.` in reveal.js. */
const PERIOD = 190;

/** All keys of a talk, for the key handler and the help. */
const KEYS: Key[] = [
  { keys: ['→', 'Space', 'Page down'], about: 'Next step or slide' },
  { keys: ['←', 'Page up'], about: 'Back' },
  { keys: ['Home', 'End'], about: 'First slide, last slide' },
  { keys: ['g'], about: 'Go to a slide by number or name' },
  { keys: ['o', 'Esc'], about: 'All slides' },
  { keys: ['f'], about: 'Full screen' },
  { keys: ['b', '.'], about: 'Black screen' },
  { keys: ['d'], about: 'Dark or light', run: () => toggleMode() },
  { keys: ['l'], about: 'Hold live data, or let them go on', run: () => toggleLive() },
  { keys: ['s'], about: 'Speaker window', run: (deck) => void openNotes(deck) },
  { keys: ['r'], about: 'Read as one page', run: (deck) => openReader(deck) },
  { keys: ['p'], about: 'Pages for print', run: () => openView('?print') },
  { keys: ['?'], about: 'These keys', run: () => toggleHelp(KEYS) },
];

/** Adds a key, which the help lists above its own. */
export function addKey(key: Key): void {
  KEYS.splice(-1, 0, key);
}

/** Handles our own keys, and keys for the focused element; returns false for those of reveal.js. */
export function handleKey(event: KeyboardEvent, deck: RevealApi): boolean {
  // A key event that we forward to reveal.js has only a key code.
  if (event.key === undefined) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('dialog')) return nameKey(event) !== '?' || runKey(event, deck);
  if (isOwnKey(event)) return true;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (deck.isPaused()) return passOn(event, deck);
  return runKey(event, deck) || walkOverview(event, deck) || passOn(event, deck);
}

function runKey(event: KeyboardEvent, deck: RevealApi): boolean {
  const name = nameKey(event);
  const key = KEYS.find(({ keys, run }) => run && keys.includes(name));
  if (!key?.run) return false;
  event.preventDefault();
  key.run(deck);
  return true;
}

/** Forwards a key to reveal.js by its position when the keyboard layout has other letters. */
function passOn(event: KeyboardEvent, deck: RevealApi): boolean {
  const name = nameKey(event);
  const number =
    name === '.' ? PERIOD : /^[a-z]$/.test(name) ? name.toUpperCase().charCodeAt(0) : 0;
  if (name === event.key.toLowerCase() || number === 0) return false;
  event.preventDefault();
  deck.triggerKey(number);
  return true;
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
