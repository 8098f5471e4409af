import type { CodeRoom } from '../code/code-figure.ts';
import { MIN_LEVEL } from './fit-levels.ts';
import { elementsOf, hasClass, type Element } from './fit-tree.ts';
import type { Measure, Ruler } from './ruler.ts';

const HEIGHT = /--camera:\s*([\d.]+)px/;

/** Finds the room that the longest code with steps has beside all other content, with the smallest head. */
export function findCodeRoom(
  body: Element,
  { width, room, ruler }: { width: number; room: number; ruler: Ruler },
): CodeRoom | null {
  const { size, leading, gap } = MIN_LEVEL;
  const place = { width, size, leading, measure: width };
  const figures = elementsOf(body).filter(
    (element) => hasClass(element, 'code') && hasClass(element, 'stepped'),
  );
  const lengths = figures.map((figure) => ruler.lengthsOf(figure).length);
  const lines = Math.max(0, ...lengths);
  const longest = figures[lengths.indexOf(lines)];
  if (!longest) return null;
  const own = ruler.heightOf(longest, place, MIN_LEVEL);
  const all = ruler.stack(body.children, place, { gap, level: MIN_LEVEL });
  return { lines, width, height: Math.floor(room - (all - own)) };
}

/** Returns the height of code that the camera shows, which is given. */
export const measureCamera: Measure = ({ style }) => Number(HEIGHT.exec(style)?.[1] ?? 0);
