import type { ListToken } from '../model/token.ts';
import type { DeckSlide } from './deck.ts';

/** The comment that makes the element before it a step. */
export const STEP_MARK = '<!-- .element: class="fragment" -->';

/** Makes each item of lists a step; where these are all lists of the slide, by one key. Returns what was written. */
export function makeListSteps(lists: readonly ListToken[], slide: DeckSlide): string {
  const all = slide.tokens.filter((token) => token.type === 'list');
  if (lists.length > 0 && all.every((list) => lists.includes(list))) {
    slide.keys.incremental = true;
    return 'incremental: true';
  }
  for (const list of lists) markItems(list, slide);
  return `${STEP_MARK} behind each item`;
}

/** Makes each item of a list a step by a comment behind its first words. */
export function markItems(list: ListToken, slide: DeckSlide): void {
  for (const item of list.items) {
    const first = item.tokens.find(({ type }) => type !== 'checkbox' && type !== 'space');
    if (first) slide.edits.insert(slide.stretch(first).end, ` ${STEP_MARK}`);
  }
}
