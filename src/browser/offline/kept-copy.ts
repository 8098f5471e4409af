const NOTICE_MS = 6000;

/** Says so on a page that came from what was kept, with the time at which it was; does nothing on a page of the network. */
export function reportCopy(document: Document): void {
  const at = readKeptAt();
  if (at === null) return;
  const notice = document.createElement('p');
  notice.className = 'live-notice';
  notice.setAttribute('role', 'status');
  notice.lang = 'en';
  notice.textContent = `No network: this is the talk as of ${describe(at)}`;
  document.body.append(notice);
  setTimeout(() => notice.remove(), NOTICE_MS);
}

/** Reads when the page was kept; the worker's answer says so in a header. */
function readKeptAt(): Date | null {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const kept = entry?.serverTiming.find(({ name }) => name === 'kept');
  return kept ? new Date(kept.description) : null;
}

function describe(date: Date): string {
  return date.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
}
