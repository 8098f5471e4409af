import { ROOM } from '../block-fit.ts';
import { routeArrow, type Route } from './tree-arrow.ts';
import { BOX_HEAD, fitHeights, GAPS, HEAD, INSET, type Heights } from './tree-size.ts';
import type { ArrowSpec, BoxSpec, Kind, TreeSpec } from './tree-spec.ts';

/** A placed box, in slide pixels from the diagram's top left corner. */
export interface PlacedBox {
  id: string | null;
  label: string;
  note: string | null;
  kind: Kind;
  /** Number of boxes around it. */
  depth: number;
  isLeaf: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Index of its column. */
  column: number;
  /** The step at which it enters; 0 for the start. */
  enter: number;
}

/** A placed arrow. */
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

/** A diagram with all boxes and arrows placed. */
export interface TreeLayout {
  width: number;
  height: number;
  columns: PlacedColumn[];
  boxes: PlacedBox[];
  arrows: PlacedArrow[];
  steps: number;
}

/** Gap between columns for arrows and their labels, by number of columns. */
const COLUMN_GAPS = [0, 0, 150, 124, 100];
const SIDE = 190;
/** Places boxes and arrows; null when the boxes do not fit the height. */
export function layoutTree(spec: TreeSpec): TreeLayout | null {
  const count = spec.trees.length;
  const space = COLUMN_GAPS[count] ?? 0;
  const side = hasDetour(spec) ? SIDE : 0;
  const width = (ROOM.width - space * (count - 1)) / count;
  const columns = spec.trees.map(({ label, path }, index) => ({
    label,
    path: path ?? null,
    x: index * (width + space),
    width: width - side,
  }));
  const sizes = fitHeights(spec, width - side);
  if (!sizes) return null;
  const boxes = placeColumns(spec, columns, sizes);
  const last = spec.steps === true ? Math.max(...boxes.map(({ enter }) => enter)) + 1 : 0;
  const arrows = placeArrows(spec.arrows ?? [], boxes, last);
  const steps = Math.max(
    0,
    ...boxes.map(({ enter }) => enter),
    ...arrows.map(({ enter }) => enter),
  );
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { width: ROOM.width, height: bottom + 2, columns, boxes, arrows, steps };
}

function placeColumns(
  { trees, steps }: TreeSpec,
  columns: readonly PlacedColumn[],
  { leaf, gap }: Heights,
): PlacedBox[] {
  let step = 0;
  return trees.flatMap((tree, column) => {
    const { x = 0, width = 0 } = columns[column] ?? {};
    let y = HEAD;
    return tree.boxes.flatMap((box) => {
      const enter = steps === true ? step : 0;
      const placed = placeBox(box, { x, y, width, leaf, column, depth: 0, enter });
      step += 1;
      y += (placed[0]?.height ?? 0) + gap;
      return placed;
    });
  });
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
