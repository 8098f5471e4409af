const NOTICE_MS = 6000;

/** Says on a page that came without a network when it was kept, for a moment; `data-kept-at` of its root goes on saying so. */
export function reportCopy(document: Document, keptAt: Date): void {
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
