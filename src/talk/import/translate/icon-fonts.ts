import type { DeckSlide } from '../deck.ts';
import { attributeOf, insideOf, listTags } from '../deck-tags.ts';
import { findBrand } from './brand-icons.ts';

/** Writes empty elements that an icon font would fill as icons of brands, or leaves them out and names them. */
export function takeIconFonts(slide: DeckSlide): void {
  for (const tag of listTags(slide)) {
    const names = attributeOf(tag, 'class') ?? '';
    const icon = ICON.exec(names)?.[1];
    if (tag.kind !== 'open' || !/^(?:i|span)$/i.test(tag.name) || icon === undefined) continue;
    const { start, end } = insideOf(tag);
    if (slide.edits.text.slice(start, end).trim() !== '') continue;
    const brand = tag.isBlock ? null : findBrand(`fa-brands-${icon}`);
    slide.replace(
      { start: tag.start, end: tag.partner?.end ?? tag.end },
      brand ?? '',
      brand === null ? ['dropped', 'This set of icons is not at hand.'] : ['approximated', brand],
    );
  }
}

/** Classes of Font Awesome, Bootstrap Icons, Material Design Icons and Nerd Fonts. */
const ICON =
  /(?:^|\s)(?:fa|bi|mdi|nf-[a-z]+)-(?!brands|solid|regular|(?:\d?x|lg|sm|xs|fw|spin|pulse)\b)([\w-]+)/;
