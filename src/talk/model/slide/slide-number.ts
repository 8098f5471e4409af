import type { Slide } from '../talk.ts';

/** The end of a section whose foot has a number: its place is empty, so that slides are not rendered again when others come before them. */
const PLACE = '<span class="folio-number">';
const END = '</span></p></footer>\n</section>';

/** Returns a slide's section, or what was made of it, with the slide's number at its foot. */
export function printNumber(
  section: string,
  { printedNumber }: Pick<Slide, 'printedNumber'>,
): string {
  if (printedNumber === undefined || !section.endsWith(PLACE + END)) return section;
  return section.slice(0, -END.length) + printedNumber + END;
}
