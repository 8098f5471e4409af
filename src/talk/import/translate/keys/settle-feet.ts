import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { toLine, type Deck, type DeckSlide } from '../../deck.ts';

/** Makes paragraphs of words at the foot that need more than the one line beside sources and number. */
export function settleFeet({ keys, slides }: Deck): void {
  const { footer: ofTalk } = keys;
  const isLong = typeof ofTalk === 'string' && widthOf(ofTalk) > MAX_FOOT;
  if (isLong) delete keys.footer;
  let isNoted = false;
  for (const slide of slides) {
    const own = slide.keys.footer ?? (isLong ? ofTalk : undefined);
    if (typeof own !== 'string' || widthOf(own) <= MAX_FOOT) continue;
    // A cover without words of its own has only the words of the talk.
    if (slide.keys.layout === 'cover' && slide.edits.text.trim() === '') continue;
    if (keys.footer === undefined) delete slide.keys.footer;
    else slide.keys.footer = 'off';
    slide.after.push(`${escapeMarkdown(own)}\n<!-- .element: class="refs" -->`);
    if (!isNoted || own !== ofTalk) noteFoot(own, slide);
    isNoted = true;
  }
}

function noteFoot(words: string, slide: DeckSlide): void {
  const became = 'a paragraph at the foot of the slide, as it is too long for one line';
  const span = slide.spanOf({ start: 0, end: 0 });
  slide.notes.push({
    outcome: 'approximated',
    what: toLine(words),
    became,
    span,
  });
}

/** Returns how many letters wide a text is; those of Chinese, Japanese and Korean count as two. */
function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (letter > '\u2e7f' ? 2 : 1), 0);
}

/** The number of letters for which a line at the foot has room. */
const MAX_FOOT = 74;
