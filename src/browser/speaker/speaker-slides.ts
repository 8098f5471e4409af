import { html } from '../../talk/html/html.ts';
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
