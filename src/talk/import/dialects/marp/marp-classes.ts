import { textOf } from '../../../text/value/value-text.ts';
import type { DeckSlide, Result } from '../../deck.ts';
import type { ForeignKey } from '../../matter.ts';

/** Takes classes; those of the themes of Marp choose a layout. */
export function takeClass(
  { value }: ForeignKey,
  { keys }: DeckSlide,
  { hasRule, hasGround }: { hasRule: (name: string) => boolean; hasGround: boolean },
): Result | undefined {
  const names = [value]
    .flat()
    .flatMap((part) => textOf(part).split(/\s+/))
    .filter(Boolean);
  const layout = LAYOUT_OF.find(([name]) => names.includes(name))?.[1];
  if (layout) keys.layout ??= layout;
  const isInverted = names.includes('invert') && !hasRule('invert');
  if (isInverted && !hasGround) keys.background ??= INVERTED;
  const own = names.filter(
    (name) => !LAYOUT_OF.some(([known]) => known === name) && !(isInverted && name === 'invert'),
  );
  if (own.length > 0) keys.class = own.join(' ');
  if (isInverted && own.length === 0)
    return [
      'approximated',
      [layout && `layout: ${layout}`, hasGround ? 'light words' : `background: ${INVERTED}`]
        .filter(Boolean)
        .join(', '),
    ];
  if (layout && own.length === 0) return ['approximated', `layout: ${layout}`];
  const unstyled = own.filter((name) => !hasRule(name));
  if (unstyled.length === 0) return undefined;
  return ['approximated', `class: ${unstyled.join(' ')}; the theme of Marp has the rules for it`];
}

/** The ground of slides of the class "invert" in the default theme of Marp. */
const INVERTED = '#0d1117';
const LAYOUT_OF = [
  ['lead', 'center'],
  ['title', 'cover'],
  ['cover', 'cover'],
  ['section', 'section'],
  ['quote', 'quote'],
] as const;
