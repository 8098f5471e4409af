import { OFFLINE_ATTRIBUTE, type OfflineState, type PageData } from '../../talk/model/wire.ts';
import { fetchPictures } from '../deck/fetch-pictures.ts';
import { fetchFaces } from '../page/page-faces.ts';

/** The page is drawn by then, and its first slide is still on. */
const DELAY_MS = 3000;
/** Browsers list 250 by default, and a talk can have more pictures. */
const MAX_RESOURCES = 2000;
const WORKER = /\/service-worker\.js$/;

/** Fetches what a page needs later, a few seconds after it is drawn, and keeps the talk for the time without a network. */
export function prefetchLater(document: Document, page: PageData | null): void {
  reportWorker(page);
  window.setTimeout(() => void prefetch(document, page), DELAY_MS);
}

/** Fetches all pictures and faces of a page, and keeps its talk where it is a page of its own and not a picture. */
async function prefetch(document: Document, page: PageData | null): Promise<void> {
  const finish = (state: OfflineState): void =>
    document.documentElement.setAttribute(OFFLINE_ATTRIBUTE, state);
  if (savesData(navigator)) return finish('saving');
  performance.setResourceTimingBufferSize(MAX_RESOURCES);
  fetchFaces(document);
  fetchPictures(document);
  if (!page?.kept || window.parent !== window) return;
  const { keepTalk } = await import('./keep.ts');
  finish(await keepTalk(document, page.kept));
}

/** A page that came without a network says so; one whose build keeps nothing removes what an earlier one kept. */
function reportWorker(page: PageData | null): void {
  const script = navigator.serviceWorker?.controller?.scriptURL ?? '';
  if (!WORKER.test(script) || window.parent !== window) return;
  const run = async (): Promise<void> => {
    if (page?.kept) (await import('./kept-copy.ts')).reportCopy(document);
    else await (await import('./keep.ts')).forgetTalk();
  };
  run().catch(reportError);
}

/** Reports whether the browser is asked to save data; not all browsers say. */
function savesData(navigator: Navigator): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData ?? false;
}
