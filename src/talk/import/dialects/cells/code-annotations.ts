import type { DeckSlide } from '../../deck.ts';

/** Writes the marks by which a list below code explains its lines, "# <1>", as comments with the number of the item. */
export function takeAnnotations(slide: DeckSlide): void {
  slide.tokens.forEach((token, index) => {
    const next = slide.tokens.slice(index + 1).find(({ type }) => type !== 'space');
    if (token.type !== 'code' || next?.type !== 'list' || !next.ordered) return;
    const { start, end } = slide.stretch(token);
    const marks = [...slide.edits.text.slice(start, end).matchAll(MARK)];
    for (const { index: at, 0: mark } of marks)
      slide.edits.replace(
        { start: start + at, end: start + at + mark.length },
        plainAnnotations(mark),
      );
    if (marks.length > 0)
      slide.note(token, 'approximated', 'the numbers of the notes below as comments');
  });
}

/** Writes such marks in a text. */
export function plainAnnotations(code: string): string {
  return code.replaceAll(MARK, ' $1 ($2)');
}

const MARK = /[ \t]*(#|\/\/|--|%)[ \t]*<(\d+)>[ \t]*$/gm;
