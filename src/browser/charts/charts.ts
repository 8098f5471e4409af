import type { ChartView } from '../../talk/blocks/chart/chart-view.ts';
import { findKind, getPart } from './chart-parts.ts';
import { layColumns } from './kinds/column.ts';
import type { Motion } from './motion.ts';
import { drawScene } from './render-scene.ts';
import type { Extent, Scene } from './scene.ts';

/** Lays out a chart of any type in a rectangle. */
export function layChart(view: ChartView, extent: Extent): Scene {
  return view.facets ? getPart('facets').lay(view, extent, layOne) : layOne(view, extent);
}

function layOne(view: ChartView, extent: Extent): Scene {
  return view.notes.length > 0
    ? getPart('notes').lay(view, extent, layKind)
    : layKind(view, extent);
}

function layKind(view: ChartView, extent: Extent): Scene {
  const lay = findKind(view)?.lay ?? layColumns;
  const scene = lay(view, extent);
  const { frame } = scene;
  // In a negative height, values would be upside down.
  if (frame && !frame.isSideways && view.max > view.min) {
    const height = frame.toValue(view.min) - frame.toValue(view.max);
    if (height < 0) throw new Error('The slide leaves no room for its values.');
  }
  return scene;
}

/** Draws a chart, or moves an existing one to its new values. */
export function drawChart(
  svg: SVGSVGElement,
  view: ChartView,
  extent: Extent,
  motion: Motion,
): void {
  drawScene(svg, layChart(view, extent), motion);
}
