import { listAreas, type SlideLayout } from '../../../model/look/theme.ts';
import { GAPS } from '../../../looks/write-look.ts';
import type { Level } from '../fit-levels.ts';
import { elementsOf, hasClass, type Element } from '../fit-tree.ts';
import type { Place, Ruler } from '../ruler.ts';

/** Where an area is in the grid of its layout. */
interface Cell {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Measures the areas of a layout: each row is as high as its highest area, and an area of several rows fills them. */
export function measureAreas(element: Element, { layout, place, level, ruler }: AreaWork): number {
  const grid = layout.areas.map((row) => row.trim().split(/\s+/));
  const shares = (grid[0] ?? []).map((_, at) => layout.columns?.[at] ?? 1);
  const all = shares.reduce((sum, share) => sum + share, 0) || 1;
  const free = place.width - GAPS.column * (shares.length - 1);
  const widthOf = ({ left, right }: Cell): number => {
    const taken = shares.slice(left, right + 1).reduce((sum, share) => sum + share, 0);
    return (free * taken) / all + GAPS.column * (right - left);
  };
  const cells = listAreas(layout).flatMap((name) => {
    const area = elementsOf(element).find((one) => hasClass(one, `area-${name}`));
    const cell = findCell(grid, name);
    if (!area) return [];
    const inner = { ...place, width: widthOf(cell) };
    return [{ ...cell, height: ruler.stack(area.children, inner, { gap: level.gap, level }) }];
  });
  const heights = grid.map((_, row) => {
    const own = cells.filter(({ top, bottom }) => top === row && bottom === row);
    return Math.max(0, ...own.map(({ height }) => height));
  });
  for (const { top, bottom, height } of cells) {
    const rows = heights.slice(top, bottom + 1);
    const lack = height - rows.reduce((sum, one) => sum + one, GAPS.row * (bottom - top));
    if (lack > 0) heights[bottom] = (heights[bottom] ?? 0) + lack;
  }
  return heights.reduce((sum, height) => sum + height, GAPS.row * (grid.length - 1));
}

/** What areas are measured with. */
export interface AreaWork {
  layout: SlideLayout;
  place: Place;
  level: Level;
  ruler: Ruler;
}

function findCell(grid: readonly string[][], name: string): Cell {
  const rows = grid.flatMap((row, at) => (row.includes(name) ? [at] : []));
  const row = grid[rows[0] ?? 0] ?? [];
  const [top = 0, bottom = top] = [rows[0], rows.at(-1)];
  return { top, bottom, left: row.indexOf(name), right: row.lastIndexOf(name) };
}
