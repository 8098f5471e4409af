import { html } from '../../talk/html/html.ts';
import type { FollowedDeck } from './deck-link.ts';
import { describePlace, findNext, type OutlineSlide, type Position } from '../stage/position.ts';
import type { SpeakerParts } from './speaker-parts.ts';

/** Shows the position in the talk, and what comes next, in words. */
export function showPlace(
  parts: SpeakerParts,
  slides: readonly OutlineSlide[],
  position: Position,
): void {
  parts.place.innerHTML = renderPlace(slides, position);
  const next = findNext(slides, position);
  parts.end.hidden = next !== null;
  parts.next.toggleAttribute('data-hidden', next === null);
  parts.following.textContent = next ? describeNext(slides, position, next) : '';
}

function renderPlace(slides: readonly OutlineSlide[], { slide, step }: Position): string {
  const { number, total, section, numberInSection, totalInSection } = describePlace(slides, slide);
  const steps = slides.find(({ id }) => id === slide)?.steps ?? 0;
  const share = numberInSection > 0 ? `, ${numberInSection} of ${totalInSection}` : '';
  return html`<b>${number > 0 ? `${number} of ${total}` : 'Backup'}</b>
    ${section === null ? null : html`<span>${section}${share}</span>`}
    ${steps === 0 ? null : html`<span>step ${step + 1} of ${steps}</span>`}`.markup;
}

/** Says what the next picture is: a slide, or a step and the slide after it. */
function describeNext(
  slides: readonly OutlineSlide[],
  { slide }: Position,
  next: Position,
): string {
  const index = slides.findIndex(({ id }) => id === slide);
  const title = slides[index + 1]?.title;
  const isEnd = findNext(slides, { slide, step: slides[index]?.steps ?? 0 }) === null;
  if (next.slide !== slide) return `Next: ${title ?? ''}`;
  return `Next step, then: ${isEnd || title === undefined ? 'end of the talk' : title}`;
}

/** Shows what the room sees that the pictures do not, and whether there is a deck; undefined while it is looked for. */
export function showSigns(
  { signs, desk }: SpeakerParts,
  followed: FollowedDeck | null | undefined,
): void {
  const { isBlack, isHeld, isOverview } = followed?.state ?? {};
  desk.toggleAttribute('data-black', isBlack === true);
  const words = [
    isBlack === true && 'The screen is black',
    isHeld === true && 'Live data are held',
    isOverview === true && isBlack === false && 'The room sees all slides',
  ].filter((word) => word !== false);
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
