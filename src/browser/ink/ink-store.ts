import { createDeckId } from '../page/parameters.ts';
import { parseInkMessage, type Stroke } from './ink-messages.ts';

/** Reports whether strokes were left by a reload of this tab. */
export function hasStoredInk(talk: string): boolean {
  return readStored(talk) !== null;
}

/** Reads the strokes that a reload of this tab has left; empty where there are none. */
export function readInk(talk: string): readonly Stroke[] {
  const stored = readStored(talk);
  if (stored === null) return [];
  try {
    const strokes: unknown = JSON.parse(stored);
    const message = parseInkMessage({ type: 'ink', deck: createDeckId(), strokes, zoom: null });
    return message?.type === 'ink' ? message.strokes : [];
  } catch {
    return [];
  }
}

/** Keeps strokes for a reload of this tab; they go when it is closed. */
export function storeInk(talk: string, strokes: readonly Stroke[]): void {
  try {
    if (strokes.length === 0) sessionStorage.removeItem(nameKey(talk));
    else sessionStorage.setItem(nameKey(talk), JSON.stringify(strokes));
  } catch {
    // Without storage they last as long as the page.
  }
}

function readStored(talk: string): string | null {
  try {
    return sessionStorage.getItem(nameKey(talk));
  } catch {
    return null;
  }
}

function nameKey(talk: string): string {
  return `rostrum:ink:${talk}`;
}
