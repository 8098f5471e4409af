import type { RevealApi } from 'reveal.js';
import { READY_ATTRIBUTE } from '../talk/model/wire.ts';
import { pointLinks } from './page/page-address.ts';
import { startDeck } from './deck/deck.ts';
import { defineElements } from './elements/define.ts';
import { isFramed, showFramed } from './page/framed.ts';
import { openView } from './opening.ts';
import { waitForPaint } from './page/painted.ts';
import { fetchPictures, followPictures } from './deck/fetch-pictures.ts';
import { splitSteps } from './deck/print-steps.ts';
import { waitForDrawing } from './page/ready.ts';
import { openLive } from './live-control.ts';
import { TOUCH, UPRIGHT } from './deck/deck-view.ts';

void start();

async function start(): Promise<void> {
  if (isFramed(document)) return showFramed(document);
  const { root, page, parameters, listViolations } = openView(document);
  const { view, isReceiver } = parameters;
  if (view === 'speaker') {
    (await import('./speaker/speaker.ts')).startSpeaker(document, parameters.deckId);
    return root.setAttribute(READY_ATTRIBUTE, '');
  }
  const [isDeck, isPrint, isRead] = [view === 'deck', view === 'print', view === 'read'];
  if (isPrint && parameters.hasSteps) splitSteps(document);
  if (!isDeck) pointLinks(document);
  if (isRead) (await import('./reader/reader.ts')).startReader(document);
  if (isDeck) await waitForPaint(document);
  const deck = isDeck ? await startDeck(document, parameters) : null;
  if (deck && isReceiver) (await import('./speaker/receiver.ts')).followDeck(deck, parameters);
  else if (deck) followUpright(deck);
  if (deck) followPictures(deck);
  else if (isPrint) fetchPictures(document);
  if (import.meta.hot && page) {
    const { startHotUpdates } = await import('./hot/hot.ts');
    startHotUpdates(import.meta.hot, { deck, page });
    if (deck) (await import('./hot/day-control.ts')).startDayControl(deck, page);
  }
  await defineElements(document);
  if (page && !isPrint) await openLive(page, { deck, isReceiver });
  const culprits = await waitForDrawing(document);
  if (isRead) (await import('./reader/reader.ts')).completeReader(document);
  root.setAttribute(READY_ATTRIBUTE, [...culprits, ...listViolations()].join('\n'));
  // Loaded last, because only authors see it.
  if (import.meta.hot && deck) (await import('./check/dev-marks.ts')).startMark(deck);
}

/** Adds a touch bar to a deck on an upright phone, once it is upright. */
function followUpright(deck: RevealApi): void {
  const upright = matchMedia(UPRIGHT);
  const load = () => import('./deck/touch-bar.ts');
  const start = async (): Promise<void> => {
    if (!upright.matches) return;
    upright.removeEventListener('change', start);
    (await load()).startTouchBar(deck, document);
  };
  upright.addEventListener('change', start);
  void start();
  // A phone can be turned while offline.
  if (matchMedia(TOUCH).matches) load().catch(() => {});
}
