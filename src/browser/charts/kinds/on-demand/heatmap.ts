import type { ChartPoint } from '../../../../talk/blocks/chart/chart-series.ts';
import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import { viewHeatmap } from '../../../../talk/blocks/chart/kinds/heatmap-view.ts';
import { layPlaces, PLACE_ROOM } from '../../axes.ts';
import { fitTexts, TEXT, textWidth } from '../../chart-text.ts';
import { thinLabels } from '../../labels.ts';
import { layNames } from '../../layout/name-marks.ts';
import { planNames, type PlaceNames } from '../../layout/place-names.ts';
import { layHeader, layText, widest, type Plot } from '../../plot.ts';
import type { Extent, Mark, Scene } from '../../scene.ts';
import { layShadeKey, planShades, type Shades } from './heat-shades.ts';

const NAME_GAP = 14;
const MAX_NAMES_SHARE = 0.4;
/** Letters may be a little wider than measured. */
const EDGE = 3;
const GAP = 2;
const ROW_GAP = 2;
const MIN_ROW = 20;
/** Height of names below that are turned. */
const MIN_NAMES = 100;
/** The part of a height that names take at most. */
const NAMES_SHARE = 0.4;
/** Room around a small value in its cell. */
const VALUE_GAP = { x: 10, y: 6 };
/** Cells of values below zero are smaller on each side by this part, so that they differ without colour. */
const BELOW = 0.12;
/** Rows of this height have larger names. */
const HIGH_ROW = 44;
const VALUE_SIZES = [TEXT.value, TEXT.label, TEXT.small];

interface Cells {
  view: ChartView;
  plot: Plot;
  shades: Shades;
  width: number;
  height: number;
  /** Text size of names of rows. */
  nameSize: number;
  /** Text size of values; null where they have no room. */
  valueSize: number | null;
}

/** Heatmaps. */
export const HEATMAP = { view: viewHeatmap, lay: layHeatmap };

/** Lays out a cell for each column and row, shaded by its value, which is written where all have room. */
function layHeatmap(view: ChartView, extent: Extent): Scene {
  const size = pickRowSize(
    view.series.map(({ name }) => name),
    extent,
  );
  const { scene, height } = layScene(view, extent, size);
  // Each row has its name before names are large.
  return height < size + ROW_GAP ? layScene(view, extent, TEXT.small).scene : scene;
}

/** Lays out cells beside names of a size; returns the height of a row as well. */
function layScene(
  view: ChartView,
  extent: Extent,
  nameSize: number,
): { scene: Scene; height: number } {
  const header = layHeader(view, extent);
  const shades = planShades(view);
  const names = view.series.map(({ name }) => name);
  const left = Math.min(widest(names, nameSize) + EDGE, extent.width * MAX_NAMES_SHARE) + NAME_GAP;
  const width = (extent.width - left) / view.places.length;
  // Names of rows and columns come before a long key.
  const most = extent.height - header.bottom - names.length * MIN_ROW - MIN_NAMES;
  const shadeKey = layShadeKey(shades, header, extent, most);
  const centers = view.places.map((_, place) => left + width * (place + 0.5));
  const below = planNames(view.places, {
    centers,
    bounds: [0, extent.width - EDGE],
    height: roomForNames(view, extent.height - shadeKey.bottom),
  });
  const foot = isNumbered(view.places) ? PLACE_ROOM : below.room;
  const room = extent.height - foot - header.bottom;
  const valueSize = pickValueSize(view, width, room / view.series.length);
  const key = valueSize === null ? shadeKey : { marks: [], bottom: header.bottom };
  const plot = { left, right: extent.width, top: key.bottom, bottom: extent.height - foot };
  const height = (plot.bottom - plot.top) / view.series.length;
  const cells: Cells = { view, plot, shades, width, height, nameSize, valueSize };
  const marks = [
    ...header.marks,
    ...key.marks,
    ...layRowNames(cells),
    ...view.series.flatMap((_, row) => layRow(row, cells)),
    ...layColumnNames(view, { centers, width: extent.width, below, bottom: plot.bottom }),
  ];
  return { scene: { ...extent, marks }, height };
}

