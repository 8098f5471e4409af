import type { Deck, DeckSlide } from '../../deck.ts';

/** Notes the first step that goes away again, which paper shows as well; on the page, steps have their effects. */
export function noteEffects({ slides }: Deck): void {
  for (const slide of slides) {
    const found = HIDING.exec(slide.edits.text);
    if (!found) continue;
    const stretch = { start: found.index, end: found.index + found[0].length };
    const became = 'the same on the page; paper shows all parts, and the last of a stack';
    return slide.note(stretch, 'approximated', became, 'harmless');
  }
}

const HIDING =
  /(?<=class=["'][^"']*fragment[^"']*)\b(?:fade-out|fade-in-then-(?:semi-)?out|current-visible)\b/;

/** Translates the steps that reveal.js writes in square brackets behind the language of a fence. */
export function takeFenceSteps(slide: DeckSlide): void {
  for (const token of slide.allTokens) {
    if (token.type !== 'code') continue;
    const [written, language = '', brackets = ''] =
      /^(\S*)\s*\[([^\]]*)\]/.exec(token.lang ?? '') ?? [];
    if (written === undefined) continue;
    const [, start, steps = ''] = /^\s*(?:(\d+)\s*:)?\s*([\d,|\s-]*)$/.exec(brackets) ?? [];
    const shift = Number(start ?? 1) - 1;
    const marked = steps
      .replaceAll(/\d+/g, (line) => String(Number(line) + shift))
      .replaceAll(/\s/g, '');
    const info = [
      language || 'text',
      marked && `{${marked.replace(/^\|/, 'all|')}}`,
      start && `{startLine=${start}}`,
    ]
      .filter(Boolean)
      .join(' ');
    const at = slide.edits.text.indexOf(written, slide.stretch(token).start);
    if (at >= 0) slide.replace({ start: at, end: at + written.length }, info, ['translated', info]);
  }
}
