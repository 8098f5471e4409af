import { html, type Html } from '../../talk/html/html.ts';
import { describePlace, type OutlineSlide, type Position } from '../stage/position.ts';
import type { FollowedDeck } from './deck-link.ts';
import type { SpeakerParts } from './speaker-parts.ts';

const SIGN = 'data-sign';

/** Shows what the room sees that the pictures do not, and whether there is a deck; undefined while it is looked for. */
export function showSigns(
  { signs, desk, freeze }: SpeakerParts,
  followed: FollowedDeck | null | undefined,
  slides: readonly OutlineSlide[],
): void {
  const { isBlack, isHeld, isOverview, frozenAt = null } = followed?.state ?? {};
  desk.toggleAttribute('data-black', isBlack === true);
  desk.toggleAttribute('data-frozen', frozenAt !== null);
  freeze.textContent = frozenAt ? 'Show this' : 'Freeze';
  const words = [
    isBlack === true && 'The screen is black',
    isHeld === true && 'Live data are held',
    isOverview === true && isBlack === false && 'The room sees all slides',
  ].filter((word) => word !== false);
  const deck = new URL(location.href);
  deck.search = '';
  const missing = html`<span>No deck is open. <a href="${String(deck)}" target="_blank">Open it</a></span>`;
  const { markup } =
    html`${frozenAt && renderFrozen(slides, frozenAt)} ${words.map((word) => html`<span>${word}</span> `)}
    ${followed === undefined && html`<span>Looking for the deck</span>`}
    ${followed === null && missing}`;
  if (signs.dataset['markup'] === markup) return;
  signs.dataset['markup'] = markup;
  signs.innerHTML = markup;
}

/** What the room still sees, and both ways on. */
function renderFrozen(slides: readonly OutlineSlide[], { slide }: Position): Html {
  const { number } = describePlace(slides, slide);
  const name = number > 0 ? `slide ${number}` : 'a backup slide';
  return html`<span class="speaker-frozen"
    >Frozen: the room sees ${name}
    <button type="button" data-sign="show">Show this one</button>
    <button type="button" data-sign="return">Go back there</button></span
  >`;
}

/** Calls a function when a button in a sign is pressed, with its name. */
export function onSign(signs: HTMLElement, run: (name: string) => void): void {
  signs.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest(`[${SIGN}]`) : null;
    if (button) run(button.getAttribute(SIGN) ?? '');
  });
}
