const ACCENTS = /[\u0300-\u036f]+/g;
const GAPS = /[^\p{L}\p{M}\p{N}]+/gu;
const ENDS = /^-+|-+$/g;
const MAX_LENGTH = 60;

/** Converts text to an id: lower case, letters and digits of any script, hyphens for the rest. */
export function toSlug(text: string): string {
  const plain = text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase();
  const slug = plain.replace(GAPS, '-').replace(ENDS, '');
  if (slug.length <= MAX_LENGTH) return slug;
  const cut = slug.slice(0, MAX_LENGTH + 1);
  return cut.slice(0, cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : MAX_LENGTH);
}
