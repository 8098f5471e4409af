import { advanceOf, REGULAR } from '../../text/letter-widths.ts';

/* Advance widths of IBM Plex Sans SemiBold from U+0020 to U+007E, in thousandths of an em. */
const STRONG = [
  236, 309, 471, 656, 600, 960, 713, 260, 337, 337, 556, 600, 299, 402, 299, 437, 600, 600, 600,
  600, 600, 600, 600, 600, 600, 600, 319, 319, 600, 600, 600, 493, 899, 672, 663, 642, 689, 600,
  577, 712, 719, 423, 545, 678, 521, 817, 719, 712, 641, 712, 664, 611, 580, 689, 638, 949, 655,
  632, 599, 329, 437, 329, 600, 559, 600, 559, 600, 513, 600, 558, 350, 545, 588, 275, 275, 562,
  294, 888, 588, 563, 600, 600, 393, 499, 374, 588, 524, 819, 544, 524, 502, 363, 376, 363, 600,
];
/* The regular face from U+0391 to U+03C9, from U+0400 to U+045F, and from U+2010 to U+2026. */
const GREEK = [
  641, 653, 499, 642, 583, 580, 707, 708, 400, 634, 629, 812, 707, 584, 708, 693, 606, 600, 569,
  572, 593, 852, 613, 790, 716, 400, 593, 644, 518, 573, 295, 568, 644, 584, 502, 560, 518, 428,
  573, 562, 295, 527, 509, 578, 511, 456, 560, 622, 552, 483, 583, 477, 568, 715, 496, 726, 736,
];
const CYRILLIC = [
  583, 583, 786, 499, 631, 581, 400, 400, 510, 1014, 1037, 796, 662, 707, 595, 693, 641, 636, 653,
  499, 726, 583, 978, 593, 707, 707, 662, 684, 812, 707, 708, 693, 606, 621, 572, 595, 844, 613,
  730, 645, 956, 993, 741, 875, 630, 631, 960, 640, 534, 564, 558, 435, 597, 549, 770, 501, 588,
  588, 550, 565, 696, 588, 560, 573, 580, 503, 472, 499, 750, 507, 600, 538, 798, 825, 590, 724,
  520, 511, 781, 535, 549, 549, 568, 435, 511, 487, 250, 250, 250, 805, 832, 568, 550, 588, 499,
  573,
];
const PUNCTUATION = [
  361, 361, 636, 588, 780, 1000, 500, 500, 273, 273, 274, 318, 475, 474, 475, 518, 552, 500, 396,
  590, 334, 667, 803,
];
const TABLES: [first: number, widths: readonly number[]][] = [
  [0x391, GREEK],
  [0x400, CYRILLIC],
  [0x2010, PUNCTUATION],
];
/** Approximate widths of letters in fallback fonts for other alphabets, such as Hebrew and Arabic. */
const OTHERS: [first: number, last: number, width: number][] = [
  [0x590, 0x5ff, 600],
  [0x600, 0x77f, 520],
];
const FIRST = 0x20;
/** Width factor of other semi-bold letters. */
const STRONGER = 1.037;
const ASCII = /^[ -~]*$/;

/** The face of a text. */
export type Face = 'regular' | 'strong' | 'mono';

/** Width of a letter of the mono face, in ems. */
const MONO = 0.6;

/** Returns the width of a text in ems of its face. */
export function measureWord(text: string, face: Face): number {
  if (!ASCII.test(text)) return measureOther(text, face);
  if (face === 'mono') return text.length * MONO;
  const table = face === 'strong' ? STRONG : REGULAR;
  let width = 0;
  for (let at = 0; at < text.length; at++) width += table[text.charCodeAt(at) - FIRST] ?? 0;
  return width / 1000;
}

function measureOther(text: string, face: Face): number {
  let width = 0;
  for (const character of text.normalize('NFD')) width += widthOf(character, face);
  return width / 1000;
}

function widthOf(character: string, face: Face): number {
  const code = character.codePointAt(0) ?? 0;
  if (face === 'mono') return code < 0x2e80 ? (advanceOf(character) === 0 ? 0 : MONO * 1000) : 1000;
  const plain = otherWidth(code) ?? advanceOf(character);
  if (face === 'regular') return plain;
  return STRONG[code - FIRST] ?? plain * STRONGER;
}

/** Returns the width of a letter of another alphabet; undefined for unlisted ones. */
function otherWidth(code: number): number | undefined {
  const [first, widths] = TABLES.find(([start]) => code >= start && code < start + 0x60) ?? [0, []];
  const others = OTHERS.find(([start, end]) => code >= start && code <= end);
  return widths[code - first] ?? others?.[2];
}
