/** Accents that a word can be written without. In other alphabets, such as Cyrillic, they make another letter. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu;
const LOOSE = /[\u0300-\u036f]+/g;
const HALF = /[\ud800-\udbff]$/;
const GAPS = /[^\p{L}\p{M}\p{N}]+/gu;
const ENDS = /^-+|-+$/g;
const MAX_LENGTH = 60;

/** Converts text to an id: lower case, letters and digits of any script, hyphens for the rest. */
export function toSlug(text: string): string {
  const bare = text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC');
  const slug = bare.toLowerCase().replace(LOOSE, '').replace(GAPS, '-').replace(ENDS, '');
  if (slug.length <= MAX_LENGTH) return slug;
  const cut = slug.slice(0, MAX_LENGTH + 1);
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : cut.slice(0, MAX_LENGTH).replace(HALF, '');
}
