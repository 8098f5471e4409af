/** Markup around the slide number, which ends its section. */
const START = '<span class="folio-number">';
const END = '</span></p></footer>\n</section>';

/** Splits a slide's section from its printed number; null when it has none. */
export function splitNumber(section: string): { bare: string; number: string } | null {
  const start = section.lastIndexOf(START);
  if (start < 0 || !section.endsWith(END)) return null;
  const number = section.slice(start + START.length, -END.length);
  return /^\d+(?:\/\d+)?$/.test(number) ? { bare: section.slice(0, start), number } : null;
}
