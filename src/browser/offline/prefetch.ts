import { OFFLINE_ATTRIBUTE, type OfflineState, type PageData } from '../../talk/model/wire.ts';
import { fetchPictures } from '../deck/fetch-pictures.ts';
import { defineElements } from '../elements/define.ts';
import { fetchFaces } from '../page/page-faces.ts';

/** Browsers list 250 by default, and a talk can have more pictures. */
const MAX_RESOURCES = 2000;

/** Fetches what a page needs later, and keeps its talk; rejects when a file cannot be fetched now. */
export async function prefetch(document: Document, page: PageData | null): Promise<void> {
  const state = await fetchRest(document, page);
  if (state !== null) document.documentElement.setAttribute(OFFLINE_ATTRIBUTE, state);
}

/** Fetches all pictures, faces and elements of a page, and keeps its talk; null where there is nothing to keep, as in a picture of a slide. */
async function fetchRest(document: Document, page: PageData | null): Promise<OfflineState | null> {
  if (savesData(navigator)) return 'saving';
  performance.setResourceTimingBufferSize(MAX_RESOURCES);
  fetchFaces(document);
  fetchPictures(document);
  await defineElements(document);
  if (!page?.kept || window.parent !== window) return null;
  const { keepTalk } = await import('./keep.ts');
  return keepTalk(document, page.kept);
}

/** Reports whether the browser is asked to save data; not all browsers say. */
function savesData(navigator: Navigator): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData ?? false;
}
