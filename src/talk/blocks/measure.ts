/* Advance widths of IBM Plex Sans Regular from U+0020 to U+007E, in thousandths of an em. */
const WIDTHS = [
  236, 284, 419, 713, 598, 927, 694, 242, 335, 335, 450, 600, 272, 399, 272, 383, 600, 600, 600,
  600, 600, 600, 600, 600, 600, 600, 292, 292, 600, 600, 600, 477, 891, 641, 653, 621, 671, 583,
  559, 695, 707, 400, 510, 634, 501, 812, 707, 708, 606, 708, 640, 581, 572, 678, 609, 891, 613,
  593, 580, 317, 383, 317, 600, 565, 600, 534, 580, 503, 580, 549, 324, 528, 568, 250, 250, 527,
  272, 873, 568, 560, 580, 580, 367, 487, 351, 568, 492, 768, 507, 499, 464, 343, 314, 343, 600,
];
const FIRST = 0x20;
const OTHER_WIDTH = 700;
const WIDE_WIDTH = 1000;
const WIDE_FROM = 0x1100;
const COMBINING = /\p{M}/u;

/** Tells how wide a line of text is in the text face at `size` pixels, without a browser. */
export function measureText(text: string, size: number): number {
  let width = 0;
  for (const character of text.normalize('NFD')) width += measureCharacter(character);
  return (width * size) / 1000;
}

/** Counts the lines that a text takes in a column when words are not cut. */
export function countLines(text: string, size: number, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const wordWidth = measureText(word, size);
    const joined = used === 0 ? wordWidth : used + measureText(' ', size) + wordWidth;
    if (joined <= width || used === 0) {
      used = joined;
      continue;
    }
    lines += 1;
    used = wordWidth;
  }
  return lines;
}

function measureCharacter(character: string): number {
  if (COMBINING.test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  if (code >= WIDE_FROM && code < 0x2000) return WIDE_WIDTH;
  if (code >= 0x2e80) return WIDE_WIDTH;
  return WIDTHS[code - FIRST] ?? OTHER_WIDTH;
}