/** Writes the names of columns; a number can be left out between its neighbours, a word is broken or turned. */
function layColumnNames(
  { places }: ChartView,
  { centers, width, below, bottom }: ColumnNames,
): Mark[] {
  const bounds = [0, width - EDGE] as const;
  if (!isNumbered(places)) return layNames(below, places, { centers, bounds, top: bottom - 4 });
  return layPlaces(places, centers, bounds, bottom + 26);
}

interface ColumnNames {
  centers: number[];
  width: number;
  below: PlaceNames;
  bottom: number;
}

/** Returns the height that the names below may take a part of, so that each row has a name. */
function roomForNames({ series }: ChartView, height: number): number {
  return Math.min(height, (height - series.length * MIN_ROW) / NAMES_SHARE);
}

function isNumbered(places: ChartView['places']): boolean {
  return places.every(({ key }) => Number.isInteger(Number(key)));
}

function pickRowSize(names: readonly string[], { width, height }: Extent): number {
  const isHigh = height / names.length >= HIGH_ROW;
  const isWide = widest(names, TEXT.label) + EDGE <= width * MAX_NAMES_SHARE;
  return isHigh && isWide ? TEXT.label : TEXT.small;
}

/** Picks the largest size in which all values have room in their cells; null for none. */
function pickValueSize({ series }: ChartView, width: number, height: number): number | null {
  const points = series.flatMap((one) => one.points).filter(({ value }) => value !== null);
  const below = width - 2 * BELOW * Math.min(width, height);
  const fits = (size: number): boolean =>
    // Large values in low cells would be crowded.
    height >= (size === TEXT.small ? size + VALUE_GAP.y : size * 2) &&
    points.every(({ value, label }) => {
      const room = (value ?? 0) < 0 ? below : width;
      return textWidth(label, size, true) + VALUE_GAP.x * (size / TEXT.small) <= room;
    });
  return VALUE_SIZES.find(fits) ?? null;
}

/** Writes the names of rows; where not all have room, every n-th is written. */
function layRowNames({ view, plot, height, nameSize: size }: Cells): Mark[] {
  const middles = view.series.map((_, row) => plot.top + height * (row + 0.5));
  const heights = view.series.map(() => size);
  const kept = thinLabels(middles, heights, ROW_GAP);
  const names = view.series.map(({ name }) => name);
  const texts = fitTexts(names, size, plot.left - NAME_GAP - EDGE + 1);
  return view.series.flatMap(({ key }, row): Mark[] => {
    if (!kept[row]) return [];
    const text = texts[row] ?? '';
    const at: [number, number] = [plot.left - NAME_GAP, (middles[row] ?? 0) + size / 3];
    return [layText(`row ${key}`, 'soft', text, at, size, 'end')];
  });
}

function layRow(row: number, cells: Cells): Mark[] {
  const { key: name, points } = cells.view.series[row] ?? { key: '', points: [] };
  return points.flatMap((point, place) => {
    const key = `${name} ${cells.view.places[place]?.key}`;
    return point.isShown ? layCell(key, point, [place, row], cells) : [];
  });
}

function layCell(
  key: string,
  point: ChartPoint,
  [place, row]: readonly [number, number],
  { plot, shades, width, height, valueSize }: Cells,
): Mark[] {
  const [x, y] = [plot.left + width * place, plot.top + height * row];
  const [cx, cy] = [x + width / 2, y + height / 2];
  const { value, label, exact } = point;
  if (value === null) {
    const half = Math.min(6, width / 4);
    return [
      {
        kind: 'line',
        key: `gap ${key}`,
        look: 'axis',
        x1: cx - half,
        x2: cx + half,
        y1: cy,
        y2: cy,
      },
    ];
  }
  const { level, isNegative } = shades.shadeOf(value);
  const gap = Math.min(GAP, width / 4, height / 4) / 2;
  const inset = isNegative ? Math.min(width, height) * BELOW + gap : gap;
  const look = `heat heat-${level}${isNegative ? ' below' : ''}${exact ? '' : ' inexact'}`;
  const box = { x: x + inset, y: y + inset, width: width - 2 * inset, height: height - 2 * inset };
  const cell: Mark = { kind: 'rect', key, look, ...box, radius: 2 };
  if (valueSize === null || textWidth(label, valueSize, true) > box.width) return [cell];
  const words = `strong on-heat-${level}`;
  const at: [number, number] = [cx, cy + valueSize / 3];
  return [cell, layText(`value ${key}`, words, label, at, valueSize, 'middle')];
}
