import { viewFacets } from '../../talk/blocks/chart/kinds/facet-view.ts';
import type { ChartView } from '../../talk/blocks/chart/chart-view.ts';
import type { ChartSeries } from '../../talk/blocks/chart/chart-series.ts';
import { isDrawn, layLegend, type LegendLook } from './legend.ts';
import { layShape } from './shape.ts';
import { isCarried } from './axis/value-ticks.ts';
import { TEXT } from './chart-text.ts';
import { fitTitles, layHeader, layText, sizeTitle } from './plot.ts';
import type { Extent, Lay, Mark, Scene } from './scene.ts';

const GAP = { x: 40, y: 18 };
/** A small chart is about this much wider than high. */
const RATIO = 1.5;
const MIN = { width: 190, height: 128 };
const REST = 30;
/** What an empty cell adds to the fault of a grid: as much as small charts that are a quarter too wide. */
const FREE_FAULT = 0.25;
const LINES: readonly string[] = ['line', 'area'];
const SHAPES: readonly string[] = ['scatter', 'dot'];

/** Small charts of one kind. */
export const FACETS = { view: viewFacets, lay: layFacets };

/** Lays out small charts in rows, each about half again as wide as high; a last line counts those without room. */
function layFacets(view: ChartView, extent: Extent, lay: Lay): Scene {
  const top = layHeader(view, extent);
  const legend = layLegend({ ...view, series: uniteSeries(view) }, top, extent, lookOf(view));
  const header = { marks: [...top.marks, ...legend.marks], bottom: legend.bottom };
  const all = view.facets ?? [];
  const room = { ...extent, height: extent.height - header.bottom };
  const most = countRoom(room);
  const isCut = all.length > most;
  const facets = isCut
    ? all.slice(0, Math.max(1, countRoom({ ...room, height: room.height - REST })))
    : all;
  const height = room.height - (isCut ? REST : 0);
  const columns = pickColumns(facets.length, { ...room, height });
  const rows = Math.ceil(facets.length / columns);
  const names = facets.map(({ name }) => name);
  const width = (extent.width - GAP.x * (columns - 1)) / columns;
  const titleSize = sizeTitle(names, width);
  const cell = {
    ...extent,
    isFacet: true,
    width,
    height: (height - GAP.y * (rows - 1)) / rows,
    titleSize,
  };
  const titles = fitTitles(names, width, titleSize);
  const marks = facets.flatMap(({ name, view: own, isShown }, index): Mark[] => {
    const at = extent.isRightToLeft ? columns - 1 - (index % columns) : index % columns;
    const x = at * (cell.width + GAP.x);
    const y = header.bottom + Math.floor(index / columns) * (cell.height + GAP.y);
    return isShown
      ? lay({ ...shortenTicks(own), title: titles[index] ?? name }, cell).marks.map((mark) =>
          moveMark(mark, name, [x, y]),
        )
      : [];
  });
  const rest = `and ${all.length - facets.length} more`;
  const words = layText('rest', 'faint', rest, [0, extent.height - 6], TEXT.small);
  return { ...extent, marks: [...header.marks, ...marks, ...(isCut ? [words] : [])] };
}

function lookOf({ type }: ChartView): LegendLook {
  if (LINES.includes(type)) return 'line';
  return SHAPES.includes(type) ? layShape : 'bar';
}

/** Lets the ticks of a small chart, which has no other numbers, be short. */
function shortenTicks(view: ChartView): ChartView {
  if (view.type === 'heatmap' || view.format === 'percent' || isCarried(view)) return view;
  const short = { ...view };
  delete short.format;
  return short;
}

/** Returns one series for each colour of all small charts: one with a value, if there is one. */
function uniteSeries({ series, type }: ChartView): ChartSeries[] {
  // The rows of a heatmap have names beside it.
  if (type === 'heatmap') return [];
  const all = [...series].sort((a, b) => Number(isDrawn(a)) - Number(isDrawn(b)));
  const last = new Map(all.map((one) => [one.key, one]));
  const keys = new Set(series.map(({ key }) => key));
  return [...keys].flatMap((key) => last.get(key) ?? []);
}

/** Counts the small charts that can be read in a rectangle. */
function countRoom({ width, height }: Extent): number {
  const columns = Math.max(1, Math.floor((width + GAP.x) / (MIN.width + GAP.x)));
  return columns * Math.max(1, Math.floor((height + GAP.y) / (MIN.height + GAP.y)));
}

function pickColumns(count: number, { width, height }: Extent): number {
  let [best, least] = [1, Infinity];
  for (let columns = 1; columns <= count; columns++) {
    const own = (width - GAP.x * (columns - 1)) / columns;
    const rows = Math.ceil(count / columns);
    const high = (height - GAP.y * (rows - 1)) / rows;
    if (columns > 1 && own < MIN.width) break;
    const isLow = rows > 1 && high < MIN.height ? 10 : 0;
    const free = columns * rows - count;
    const fault = Math.abs(Math.log(own / high / RATIO)) + free * FREE_FAULT + isLow;
    if (fault < least) [best, least] = [columns, fault];
  }
  return best;
}

/** Moves a mark into its cell, and makes its key differ from those of other cells. */
function moveMark(mark: Mark, cell: string, [x, y]: readonly [number, number]): Mark {
  const enter =
    mark.enter?.['y'] === undefined ? mark.enter : { ...mark.enter, y: mark.enter['y'] + y };
  const own = { key: `${cell}: ${mark.key}`, ...(enter ? { enter } : {}) };
  switch (mark.kind) {
    case 'line': {
      const { x1, x2, y1, y2 } = mark;
      return { ...mark, ...own, x1: x1 + x, x2: x2 + x, y1: y1 + y, y2: y2 + y };
    }
    case 'circle':
      return { ...mark, ...own, cx: mark.cx + x, cy: mark.cy + y };
    case 'path': {
      const base = mark.base === null ? null : mark.base + y;
      const points = mark.points.map(
        (point) => point && { ...point, x: point.x + x, y: point.y + y },
      );
      return { ...mark, ...own, base, points };
    }
    default:
      return { ...mark, ...own, x: mark.x + x, y: mark.y + y };
  }
}
