import type { DeckSlide } from '../../deck.ts';
import { insideOf, type DeckTag } from '../../deck-tags.ts';

/** Writes a text in the place of an element. */
export function replaceElement(
  tag: DeckTag,
  slide: DeckSlide,
  text: string,
  outcome: 'translated' | 'approximated' | 'manual' = 'approximated',
  became = text,
): void {
  const end = tag.partner?.end ?? tag.end;
  slide.replace({ start: tag.start, end }, text, [outcome, became]);
}

/** Leaves an element out. */
export function dropElement(tag: DeckTag, slide: DeckSlide, reason: string): void {
  slide.replace({ start: tag.start, end: tag.partner?.end ?? tag.end }, '', ['dropped', reason]);
}

/** Removes the tags of an element and keeps what is in it. */
export function unwrap(
  tag: DeckTag,
  slide: DeckSlide,
  reason: string,
  outcome: 'approximated' | 'manual' = 'approximated',
): void {
  slide.replace(tag, '', [outcome, reason]);
  removeEnd(tag, slide);
}

/** Removes the end tag of an element; an indented tag below it would belong to a list in it. */
export function removeEnd({ partner }: DeckTag, slide: DeckSlide): void {
  if (!partner) return;
  slide.replace(partner, '');
  const [below = '', indent = ''] =
    /^[ \t]*(?:\n[ \t]*)*\n([ \t]+)(?=<)/.exec(slide.edits.text.slice(partner.end)) ?? [];
  const end = partner.end + below.length;
  if (indent !== '') slide.edits.replace({ start: end - indent.length, end }, '');
}

/** Returns the text between the tags of an element. */
export function textInside(tag: DeckTag, slide: DeckSlide): string {
  const { start, end } = insideOf(tag);
  return slide.edits.text.slice(start, end).trim();
}
