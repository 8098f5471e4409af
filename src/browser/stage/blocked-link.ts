import { nameSpeaker, readDeckId } from '../page/deck-id.ts';

/** Shows a line with the link to the speaker's page, whose window the browser has blocked. */
export function showBlockedLink(url: string): void {
  document.querySelector('.popup-blocked')?.remove();
  const line = document.createElement('p');
  const link = document.createElement('a');
  line.className = 'live-notice popup-blocked';
  line.setAttribute('role', 'alert');
  link.href = url;
  link.target = nameSpeaker(readDeckId(window));
  link.textContent = 'Open the speaker\u2019s page';
  line.append('The browser blocked a window. ', link);
  line.addEventListener('click', () => line.remove());
  document.body.append(line);
}

/** Reads the address that was blocked from the event; empty where the window is open. */
export function readBlocked(event: unknown): string {
  return (event as { blocked?: string }).blocked ?? '';
}
