import type { LiveControl } from './live/live.ts';
import type { RevealApi } from 'reveal.js';
import type { PageData } from '../talk/model/wire.ts';

/** Dispatched on the document when live data start, freeze or resume. */
export const FROZEN_EVENT = 'rostrum:frozen';

const NOTICE_MS = 2500;
const opened: { control: LiveControl | null } = { control: null };

/** Starts live data if the page has any; other pages do not load their code. */
export async function openLive(
  { live, ...page }: PageData,
  options: { deck: RevealApi | null; isReceiver: boolean },
): Promise<void> {
  if (!live) return;
  const { startLive } = await import('./live/live.ts');
  opened.control = startLive({ ...options, page: { ...page, live } });
  document.dispatchEvent(new Event(FROZEN_EVENT));
}

/** Returns the page's live data; null for none. */
export function getLive(): LiveControl | null {
  return opened.control;
}

/** Freezes or resumes live data, and shows a notice. */
export function toggleLive(): void {
  const { control } = opened;
  if (!control) return;
  control.toggleFreeze();
  document.dispatchEvent(new Event(FROZEN_EVENT));
  showNotice(control.isFrozen ? 'Data are held as they are' : 'Data are live again');
}

function showNotice(text: string): void {
  document.querySelector('.live-notice')?.remove();
  const notice = document.createElement('p');
  notice.className = 'live-notice';
  notice.setAttribute('role', 'status');
  notice.textContent = text;
  document.body.append(notice);
  setTimeout(() => notice.remove(), NOTICE_MS);
}
