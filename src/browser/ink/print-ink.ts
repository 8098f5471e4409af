import { findSlides } from '../page/page.ts';
import { openStageChannel } from '../stage/channel.ts';
import type { Stroke } from './ink-messages.ts';
import { addInkStyle, createLayer, drawStrokes } from './ink-svg.ts';

const ANSWER_TIMEOUT_MS = 3000;

/** Draws the strokes of a deck that is open over the slides of a page for print, and says so where no deck answers. */
export async function printInk(document: Document, deck: string): Promise<void> {
  const strokes = await requestStrokes(deck);
  if (!strokes) return showMissing(document);
  addInkStyle(document);
  for (const slide of findSlides(document)) {
    const own = strokes.filter((stroke) => stroke.slide === slide.id);
    if (own.length === 0) continue;
    const layer = createLayer();
    drawStrokes(layer, own);
    slide.append(layer);
  }
}

function requestStrokes(deck: string): Promise<readonly Stroke[] | null> {
  return new Promise((resolve) => {
    const channel = openStageChannel((message) => {
      if (message.type === 'ink' && message.deck === deck) resolve(message.strokes);
    });
    channel.send({ type: 'hello' });
    setTimeout(() => resolve(null), ANSWER_TIMEOUT_MS);
  });
}

function showMissing(document: Document): void {
  const line = document.createElement('p');
  line.className = 'live-notice ink-missing';
  line.setAttribute('role', 'alert');
  line.textContent = 'No deck has answered, so that its drawings are missing here.';
  document.body.append(line);
}
