import { ROOM } from './fit.ts';
import { routeArrow, type Route } from './tree-arrow.ts';
import type { ArrowSpec, BoxSpec, Kind, TreeSpec } from './tree-spec.ts';

/** A box in its place, in slide pixels from the diagram's top left corner. */
export interface PlacedBox {
  id: string | null;
  label: string;
  note: string | null;
  kind: Kind;
  /** How many boxes it stands in. */
  depth: number;
  isLeaf: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Which column it stands in. */
  column: number;
  /** The step with which it enters; 0 is there from the start. */
  enter: number;
}

/** An arrow in its place. */
export interface PlacedArrow extends Route {
  label: string | null;
  kind: Kind;
  enter: number;
}

/** A column's heading. */
export interface PlacedColumn {
  label: string;
  path: string | null;
  x: number;
  width: number;
}

/** A diagram with everything in its place. */
export interface TreeLayout {
  width: number;
  height: number;
  columns: PlacedColumn[];
  boxes: PlacedBox[];
  arrows: PlacedArrow[];
  steps: number;
}

const HEAD = 52;
const COLUMN_GAP = 150;
const SIDE = 190;
const INSET = 20;
const BOX_HEAD = 44;
const GAPS = { top: 40, inner: 34 };
const LEAF = { least: 58, most: 96 };

/** Places boxes and arrows; null where the boxes are more than the height holds. */
export function layoutTree(spec: TreeSpec): TreeLayout | null {
  const height = spec.height ?? ROOM.height - 10;
  const leaf = leafHeight(spec, height);
  if (leaf < LEAF.least) return null;
  const count = spec.trees.length;
  const side = hasDetour(spec) ? SIDE : 0;
  const width = (ROOM.width - COLUMN_GAP * (count - 1)) / count;
  const columns = spec.trees.map(({ label, path }, index) => ({
    label,
    path: path ?? null,
    x: index * (width + COLUMN_GAP),
    width: width - side,
  }));
  let step = 0;
  const boxes = spec.trees.flatMap((tree, column) => {
    const { x = 0, width: inner = 0 } = columns[column] ?? {};
    let y = HEAD;
    return tree.boxes.flatMap((box) => {
      const placed = placeBox(box, { x, y, width: inner, leaf, column, depth: 0, enter: step });
      step += 1;
      y += (placed[0]?.height ?? 0) + GAPS.top;
      return placed;
    });
  });
  const isStepped = spec.steps === true;
  const enters = isStepped ? boxes : boxes.map((box) => ({ ...box, enter: 0 }));
  const arrows = placeArrows(spec.arrows ?? [], enters, isStepped ? step : 0);
  const steps = Math.max(
    0,
    ...enters.map(({ enter }) => enter),
    ...arrows.map(({ enter }) => enter),
  );
  const bottom = Math.max(...enters.map((box) => box.y + box.height));
  return { width: ROOM.width, height: bottom + 2, columns, boxes: enters, arrows, steps };
}

interface Slot {
  x: number;
  y: number;
  width: number;
  leaf: number;
  column: number;
  depth: number;
  enter: number;
}

function placeBox(box: BoxSpec, slot: Slot): PlacedBox[] {
  const { x, y, width, leaf, column, depth, enter } = slot;
  const children = box.boxes ?? [];
  let below = y + BOX_HEAD;
  const inside = children.flatMap((child) => {
    const inner = { x: x + INSET, y: below, width: width - 2 * INSET, depth: depth + 1 };
    const placed = placeBox(child, { ...slot, ...inner });
    below += (placed[0]?.height ?? 0) + GAPS.inner;
    return placed;
  });
  const isLeaf = children.length === 0;
  const height = isLeaf ? leaf : below - GAPS.inner + INSET - y;
  const { label, note = null, kind = 'plain', id = null } = box;
  return [{ id, label, note, kind, depth, isLeaf, x, y, width, height, column, enter }, ...inside];
}

/** Finds the height at which the leaves of the highest column fill the room. */
function leafHeight({ trees }: TreeSpec, height: number): number {
  const heights = trees.map(({ boxes }) => {
    const { leaves, fixed } = measureBoxes(boxes, GAPS.top);
    return (height - HEAD - fixed) / leaves;
  });
  return Math.min(LEAF.most, Math.floor(Math.min(...heights)));
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

function hasDetour({ trees, arrows = [] }: TreeSpec): boolean {
  const orders = trees.map(({ boxes }) => boxes.flatMap(listLeaves));
  return arrows.some(({ from, to }) =>
    orders.some((order) => {
      const [a, b] = [order.indexOf(from), order.indexOf(to)];
      return a >= 0 && b >= 0 && Math.abs(a - b) > 1;
    }),
  );
}

function listLeaves({ id, boxes = [] }: BoxSpec): (string | undefined)[] {
  return boxes.length === 0 ? [id] : boxes.flatMap(listLeaves);
}

function placeArrows(
  arrows: readonly ArrowSpec[],
  boxes: readonly PlacedBox[],
  last: number,
): PlacedArrow[] {
  let step = last;
  return arrows.flatMap(({ from, to, label = null, kind = 'plain' }) => {
    const start = boxes.find(({ id }) => id === from);
    const end = boxes.find(({ id }) => id === to);
    if (!start || !end) return [];
    const isLast = kind === 'forbidden' && last > 0;
    const enter = isLast ? step : Math.max(start.enter, end.enter);
    if (isLast) step += 1;
    return [{ ...routeArrow(start, end, boxes), label, kind, enter }];
  });
}
