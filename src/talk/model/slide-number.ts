/** What stands around the number that is printed on a slide, which ends its section. */
const START = '<span class="folio-number">';
const END = '</span></p></footer>\n</section>';

/** Parts a slide's section from the number that is printed on it; null where it has none. */
export function splitNumber(section: string): { bare: string; number: string } | null {
  const start = section.lastIndexOf(START);
  if (start < 0 || !section.endsWith(END)) return null;
  const number = section.slice(start + START.length, -END.length);
  return /^\d+$/.test(number) ? { bare: section.slice(0, start), number } : null;
}
