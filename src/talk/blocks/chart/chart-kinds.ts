import type { DatasetView } from '../../model/dataset.ts';
import { addNotes } from './chart-notes.ts';
import type { ChartSpec, ChartType } from './chart-spec.ts';
import { chartView, type ChartView } from './chart-view.ts';
import { viewFacets } from './kinds/facet-view.ts';
import { viewHeatmap } from './kinds/heatmap-view.ts';
import { viewHistogram } from './kinds/histogram-view.ts';
import { viewPercent } from './kinds/percent-view.ts';
import { viewRange } from './kinds/range-view.ts';
import { viewScatter } from './kinds/scatter-view.ts';

type ViewKind = (spec: ChartSpec, data: DatasetView) => ChartView;

/** The kinds whose content is more than one value for each place and series. */
const VIEWS: Partial<Record<ChartType, ViewKind>> = {
  heatmap: viewHeatmap,
  histogram: viewHistogram,
  percent: viewPercent,
  range: viewRange,
  scatter: viewScatter,
};

/** Computes the content of a chart of any kind, with its notes. */
export function viewAnyChart(spec: ChartSpec, data: DatasetView): ChartView {
  return spec.facet === undefined ? viewOne(spec, data) : viewFacets(spec, data, viewOne);
}

function viewOne(spec: ChartSpec, data: DatasetView): ChartView {
  return addNotes(spec, (VIEWS[spec.type] ?? chartView)(spec, data));
}
