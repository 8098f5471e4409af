import type { ChartView } from '../../talk/blocks/chart/chart-view.ts';
import { getPart } from './chart-parts.ts';
import { layHorizontalBars } from './kinds/bar.ts';
import { layColumns } from './kinds/column.ts';
import { layDots } from './kinds/dot.ts';
import { layLines } from './kinds/line.ts';
import type { Motion } from './motion.ts';
import { drawScene } from './render-scene.ts';
import type { Extent, Scene } from './scene.ts';
import { laySlopes } from './kinds/slope.ts';
import { layStacks } from './kinds/stacked.ts';

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
  switch (view.type) {
    case 'line':
    case 'area':
      return layLines(view, extent);
    case 'column':
      return layColumns(view, extent);
    case 'bar':
      return layHorizontalBars(view, extent);
    case 'dot':
      return layDots(view, extent);
    case 'slope':
      return laySlopes(view, extent);
    case 'stacked':
      return layStacks(view, extent);
    case 'heatmap':
    case 'histogram':
    case 'percent':
    case 'range':
    case 'scatter':
      return getPart(view.type).lay(view, extent);
    default:
      return view.type satisfies never;
  }
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
