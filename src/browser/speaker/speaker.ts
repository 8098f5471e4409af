import { html } from '../../talk/html/html.ts';
import { openSpeakerChannel, type DeckState, type SpeakerChannel } from './speaker-channel.ts';
import style from '../styles/deck/speaker.css?inline';

/** Parts of the speaker's window. */
interface Parts {
  status: HTMLElement;
  notes: HTMLElement;
  timer: HTMLElement;
  clock: HTMLElement;
}

const NO_DECK = 'No deck is connected. Press s in the window of the talk.';
const CLOCK_INTERVAL_MS = 1000;

/** Converts the page to the speaker's window of a deck: this slide, the next one, the notes and a clock. */
export function startSpeaker(document: Document, deckId: string | null): void {
  document.title = `Speaker: ${document.title}`;
  const element = document.createElement('style');
  element.textContent = style;
  document.head.append(element);
  document.body.innerHTML = render(deckId);
  const parts = readParts(document.body);
  startClock(parts);
  if (deckId === null) return;
  const channel = openSpeakerChannel(deckId, (message) => {
    if (message.type === 'state') showState(parts, message);
  });
  channel.send({ type: 'hello' });
  passKeys(document, channel);
}

function showState({ status, notes }: Parts, state: DeckState): void {
  status.hidden = true;
  // Notes come from the author through the compiler, and the channel is limited to this origin.
  if (notes.innerHTML !== state.notes) notes.innerHTML = state.notes;
}

/** Keys work regardless of the focus, because the pictures take none. */
function passKeys(document: Document, channel: SpeakerChannel): void {
  document.addEventListener('keydown', (event) => {
    const { key, keyCode, shiftKey } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLButtonElement && (key === ' ' || key === 'Enter')) return;
    channel.send({ type: 'key', key, keyCode, shiftKey });
    if (/^(?: |Page|Arrow|Home|End)/.test(key)) event.preventDefault();
  });
}

function startClock({ timer, clock }: Parts): void {
  let start = Date.now();
  const show = (): void => {
    timer.textContent = printElapsed(Date.now() - start);
    clock.textContent = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  };
  timer.addEventListener('click', () => {
    start = Date.now();
    show();
    timer.blur();
  });
  show();
  setInterval(show, CLOCK_INTERVAL_MS);
}

/** Writes milliseconds as a clock shows them: "00:12:05". */
export function printElapsed(duration: number): string {
  const seconds = Math.floor(duration / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

function render(deckId: string | null): string {
  return html`<main class="speaker" lang="en">
    ${deckId !== null && renderPictures(deckId)}
    <section class="speaker-side">
      <div class="speaker-time">
        <button type="button" class="speaker-timer" title="Starts at zero again"></button>
        <span class="speaker-clock"></span>
      </div>
      <p class="speaker-status" role="status">${NO_DECK}</p>
      <div class="speaker-notes"></div>
    </section>
  </main>`.markup;
}

function renderPictures(deckId: string) {
  const url = new URL(location.href);
  url.searchParams.delete('speaker');
  url.searchParams.set('receiver', deckId);
  const current = String(url);
  url.searchParams.set('ahead', '');
  return html`<iframe class="speaker-current" title="This slide" inert src="${current}"></iframe>
    <iframe class="speaker-next" title="Next" inert src="${String(url)}"></iframe>`;
}

function readParts(body: HTMLElement): Parts {
  const find = (name: string): HTMLElement => {
    const part = body.querySelector<HTMLElement>(`.speaker-${name}`);
    if (!part) throw new Error(`The speaker's window has no ${name}.`);
    return part;
  };
  return {
    status: find('status'),
    notes: find('notes'),
    timer: find('timer'),
    clock: find('clock'),
  };
}
