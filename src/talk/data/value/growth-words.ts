import { formatNumber, roundSignificant } from './format.ts';
import { formatPoints, roundGrowth, roundPoints } from './growth.ts';

/** The figures that a growth is between. */
export interface Growth {
  /** Above zero, unless both are percentages. */
  before: number;
  now: number;
  exact: boolean;
  /** Whether both are percentages, which grow by points. */
  isOfPoints: boolean;
}

type Named = readonly [size: number, word: string];

/** Multiples with a word of their own, which is for all within 5 % of them. */
const MULTIPLES: readonly Named[] = [
  [2, 'doubled'],
  [3, 'tripled'],
  [4, 'quadrupled'],
];
const HALF: Named = [0.5, 'halved'];
/** From here on a multiple is nearly reached. */
const NEARLY = 0.9;
/** From this multiple on it is counted. */
const COUNTED = 5;
/** Shares in percent with a word of their own, which is for all within a point of them. */
const SHARES: readonly Named[] = [
  [25, 'a quarter'],
  [100 / 3, 'a third'],
  [50, 'half'],
];
/** The least growth in percent that is not called level. */
const LEAST = 0.5;
/** A larger fall in percent would be written as all. */
const MOST = 99.9;
const LEVEL = 'stayed level';
/** Digits that binary fractions do not change. */
const SOUND = 12;

/** Writes a growth in words: "doubled", "nearly tripled", "grew by 40%", "fell by a third", "stayed level". */
export function printGrowth({ before, now, exact, isOfPoints }: Growth): string {
  const verb = now > before ? 'grew' : 'fell';
  if (isOfPoints) {
    const points = Math.abs(roundPoints(now - before, exact));
    return points === 0 ? LEVEL : `${verb} by ${formatPoints(points, { exact })}`;
  }
  if (now <= 0) return now < 0 ? 'fell below zero' : 'fell to zero';
  const ratio = roundSignificant(now / before, SOUND);
  const percent = roundSignificant((Math.abs(now - before) / before) * 100, SOUND);
  if (percent < LEAST) return LEVEL;
  if (ratio < 1 && percent > MOST) return `fell by more than ${MOST}%`;
  const word = findMultiple(ratio, exact);
  if (word) return word;
  if (ratio > 2) return `grew ${formatNumber(roundSignificant(ratio, 2), { exact })}-fold`;
  const share = SHARES.find(([size]) => Math.abs(percent - size) <= 1);
  // More digits than two say nothing in a sentence.
  const rounded = formatNumber(roundGrowth(percent, false), { format: 'percent', exact });
  return `${verb} by ${share?.[1] ?? rounded}`;
}

/** Finds the word for a multiple; which side of it an inexact one is on is not known. */
function findMultiple(ratio: number, exact: boolean): string | undefined {
  const reached = [...MULTIPLES, HALF].find(
    ([size]) => ratio >= size * 0.95 && ratio <= size * 1.05,
  );
  if (reached || !exact || ratio >= COUNTED) return reached?.[1];
  if (ratio < 1) return ratio > 0.5 && ratio <= 0.5 / NEARLY ? `nearly ${HALF[1]}` : undefined;
  const next = MULTIPLES.find(([size]) => ratio < size && ratio >= size * NEARLY);
  if (next) return `nearly ${next[1]}`;
  const last = MULTIPLES.findLast(([size]) => ratio > size);
  return last && `more than ${last[1]}`;
}
