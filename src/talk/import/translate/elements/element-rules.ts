import type { Deck } from '../../deck.ts';
import type { MovedSlide } from '../../move-files.ts';
import { FLOW_RULES } from './floats.ts';

/** Adds the rules that the elements of a deck need in its talk, by the text of its slides. */
export function addElementRules(deck: Deck, slides: readonly MovedSlide[]): void {
  for (const [pattern, rules] of RULES)
    if (slides.some(({ text }) => pattern.test(text))) deck.css.push(rules);
  const isCentred = ({ slide, text }: MovedSlide): boolean =>
    slide.keys.layout === 'center' && /^<img\b/im.test(text);
  if (slides.some(isCentred)) deck.css.push(CENTRED);
}

/** What is in the middle of a slide has its pictures there. */
const CENTRED = '.layout-center .slide-body > img { align-self: center; }';

const RULES: readonly (readonly [RegExp, string])[] = [
  // The look of a box in the place of what is left out.
  [
    /class="left-out"/,
    '.left-out { border: 2px dashed currentcolor; padding: 8px 16px; border-radius: 8px; opacity: 0.7; }',
  ],
  [/class="deck-flow"/, FLOW_RULES],
  // The parts of a quotation are one below the other; words without a paragraph are one text.
  [
    /<blockquote\b/i,
    '.slide-body blockquote:not(:has(> p)):has(> :is(a, b, br, cite, code, em, i, small, span, strong)) { display: block; }',
  ],
  // A list that begins at another number may reach two digits before it has ten items.
  [/<ol\b[^>]*\bstart=/i, '.slide-body ol[start] { --digits: 2; }'],
  // A film of HTML leaves room for what is beside it.
  [
    /<video\b/i,
    ':where(.slide-body) video:where(:not(.media > video)) { max-width: 100%; max-height: 432px; }',
  ],
];
