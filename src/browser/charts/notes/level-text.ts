import { TEXT } from '../chart-text.ts';
import { layText } from '../plot.ts';
import type { Mark, Plot, TextMark } from '../scene.ts';
import { boxOf, overlap } from '../layout/box.ts';
import { listObstacles } from '../layout/obstacles.ts';

const STEPS = 12;
const MAX_AREAS = 2;
const ABOVE = -8;
const BELOW = 22;
/** Half of the width of a line or of the outline of a dot. */
const CLEAR = 3;

/** The text of a line across a plot, and the height of the line. */
export interface LevelText {
  key: string;
  text: string;
  width: number;
  y: number;
}

/** Finds a place for a text along its level line where it covers no mark; null when there is none. */
export function findLevelText(
  { key, text, width, y }: LevelText,
  plot: Plot,
  marks: readonly Mark[],
): TextMark | null {
  const room = plot.right - plot.left - width;
  const areas = marks.filter(({ look }) => look.startsWith('area '));
  // Areas over each other are too dark for words.
  if (room < 0 || areas.length > MAX_AREAS) return null;
  const obstacles = listObstacles(marks);
  // Both ends come first, where a reader looks for the name of a line.
  const parts = Array.from({ length: STEPS - 1 }, (_, index) => (index + 1) / STEPS);
  for (const part of [1, 0, ...parts]) {
    for (const offset of [ABOVE, BELOW]) {
      const at: [number, number] = [plot.left + room * part, y + offset];
      const mark = layText(key, 'note', text, at, TEXT.small);
      const { left, right, top, bottom } = boxOf(mark);
      if (top < Math.max(0, plot.top - TEXT.small) || bottom > plot.bottom) continue;
      const box = {
        left: left - CLEAR,
        right: right + CLEAR,
        top: top - CLEAR,
        bottom: bottom + CLEAR,
      };
      if (!obstacles.some((other) => overlap(box, other))) return mark;
    }
  }
  return null;
}
