import type { RevealApi } from 'reveal.js';
import { READY_ATTRIBUTE, type PageData } from '../talk/model/wire.ts';
import { startDeck } from './deck/deck.ts';
import { followElements } from './deck/follow-elements.ts';
import { defineElements } from './elements/define.ts';
import { prefetchLater, reportWorker } from './offline/later.ts';
import { openView } from './opening.ts';
import { waitForPaint } from './page/painted.ts';
import { fetchPictures, followPictures } from './deck/fetch-pictures.ts';
import { waitForDrawing } from './page/ready.ts';
import { openLive } from './live-control.ts';
import { TOUCH, UPRIGHT } from './deck/deck-view.ts';

/** Follows the files of a talk on a page whose slides are arranged; there is no deck in views but that of the deck. */
export type FollowFiles = (deck: RevealApi | null, page: PageData | null) => void;

/** Starts a talk's page in the view that its address requests; returns its deck once it is drawn, null in other views. */
export async function startPage(follow?: FollowFiles): Promise<RevealApi | null> {
  // A page of another origin frames this one, which then is not a deck.
  if (document.documentElement.classList.contains('framed')) {
    (await import('./page/framed.ts')).showFramed(document);
    return null;
  }
  const { root, page, parameters, listViolations } = openView(document);
  const { view, isReceiver } = parameters;
  if (view === 'speaker') {
    if (page?.time?.hasControl) (await import('./time/time-key.ts')).addTimeKey(() => undefined);
    (await import('./speaker/speaker.ts')).startSpeaker(document, page);
    reportWorker(page);
    root.setAttribute(READY_ATTRIBUTE, '');
    return null;
  }
  const [isDeck, isPrint, isRead] = [view === 'deck', view === 'print', view === 'read'];
  if (!isPrint) reportWorker(page);
  if (isPrint && parameters.hasSteps) (await import('./deck/print-steps.ts')).splitSteps(document);
  if (!isDeck) (await import('./page/page-address.ts')).pointLinks(document);
  if (isPrint && parameters.inkOf !== null)
    await (await import('./ink/print-ink.ts')).printInk(document, parameters.inkOf);
  if (isRead) (await import('./reader/reader.ts')).startReader(document);
  if (!isPrint && document.querySelector('video, audio, iframe'))
    (await import('./page/embedded.ts')).followEmbedded(document, isReceiver);
  if (isDeck) await waitForPaint(document);
  const deck = isDeck ? await startDeck(document, parameters) : null;
  if (deck && isReceiver) (await import('./speaker/receiver.ts')).followSpeaker(deck, parameters);
  else if (deck) followUpright(deck);
  if (deck) followPictures(deck);
  else if (isPrint) fetchPictures(document);
  follow?.(deck, page);
  const roots = deck ? await followElements(deck) : [document];
  if (!deck) await defineElements(document);
  if (page?.time && deck) {
    await (await import('./time/time.ts')).startTime(deck, page.time, { isReceiver });
  }
  if (page?.time && isPrint && parameters.hasSteps) {
    await (await import('./time/time.ts')).printTime(page.time);
  }
  if (page && !isPrint) await openLive(page, { deck, isReceiver });
  if (deck && page?.room && !isReceiver) {
    await (await import('./follow/follow.ts')).startFollow(deck, page);
  }
  const culprits = await waitForDrawing(document, { roots });
  if (isRead) (await import('./reader/reader.ts')).completeReader(document);
  root.setAttribute(READY_ATTRIBUTE, [...culprits, ...listViolations()].join('\n'));
  if (!isPrint) prefetchLater(document, page);
  return deck;
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
