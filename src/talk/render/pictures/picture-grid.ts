import type { PictureSize } from '../../model/project.ts';

/** The room that several pictures share, about as large as below a title. */
const ROOM = { width: 1104, height: 480 };
const GAP = 24;
/** Width to height of a picture whose size is unknown. */
const USUAL_SHAPE = 1.5;

/** What an empty cell costs, as a part of the area. */
const EMPTY_CELL = 0.08;

/** Returns the number of columns at which pictures are largest together, with few empty cells. */
export function chooseColumns(
  sizes: readonly (PictureSize | undefined)[],
  extraHeight = 0,
): number {
  let best = { columns: sizes.length, worth: 0 };
  for (let columns = sizes.length; columns >= 1; columns--) {
    const empty = Math.ceil(sizes.length / columns) * columns - sizes.length;
    const worth = areaOf(sizes, columns, extraHeight) * (1 - EMPTY_CELL * empty);
    if (worth > best.worth * 1.02) best = { columns, worth };
  }
  return best.columns;
}

/** Computes the area that pictures cover in equal cells. */
function areaOf(
  sizes: readonly (PictureSize | undefined)[],
  columns: number,
  extraHeight: number,
): number {
  const rows = Math.ceil(sizes.length / columns);
  const width = (ROOM.width - GAP * (columns - 1)) / columns;
  const height = (ROOM.height + extraHeight - GAP * (rows - 1)) / rows;
  return sizes.reduce((sum, size) => {
    const shape = size ? size.width / size.height : USUAL_SHAPE;
    const shown = Math.min(width, height * shape);
    return sum + (shown * shown) / shape;
  }, 0);
}
