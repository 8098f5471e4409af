import { printDate } from '../../talk/data/date.ts';
import { html } from '../../talk/html/html.ts';
import { describePlace, type OutlineSlide, type Position } from '../stage/position.ts';
import type { FollowedDeck } from './deck-link.ts';
import type { SpeakerParts } from './speaker-parts.ts';

/** Shows what the room sees that the pictures do not, and whether there is a deck; undefined while it is looked for. */
export function showSigns(
  { signs, desk, freeze, unfreeze }: SpeakerParts,
  followed: FollowedDeck | null | undefined,
  slides: readonly OutlineSlide[],
): void {
  const { isBlack, isHeld, isOverview, timeOf = null, frozenAt = null } = followed?.state ?? {};
  desk.toggleAttribute('data-black', isBlack === true);
  desk.toggleAttribute('data-frozen', frozenAt !== null);
  freeze.textContent = frozenAt ? 'Show this' : 'Freeze';
  unfreeze.hidden = frozenAt === null;
  const words = [
    frozenAt && `Frozen: the room sees ${nameSlide(slides, frozenAt)}`,
    isBlack === true && 'The screen is black',
    isHeld === true && 'Live data are held',
    timeOf !== null && `The room sees data as of ${printDate(timeOf)}`,
    isOverview === true && isBlack === false && 'The room sees all slides',
  ].filter((word) => word !== false && word !== null);
  const deck = new URL(location.href);
  deck.search = '';
  const missing = html`<span>No deck is open. <a href="${String(deck)}" target="_blank">Open it</a></span>`;
  const { markup } = html`${words.map((word) => html`<span>${word}</span> `)}
    ${followed === undefined && html`<span>Looking for the deck</span>`}
    ${followed === null && missing}`;
  if (signs.dataset['markup'] === markup) return;
  signs.dataset['markup'] = markup;
  signs.innerHTML = markup;
}

/** Says which slide the room still sees. */
function nameSlide(slides: readonly OutlineSlide[], { slide }: Position): string {
  const { number } = describePlace(slides, slide);
  return number > 0 ? `slide ${number}` : 'a backup slide';
}
