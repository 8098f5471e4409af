import type { RevealApi } from 'reveal.js';
import { toggleHelp } from './help.ts';
import { toggleLive } from './live-control.ts';
import { toggleMode } from './mode.ts';
import { openNotes } from './notes.ts';
import { walkOverview } from './overview.ts';

/** One line of the list of keys; without `run` it is reveal.js that answers. */
export interface Key {
  keys: readonly string[];
  about: string;
  run?: (deck: RevealApi) => void;
}

/** Only a dev server can compute the data of another day; its pages have a button for it. */
const DAY_KEY: Key = { keys: ['t'], about: 'Data of another day', run: () => pressDayButton() };

/** The keys of a talk: what is bound and what the help shows are the same list. */
export const KEYS: readonly Key[] = [
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
  ...(import.meta.hot ? [DAY_KEY] : []),
  { keys: ['r'], about: 'Read as one page', run: (deck) => openReader(deck) },
  { keys: ['p'], about: 'Pages for print', run: () => openView('?print') },
  { keys: ['?'], about: 'These keys', run: () => toggleHelp(KEYS) },
];

const TEXT_FIELDS = 'input, textarea, select, [contenteditable]';
const PRESSABLE = 'button, summary, audio, video';

/** Answers a key that is ours, or that is for the element in focus; false leaves it to reveal.js. */
export function handleKey(event: KeyboardEvent, deck: RevealApi): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('dialog')) return event.key !== '?' || runKey(event, deck);
  if (target?.closest(TEXT_FIELDS)) return false;
  if ((event.key === ' ' || event.key === 'Enter') && target?.closest(PRESSABLE)) return true;
  if (event.ctrlKey || event.metaKey || event.altKey || deck.isPaused()) return false;
  return runKey(event, deck) || walkOverview(event, deck);
}

function runKey(event: KeyboardEvent, deck: RevealApi): boolean {
  const key = KEYS.find(({ keys, run }) => run && keys.includes(event.key.toLowerCase()));
  if (!key?.run) return false;
  event.preventDefault();
  key.run(deck);
  return true;
}

function pressDayButton(): void {
  document.querySelector<HTMLElement>('.day-button')?.click();
}

function openReader(deck: RevealApi): void {
  openView('?read', encodeURIComponent(deck.getCurrentSlide().id));
}

/** In a window of its own, so that a key that is met by mistake does not end a talk. */
function openView(search: string, hash = ''): void {
  const url = new URL(location.href);
  url.search = search;
  url.hash = hash;
  open(url);
}
