import type { ChartView } from './chart-view.ts';

/** Counts the advances until a chart with steps is complete. */
export function countChartSteps(view: ChartView): number {
  const { facets } = view;
  const entries = facets
    ? facets.length
    : entersByPlace(view)
      ? view.places.length
      : view.series.length;
  return Math.max(0, entries - 1);
}

/** Hides what has not entered at a step; the scales do not change. */
export function showStep(view: ChartView, step: number): ChartView {
  if (view.facets) {
    const facets = view.facets.map((facet, index) => ({ ...facet, isShown: index <= step }));
    return { ...view, facets };
  }
  const byPlace = entersByPlace(view);
  const isComplete = step >= countChartSteps(view);
  const series = view.series.map((one, index) => ({
    ...one,
    points: one.points.map((point, place) => ({
      ...point,
      isShown: (byPlace ? place : index) <= step,
    })),
  }));
  return { ...view, series, mark: isComplete ? view.mark : null };
}

function entersByPlace({ series }: ChartView): boolean {
  return series.length === 1;
}
