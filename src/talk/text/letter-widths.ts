/** Advance widths of IBM Plex Sans from U+0020 to U+007E, in thousandths of an em. */
export const REGULAR = [
  236, 284, 419, 713, 598, 927, 694, 242, 335, 335, 450, 600, 272, 399, 272, 383, 600, 600, 600,
  600, 600, 600, 600, 600, 600, 600, 292, 292, 600, 600, 600, 477, 891, 641, 653, 621, 671, 583,
  559, 695, 707, 400, 510, 634, 501, 812, 707, 708, 606, 708, 640, 581, 572, 678, 609, 891, 613,
  593, 580, 317, 383, 317, 600, 565, 600, 534, 580, 503, 580, 549, 324, 528, 568, 250, 250, 527,
  272, 873, 568, 560, 580, 580, 367, 487, 351, 568, 492, 768, 507, 499, 464, 343, 314, 343, 600,
];
const FIRST = 0x20;
const OTHER_WIDTH = 700;
const SIGN_WIDTH = 820;
const WIDE_WIDTH = 1000;
const WIDE_FROM = 0x1100;
const COMBINING = /\p{M}/u;
/** Signs of the face that are wider than most letters, such as the one where a text is cut. */
const SIGNS = /[—…←-⇆]/;

/** Returns the advance width of a character in the text face, in thousandths of an em. */
export function advanceOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  const known = REGULAR[code - FIRST];
  if (known !== undefined) return known;
  if (COMBINING.test(character)) return 0;
  if (SIGNS.test(character)) return SIGN_WIDTH;
  if (code >= WIDE_FROM && code < 0x2000) return WIDE_WIDTH;
  return code >= 0x2e80 ? WIDE_WIDTH : OTHER_WIDTH;
}
