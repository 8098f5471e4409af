import { ROOM } from '../block-fit.ts';
import { countLines } from '../text-width.ts';
import type { BoxSpec, TreeSpec } from './tree-spec.ts';

/** Height of a column's heading. */
export const HEAD = 52;
/** Inset of boxes within others. */
export const INSET = 20;
/** Height of the label of a box that contains boxes. */
export const BOX_HEAD = 44;
/** Space between boxes. */
export const GAPS = { top: 40, inner: 34, most: 104 };
const LEAF = { most: 124, padding: 14 };
const LABEL = { size: 24, line: 28 };
const NOTE = { size: 21, line: 25 };
/** Room beside the text of a box: its border, padding and the word for its kind. */
const BESIDE = { narrow: 54, wide: 150 };
/** Boxes narrower than this show the word for their kind on the border. */
const NARROW = 380;

/** Heights in slide pixels. */
export interface Heights {
  leaf: number;
  /** Gap between top-level boxes. */
  gap: number;
}

/** Finds the height of leaves and gaps; null when the text of a leaf needs more. */
export function fitHeights(
  { trees, height = ROOM.height - 10 }: TreeSpec,
  width: number,
): Heights | null {
  const needed = Math.max(
    ...trees.flatMap(({ boxes }) => boxes.map((box) => neededHeight(box, width))),
  );
  const free = trees.map(({ boxes }) => {
    const { leaves, fixed } = measureBoxes(boxes, GAPS.top);
    return (height - HEAD - fixed) / leaves;
  });
  const room = Math.floor(Math.min(...free));
  if (room < needed) return null;
  const leaf = Math.min(room, Math.max(needed, LEAF.most));
  const gaps = trees.map(({ boxes }) => {
    const { leaves, fixed } = measureBoxes(boxes, 0);
    return (height - HEAD - fixed - leaves * leaf) / Math.max(1, boxes.length - 1);
  });
  return { leaf, gap: Math.min(GAPS.most, Math.floor(Math.min(...gaps))) };
}

/** Returns the height that the text of a box or of its inner boxes needs. */
function neededHeight({ label, note, boxes = [] }: BoxSpec, width: number): number {
  if (boxes.length > 0) {
    return Math.max(...boxes.map((box) => neededHeight(box, width - 2 * INSET)));
  }
  const room = width - (isNarrow(width) ? BESIDE.narrow : BESIDE.wide);
  const labelLines = countLines(label, LABEL.size * 1.06, room);
  const noteLines = note === undefined ? 0 : countLines(note, NOTE.size, room);
  return labelLines * LABEL.line + noteLines * NOTE.line + LEAF.padding;
}

/** Reports whether a box is too narrow for the word for its kind beside its label. */
export function isNarrow(width: number): boolean {
  return width < NARROW;
}

function measureBoxes(boxes: readonly BoxSpec[], gap: number): { leaves: number; fixed: number } {
  let leaves = 0;
  let fixed = gap * (boxes.length - 1);
  for (const { boxes: inside = [] } of boxes) {
    if (inside.length === 0) {
      leaves += 1;
      continue;
    }
    const inner = measureBoxes(inside, GAPS.inner);
    leaves += inner.leaves;
    fixed += inner.fixed + BOX_HEAD + INSET;
  }
  return { leaves, fixed };
}
