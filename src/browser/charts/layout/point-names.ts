import { isGrey } from '../../../talk/blocks/chart/chart-tone.ts';
import { TEXT } from '../chart-text.ts';
import { layText, type Plot } from '../plot.ts';
import type { DotMark, Mark, TextMark } from '../scene.ts';
import { boxOf, overlap, type Box } from './box.ts';
import { listObstacles } from './obstacles.ts';

/** A point with its name; an empty name is not written. */
export interface NamedPoint {
  place: number;
  name: string;
  tone: number;
  dot: DotMark;
}

const GAP = 7;
const CLEAR = 2;

/** Writes names beside their points where they cover nothing, the highest points first, and the accented before all. */
export function layPointNames(
  points: readonly NamedPoint[],
  plot: Plot,
  marks: readonly Mark[],
): Mark[] {
  const obstacles = [...listObstacles(marks), ...listGrid(marks)];
  const hasAccent = points.some(({ tone }) => isGrey(tone));
  const order = [...points]
    .filter(({ name }) => name !== '')
    .sort((a, b) => rankOf(b, hasAccent) - rankOf(a, hasAccent) || a.dot.cy - b.dot.cy);
  const written: Mark[] = [];
  for (const point of order) {
    const text = listTexts(point).find((one) => isFree(one, plot, obstacles));
    if (!text) continue;
    obstacles.push(boxOf(text));
    written.push(text);
  }
  return written;
}

/** Lists the boxes of grid lines, on which coloured letters have too little contrast. */
function listGrid(marks: readonly Mark[]): Box[] {
  return marks.flatMap((mark): Box[] => {
    if (mark.kind !== 'line' || mark.look !== 'grid') return [];
    return [{ left: mark.x1, right: mark.x2, top: mark.y1 - 1, bottom: mark.y1 + 1 }];
  });
}

function rankOf({ tone }: NamedPoint, hasAccent: boolean): number {
  return hasAccent && !isGrey(tone) ? 1 : 0;
}

/** Lists where the name of a point can be: beside it, above, below, and at its corners. */
function listTexts({ name, tone, dot }: NamedPoint): TextMark[] {
  const { key, cx, cy, r } = dot;
  const [side, corner] = [r + GAP + 1, r * 0.8 + GAP];
  const [up, middle, down] = [cy - r - GAP, cy + 6, cy + r + GAP + 14];
  const places = [
    [cx + side, middle, 'start'],
    [cx - side, middle, 'end'],
    [cx, up, 'middle'],
    [cx, down, 'middle'],
    [cx + corner, up + 3, 'start'],
    [cx - corner, up + 3, 'end'],
    [cx + corner, down - 3, 'start'],
    [cx - corner, down - 3, 'end'],
  ] as const;
  const look = isGrey(tone) ? 'soft' : `ink-${tone}`;
  return places.map(([x, y, anchor]) =>
    layText(`name ${key}`, look, name, [x, y], TEXT.small, anchor),
  );
}

function isFree(text: TextMark, plot: Plot, obstacles: readonly Box[]): boolean {
  const { left, right, top, bottom } = boxOf(text);
  const box = { left: left - CLEAR, right: right + CLEAR, top: top - 1, bottom: bottom + 1 };
  const isInside =
    box.left > plot.left && box.right < plot.right && top > plot.top - 8 && bottom < plot.bottom;
  return isInside && !obstacles.some((other) => overlap(box, other));
}
