import type { RevealApi } from 'reveal.js';
import type { NotesPlugin } from 'reveal.js/plugin/notes';

const OPEN_KEY = 'rostrum:notes';

/** Opens the speaker's window. */
export async function openNotes(deck: RevealApi): Promise<void> {
  const plugin = await loadNotes(deck);
  const { dressSpeaker } = await import('./speaker.ts');
  remember();
  const speaker = catchWindow(() => plugin.open());
  if (speaker) dressSpeaker(speaker.document, document);
}

/** The plugin keeps its window to itself, so it is taken where it is opened. */
function catchWindow(openOne: () => void): Window | null {
  const { open } = window;
  let opened: Window | null = null;
  window.open = (...words) => (opened = open.apply(window, words));
  try {
    openOne();
  } finally {
    window.open = open;
  }
  return opened;
}

/** Answers a speaker's window that was open before the page was loaded again. */
export function resumeNotes(deck: RevealApi): void {
  if (wasOpen()) void loadNotes(deck);
}

async function loadNotes(deck: RevealApi): Promise<NotesPlugin> {
  const { default: createNotes } = await import('reveal.js/plugin/notes');
  if (!deck.hasPlugin('notes')) deck.registerPlugin(createNotes());
  return deck.getPlugin('notes') as NotesPlugin;
}

function remember(): void {
  try {
    sessionStorage.setItem(OPEN_KEY, 'open');
  } catch {
    // Without storage the window must be opened again after a reload.
  }
}

function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(OPEN_KEY) !== null;
  } catch {
    return false;
  }
}
