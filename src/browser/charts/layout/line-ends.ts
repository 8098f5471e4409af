import type { ChartSeries } from '../../../talk/blocks/chart/chart-series.ts';
import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { spreadLabels } from '../labels.ts';
import { inkOf, isDrawn, layLegend } from '../legend.ts';
import { layText, type Header, type Plot } from '../plot.ts';
import type { Extent, Mark, PathPoint } from '../scene.ts';
import { TEXT, textWidth } from '../chart-text.ts';
import { findFree, listDots, listStrokes, type Obstacles } from './free-place.ts';
import { layLeader } from '../mark.ts';
import { crosses, type Box } from './box.ts';

/** How the lines of a chart are named. */
export interface LineNames {
  /** Whether names are at the ends of lines; otherwise in a legend. */
  isDirect: boolean;
  /** Whether the newest values are at the ends of lines. */
  hasValues: boolean;
  /** Room right of the plot. */
  room: number;
  /** The header, with a legend if there is one. */
  header: Header;
}

/** A line with its label: the last point, and the texts there. */
interface End {
  series: ChartSeries;
  value: string;
  name: string;
  width: number;
  /** Where the line ends. */
  x: number;
  y: number;
}

/** What the labels of lines are placed in. */
export interface EndFrame {
  view: ChartView;
  plot: Plot;
  names: LineNames;
  /** The points of each series. */
  paths: readonly (readonly (PathPoint | null)[])[];
  /** Heights of the grid lines. */
  rules: readonly number[];
}

const GAP = 22;
const NAME_GAP = 10;
const LINE_HEIGHT = 28;
const ASCENT = 18;
const EDGE = 9;
/** The largest part of the width for labels beside the plot. */
const MAX_SHARE = 0.42;
/** Room for the axis below and the values above, where the lines leave none for labels. */
const OTHER_ROOM = 60;
/** How far labels may leave the plot. */
const OVER = 10;

/** Decides where lines are named: at their ends where each has room below `other` pixels, else in a legend. */
export function planLineNames(
  view: ChartView,
  header: Header,
  extent: Extent,
  other = OTHER_ROOM,
): LineNames {
  if (extent.isFacet) return { isDirect: false, hasValues: false, room: EDGE, header };
  const drawn = view.series.filter(isDrawn);
  const room = extent.height - header.bottom - other;
  const isHigh = drawn.length * LINE_HEIGHT <= room;
  const values = drawn.map((series) => textWidth(newestOf(series), TEXT.label, true));
  const names = drawn.map(({ name }) => NAME_GAP + textWidth(name, TEXT.label));
  const direct = Math.max(0, ...values.map((value, index) => value + (names[index] ?? 0))) + GAP;
  if (isHigh && direct <= extent.width * MAX_SHARE) {
    return { isDirect: true, hasValues: true, room: direct, header };
  }
  const legend = layLegend(view, header, extent, 'line');
  const own = Math.max(0, ...values) + GAP;
  const left = extent.height - legend.bottom - other;
  const hasValues = drawn.length * LINE_HEIGHT <= left && own <= extent.width * MAX_SHARE;
  const all = { marks: [...header.marks, ...legend.marks], bottom: legend.bottom };
  return { isDirect: false, hasValues, room: hasValues ? own : EDGE, header: all };
}

/** Returns the height that labels at the ends of lines lack beside a plot; 0 where all fit. */
export function lackAtEnds({ series }: ChartView, { hasValues }: LineNames, plot: Plot): number {
  const needed = hasValues ? series.filter(isDrawn).length * LINE_HEIGHT : 0;
  return Math.max(0, needed - (plot.bottom - plot.top + 2 * OVER));
}

/** Labels lines at their ends with newest value and name; a leader goes to a label that is moved. */
export function layEnds(frame: EndFrame): Mark[] {
  if (!frame.names.hasValues) return [];
  const ends = frame.view.series.flatMap((series, index) => endOf(series, index, frame));
  const edge = Math.max(
    ...frame.paths.flatMap((points) => points.at(-1)?.x ?? 0),
    frame.plot.right - EDGE,
  );
  // Words over the areas of others would be hard to read.
  const early = frame.view.type === 'area' ? [] : ends.filter(({ x }) => x < edge - 1);
  const placed = placeEarly(early, frame);
  const margin = layClear(ends, placed, { edge, plot: frame.plot });
  return [...margin, ...[...placed].flatMap(([end, { at }]) => layLabel(end, at))];
}

