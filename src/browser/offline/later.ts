import type { PageData } from '../../talk/model/wire.ts';

/** The page is drawn by then, and its first slide is still on. */
const DELAY_MS = 3000;
const WORKER = /\/service-worker\.js$/;

/** Fetches what a page needs later, a few seconds after it is drawn or when there is a network again, and keeps the talk for the time without a network. */
export function prefetchLater(document: Document, page: PageData | null): void {
  const start = async (): Promise<void> => {
    const hasFiles = navigator.onLine || Boolean(navigator.serviceWorker?.controller);
    try {
      if (!hasFiles) throw new Error('There is no network.');
      await (await import('./prefetch.ts')).prefetch(document, page);
    } catch {
      addEventListener('online', start, { once: true });
    }
  };
  window.setTimeout(start, DELAY_MS);
}

/** Lets a page that a service worker answers for report or remove what was kept. */
export function reportWorker(page: PageData | null): void {
  const script = navigator.serviceWorker?.controller?.scriptURL ?? '';
  if (!WORKER.test(script) || window.parent !== window) return;
  import('./kept-copy.ts').then(({ checkCopy }) => checkCopy(document, page)).catch(reportError);
}
