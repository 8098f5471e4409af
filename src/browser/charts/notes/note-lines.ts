import type { Mark } from '../scene.ts';
import type { Box } from '../layout/box.ts';
import { listTexts } from '../layout/obstacles.ts';

/** A straight line that is level or upright. */
export interface Line {
  key: string;
  look: string;
  from: readonly [number, number];
  to: readonly [number, number];
}

type Span = readonly [number, number];

const CLEAR = 5;
/** Shorter pieces look like dirt. */
const MIN_PIECE = 7;

/** Draws a level or upright line, which is interrupted where it would cross a text. */
export function layClearLine(line: Line, marks: readonly Mark[]): Mark[] {
  const { key, look, from, to } = line;
  const isLevel = from[1] === to[1];
  const [along, across] = isLevel ? [0, 1] : [1, 0];
  const at = from[across] ?? 0;
  const gaps = listTexts(marks).flatMap((box): Span[] => {
    const [own, other] = isLevel ? [spanX(box), spanY(box)] : [spanY(box), spanX(box)];
    return at > other[0] - CLEAR && at < other[1] + CLEAR ? [own] : [];
  });
  return cut([from[along] ?? 0, to[along] ?? 0], gaps).map(([start, end], index): Mark => {
    const [x1, x2, y1, y2] = isLevel ? [start, end, at, at] : [at, at, start, end];
    return { kind: 'line', key: `${key} ${index}`, look, x1, x2, y1, y2 };
  });
}

/** Returns the pieces of a span that are outside of all gaps. */
function cut([start, end]: Span, gaps: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  let edge = start;
  for (const [low, high] of [...gaps].sort((a, b) => a[0] - b[0])) {
    if (low - CLEAR > edge) pieces.push([edge, Math.min(end, low - CLEAR)]);
    edge = Math.max(edge, high + CLEAR);
  }
  pieces.push([edge, end]);
  return pieces.filter(([low, high]) => high - low >= MIN_PIECE);
}

function spanX({ left, right }: Box): Span {
  return [left, right];
}

function spanY({ top, bottom }: Box): Span {
  return [top, bottom];
}
