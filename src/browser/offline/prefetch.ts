import { OFFLINE_ATTRIBUTE, type OfflineState, type PageData } from '../../talk/model/wire.ts';
import { fetchPictures } from '../deck/fetch-pictures.ts';
import { fetchFaces } from '../page/page-faces.ts';

/** The page is drawn by then, and its first slide is still on. */
const DELAY_MS = 3000;
/** Browsers list 250 by default, and a talk can have more pictures. */
const MAX_RESOURCES = 2000;
const WORKER = /\/service-worker\.js$/;

/** Fetches what a page needs later, a few seconds after it is drawn or when there is a network again, and keeps the talk for the time without a network. */
export function prefetchLater(document: Document, page: PageData | null): void {
  const start = async (): Promise<void> => {
    const hasFiles = navigator.onLine || Boolean(navigator.serviceWorker?.controller);
    try {
      if (!hasFiles) throw new Error('There is no network.');
      const state = await prefetch(document, page);
      if (state !== null) document.documentElement.setAttribute(OFFLINE_ATTRIBUTE, state);
    } catch {
      addEventListener('online', start, { once: true });
    }
  };
  window.setTimeout(start, DELAY_MS);
}

/** Fetches all pictures and faces of a page, and keeps its talk; null where there is nothing to keep, as in a picture of a slide. */
async function prefetch(document: Document, page: PageData | null): Promise<OfflineState | null> {
  if (savesData(navigator)) return 'saving';
  performance.setResourceTimingBufferSize(MAX_RESOURCES);
  fetchFaces(document);
  fetchPictures(document);
  if (!page?.kept || window.parent !== window) return null;
  const { keepTalk } = await import('./keep.ts');
  return keepTalk(document, page.kept);
}

/** A page that came without a network says so; one whose build keeps nothing removes what an earlier one kept. */
export function reportWorker(page: PageData | null): void {
  const script = navigator.serviceWorker?.controller?.scriptURL ?? '';
  if (!WORKER.test(script) || window.parent !== window) return;
  const keptAt = readKeptAt();
  const run = async (): Promise<void> => {
    if (!page?.kept) await (await import('./keep.ts')).forgetTalk();
    else if (keptAt !== null) (await import('./kept-copy.ts')).reportCopy(document, keptAt);
  };
  run().catch(reportError);
}

/** Reports whether the browser is asked to save data; not all browsers say. */
function savesData(navigator: Navigator): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData ?? false;
}

/** Reads when the page was kept, which a header of the kept one says; null for a page of the network. */
function readKeptAt(): Date | null {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const mark = entry?.serverTiming?.find(({ name }) => name === 'kept');
  return mark ? new Date(mark.description) : null;
}
