import type { DeckSlide } from '../../deck.ts';
import { scanLines } from '../../scan-lines.ts';

/** Translates pictures with the macro for their size, and with an address that R computes; names other code of R in text. */
export function takePictures(slide: DeckSlide): void {
  for (const line of scanLines(slide.edits.text)) {
    if (line.isInside) continue;
    for (const found of line.text.matchAll(PICTURE)) {
      const { index, 0: written, 1: alt = '', 2: address = '' } = found;
      const scale = /^:scale\s+(\d+(?:\.\d+)?%)$/.exec(alt.trim())?.[1];
      const names = [...address.matchAll(/["']([^"']+)["']/g)].map(([, name = '']) => name);
      const isComputed = /^`r\s/.test(address);
      const target = isComputed ? names.join('/') : address;
      if ((scale === undefined && !isComputed) || target === '') continue;
      const start = line.start + index;
      const stretch = { start, end: start + written.length };
      const picture = `![${scale === undefined ? alt : ''}](${target})${scale === undefined ? '' : `{width=${scale}}`}`;
      slide.replace(
        stretch,
        picture,
        isComputed
          ? ['manual', `R computes the address; ${target} is taken for it.`]
          : ['translated', picture],
      );
    }
    for (const found of line.text
      .replaceAll(PICTURE, (whole) => ' '.repeat(whole.length))
      .matchAll(/`r\s[^`]+`/g)) {
      const start = line.start + found.index;
      slide.note(
        { start, end: start + found[0].length },
        'manual',
        'R would compute this; it is shown as it is written.',
      );
    }
  }
}

const PICTURE = /!\[([^\]]*)\]\((`r[^`]*`|[^()\s]+)\)/g;
