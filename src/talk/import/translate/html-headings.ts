import type { DeckSlide } from '../deck.ts';
import { listTags } from '../deck-tags.ts';

/** Writes headings of HTML that stand on lines of their own as Markdown, by which slides have their title. */
export function takeHtmlHeadings(slide: DeckSlide): void {
  const { text } = slide.edits;
  for (const tag of listTags(slide)) {
    const { partner } = tag;
    if (tag.kind !== 'open' || !/^h[1-6]$/i.test(tag.name) || !partner) continue;
    const before = text.slice(text.lastIndexOf('\n', tag.start - 1) + 1, tag.start);
    const newline = text.indexOf('\n', partner.end);
    const after = text.slice(partner.end, newline < 0 ? undefined : newline);
    const inside = text.slice(tag.end, partner.start);
    const isNamed = tag.attributes.every(
      ({ name, value }) => NAMES.test(name) && PLAIN.test(value),
    );
    const isOwn = isNamed && before.trim() === '' && after.trim() === '';
    // In an element of HTML a heading stays one of HTML.
    const isOutside = /(?:^|\n[ \t]*\n)[ \t]*$/.test(text.slice(0, tag.start));
    if (!isOwn || !isOutside || /<(?!\/?(?:span|br|b|i|em|strong|code|small|a)\b)/i.test(inside))
      continue;
    const words = inside.replaceAll(/\s*\n\s*/g, ' ').trim();
    const signs = '#'.repeat(Number(tag.name.charAt(1)));
    slide.edits.replace({ start: tag.start - before.length, end: tag.end }, `${signs} `);
    if (words !== inside) slide.edits.replace({ start: tag.end, end: partner.start }, words);
    const names = tag.attributes.map(({ name, value }) => `${name}="${value}"`).join(' ');
    const below = names === '' ? '\n' : `\n<!-- .element: ${names} -->\n`;
    slide.edits.replace({ start: partner.start, end: partner.end + after.length }, below);
  }
}

const NAMES = /^(?:class|id)$/;
const PLAIN = /^[\w:./ -]+$/;
