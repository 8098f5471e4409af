import type { DeckSlide, Deck } from '../../deck.ts';
import { isGround } from '../../slide-ground.ts';
import { keepLooks } from './slide-rules.ts';
import { walkTokens } from '../../walk.ts';

/** Moves the rules of a deck into its stylesheet; those of one slide stay, and `section` in them is that slide. */
export function takeStyles(slide: DeckSlide, deck: Deck): void {
  walkTokens(slide.tokens, (token) => {
    if (token.type !== 'html') return false;
    for (const found of token.raw.matchAll(/<style([^>]*)>([^]*?)<\/style>/gi)) {
      const [whole, attributes = '', rules = ''] = found;
      const at = slide.edits.text.indexOf(whole, slide.stretch(token).start);
      if (at < 0) continue;
      const stretch = { start: at, end: at + whole.length };
      if (/\bscoped\b/.test(attributes)) {
        const { css, lost } = keepLooks(rules);
        const own = css.replaceAll(SECTION, ':root');
        if (own !== rules)
          slide.replace(stretch, `<style${attributes}>${own}</style>`, [
            'translated',
            ':root for the slide',
          ]);
        if (lost.length > 0) slide.note(stretch, 'dropped', toLost(lost));
      } else {
        const { css, lost } = keepLooks(rules);
        deck.css.push(css.trim());
        if (lost.length > 0) slide.note(stretch, 'dropped', toLost(lost));
        slide.replace(stretch, '', [
          'approximated',
          'the stylesheet of the talk; its rules may not fit the elements of these slides',
        ]);
      }
    }
    return true;
  });
}

/** Takes the ground of all slides from the variable by which the themes of Marp name it. */
export function takeVariables({ css, slides }: Deck, ofTheme: string): void {
  const [, ground = ''] = GROUND.exec([...css, ofTheme].join('\n')) ?? [];
  if (!isGround(ground.trim())) return;
  for (const { keys } of slides) keys.background ??= ground.trim();
}

/** Says which properties of slides are left out. */
export function toLost(names: readonly string[]): string {
  return `${names.join(', ')}: slides have their own place and size.`;
}

const GROUND = /--(?:color-background|bgColor-default|color-canvas-default)\s*:\s*([^;}]+)/;
/** The slide as the rules of Marp name it. */
const SECTION = /(?<![\w.#-])section(?=[\s.:#[>+~,{])/g;