/** A label with its place beside the end of a line. */
type Placed = Map<End, Candidate>;

/** Labels the ends without a place in the margin; a label that a leader crosses loses its place and goes there, too. */
function layClear(
  ends: readonly End[],
  placed: Placed,
  { edge, plot }: { edge: number; plot: Plot },
): Mark[] {
  for (;;) {
    const inMargin = ends.filter((end) => !placed.has(end));
    const marks = layMargin(inMargin, edge, plot);
    const leaders = marks.filter((mark) => mark.kind === 'line');
    const crossed = [...placed].filter(([, { box }]) =>
      leaders.some(({ x1, y1, x2, y2 }) => crosses(box, [x1, y1], [x2, y2])),
    );
    if (crossed.length === 0) return marks;
    for (const [end] of crossed) placed.delete(end);
  }
}

function endOf(series: ChartSeries, index: number, { names, paths }: EndFrame): End[] {
  const points = paths[index] ?? [];
  const place = points.findLastIndex((point) => point !== null);
  const at = points[place];
  if (!at) return [];
  const value = series.points[place]?.label ?? '';
  const name = names.isDirect ? series.name : '';
  const after = name === '' ? 0 : NAME_GAP + textWidth(name, TEXT.label);
  const width = textWidth(value, TEXT.label, true) + after;
  return [{ series, value, name, width, x: at.x, y: at.y }];
}

/** Places labels of lines that end early beside their ends, where they are clear of all lines. */
function placeEarly(early: readonly End[], { plot, paths, rules }: EndFrame): Placed {
  const placed: Placed = new Map();
  const boxes: Box[] = [];
  for (const end of early) {
    const [left, right] = [end.x - end.width - GAP, end.x + end.width + GAP];
    const strokes = paths.flatMap((points) => listStrokes(points, [left, right]));
    const lines = rules.map((y): (typeof strokes)[number] => [
      [left, y],
      [right, y],
    ]);
    const dots = paths.flatMap((points) => listDots(points, [left, right]));
    const obstacles: Obstacles = { boxes: [...boxes, ...dots], strokes: [...strokes, ...lines] };
    const found = findFree(listPlaces(end), obstacles, { ...plot, right: plot.right - EDGE });
    if (!found) continue;
    boxes.push(found.box);
    placed.set(end, found);
  }
  return placed;
}

/** A place of a label: the start of its baseline, and its rectangle. */
interface Candidate {
  at: [number, number];
  box: Box;
}

/** Lists places beside an end, the nearest first. */
function listPlaces({ x, y, width }: End): Candidate[] {
  const sides = [x + 14, x - width / 2, x - width - 14];
  const heights = [0, -24, 28, -38, 42, -52, 56];
  return heights.flatMap((by) =>
    // A label over its own end would hide it.
    (by === 0 ? [x + 14, x - width - 14] : sides).map((left) => {
      const base = y + 7 + by;
      const box = { left, right: left + width, top: base - ASCENT, bottom: base + 6 };
      return { at: [left, base] as [number, number], box };
    }),
  );
}

function layMargin(ends: readonly End[], edge: number, plot: Plot): Mark[] {
  const requests = ends.map(({ y }) => ({ at: y, height: LINE_HEIGHT }));
  const middles = spreadLabels(requests, [plot.top - OVER, plot.bottom + OVER]);
  return ends.flatMap((end, index): Mark[] => {
    const middle = middles[index] ?? end.y;
    const label = layLabel(end, [edge + GAP, middle + 7]);
    const isBeside = end.x >= edge - 1 && Math.abs(middle - end.y) < LINE_HEIGHT / 2;
    if (isBeside) return label;
    return [layLeader(end.series, [end.x + 8, end.y], [edge + GAP - 4, middle]), ...label];
  });
}

function layLabel({ series, value, name }: End, [x, y]: readonly [number, number]): Mark[] {
  const { key, tone } = series;
  const label = layText(`end ${key}`, `strong ${inkOf(tone)}`, value, [x, y], TEXT.label);
  if (name === '') return [label];
  const after = x + textWidth(value, TEXT.label, true) + NAME_GAP;
  return [label, layText(`name ${key}`, inkOf(tone), name, [after, y], TEXT.label)];
}

function newestOf({ points }: ChartSeries): string {
  return points.findLast(({ value }) => value !== null)?.label ?? '';
}
