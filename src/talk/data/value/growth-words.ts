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

/** Multiples with a word of their own, which is for all within 5 % of them. */
const MULTIPLES = [
  { times: 2, word: 'doubled' },
  { times: 3, word: 'tripled' },
  { times: 4, word: 'quadrupled' },
] as const;
const HALF = { times: 0.5, word: 'halved' };
const [LOW, HIGH] = [0.95, 1.05];
/** From here on a multiple is nearly reached. */
const NEARLY = 0.9;
/** From this multiple on it is counted. */
const COUNTED = 5;
/** Shares in percent with a word of their own, which is for all within a point of them. */
const SHARES = [
  { percent: 25, word: 'a quarter' },
  { percent: 100 / 3, word: 'a third' },
  { percent: 50, word: 'half' },
  { percent: 200 / 3, word: 'two thirds' },
  { percent: 75, word: 'three quarters' },
] as const;
/** A smaller growth in percent is none in words. */
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
  if (ratio > MULTIPLES[0].times)
    return `grew ${formatNumber(roundSignificant(ratio, 2), { exact })}-fold`;
  const share = SHARES.find((one) => Math.abs(percent - one.percent) <= 1);
  // More digits than two say nothing in a sentence.
  const rounded = roundGrowth(percent, false);
  return `${verb} by ${share?.word ?? formatNumber(rounded, { format: 'percent', exact })}`;
}

/** Finds the word for a multiple; which side of it an inexact one is on is not known. */
function findMultiple(ratio: number, exact: boolean): string | null {
  const isAt = ({ times }: { times: number }) => ratio >= times * LOW && ratio <= times * HIGH;
  const reached = [...MULTIPLES, HALF].find(isAt);
  if (reached) return reached.word;
  if (!exact || ratio >= COUNTED) return null;
  if (ratio < 1) return ratio > HALF.times && ratio <= HALF.times / NEARLY ? 'nearly halved' : null;
  const next = MULTIPLES.find(({ times }) => ratio < times && ratio >= times * NEARLY);
  if (next) return `nearly ${next.word}`;
  const last = MULTIPLES.findLast(({ times }) => ratio > times);
  return last ? `more than ${last.word}` : null;
}
