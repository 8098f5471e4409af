import type { PageData } from '../../talk/model/wire.ts';

const NOTICE_MS = 6000;

/** A page that came without a network says so; one whose build keeps nothing removes what an earlier one kept. */
export async function checkCopy(document: Document, page: PageData | null): Promise<void> {
  const keptAt = readKeptAt();
  if (!page?.kept) await (await import('./keep.ts')).forgetTalk();
  else if (keptAt !== null) showCopy(document, keptAt);
}

/** Says for a moment when the page was kept; `data-kept-at` of its root goes on saying so. */
function showCopy(document: Document, keptAt: Date): void {
  document.documentElement.dataset['keptAt'] = keptAt.toISOString();
  const notice = document.createElement('p');
  notice.className = 'live-notice';
  notice.setAttribute('role', 'status');
  notice.lang = 'en';
  const time = keptAt.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  notice.textContent = `No network: this is the talk as of ${time}`;
  document.body.append(notice);
  setTimeout(() => notice.remove(), NOTICE_MS);
}

/** Reads when the page was kept, which a header of the kept one says; null for a page of the network. */
function readKeptAt(): Date | null {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const mark = entry?.serverTiming?.find(({ name }) => name === 'kept');
  return mark ? new Date(mark.description) : null;
}
