import type { DeckSlide } from '../../deck.ts';
import { scanLines } from '../../scan-lines.ts';

/** Translates pictures with the macro for their size. */
export function takePictures(slide: DeckSlide): void {
  for (const line of scanLines(slide.edits.text)) {
    if (line.isInside) continue;
    for (const found of line.text.matchAll(PICTURE)) {
      const { index, 0: written, 1: scale = '', 2: address = '' } = found;
      const start = line.start + index;
      const picture = `![](${address}){width=${scale}}`;
      slide.replace({ start, end: start + written.length }, picture, ['translated', picture]);
    }
  }
}

const PICTURE = /!\[[ \t]*:scale\s+(\d+(?:\.\d+)?%)[ \t]*\]\(([^()\s]+)\)/g;
