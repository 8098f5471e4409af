import { DeckSlide, type Deck } from '../../deck.ts';

/** Keeps the layout of slides whose title a talk would show small, since there is but a quotation below it. */
export function settleLayouts({ slides }: Deck): void {
  for (const { keys, edits, before, after } of slides) {
    if (keys.layout !== undefined || before.length > 0 || after.length > 0) continue;
    const text = edits.apply();
    if (!/^ {0,3}>/m.test(text)) continue;
    const parts = new DeckSlide({ file: '', line: 1, text }).tokens.filter(
      ({ type }) => type !== 'space',
    );
    const [title, quote] = parts;
    if (title?.type === 'heading' && quote?.type === 'blockquote' && parts.length <= 3)
      keys.layout = 'default';
  }
}
