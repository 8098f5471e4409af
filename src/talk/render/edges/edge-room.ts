import type { Problem, Span } from '../../model/problem.ts';
import { wrongValue } from '../../problems/problems.ts';
import { cutWords, widthOfLine } from '../fit/fit-words.ts';

/** Size of the words at the head and foot of a slide. */
export const EDGE_SIZE = 15;
/** Beside the words at the head there is room for a logo, and beside those at the foot for sources. */
const MAX_WIDTH = { header: 760, footer: 560 };
const HINT = 'The words are in one line beside the logo, or beside sources and number.';

/** Reports words at the head or foot of a slide that need more than their room. */
export function findTooWide(key: 'header' | 'footer', text: string, span: Span): Problem[] {
  const width = widthOfText(text);
  if (width <= MAX_WIDTH[key]) return [];
  const letters = Math.floor((text.length * MAX_WIDTH[key]) / width);
  return [wrongValue(key, `at most ${letters} letters of this text`, span, HINT)];
}

/** Returns the width of a text at the head or foot of a slide. */
export function widthOfText(text: string): number {
  return widthOfLine(cutWords([text]), EDGE_SIZE);
}
