import type { Cell, DatasetView } from '../../../model/dataset.ts';
import { printValue } from '../../../text/value/value-text.ts';
import type { ChartPlace } from '../chart-place.ts';
import { filterRows } from '../../../data/row-cells.ts';
import { writeName } from '../chart-rows.ts';
import type { ChartPoint, ChartSeries } from '../chart-series.ts';
import type { ChartSpec } from '../chart-spec.ts';
import { toChartTable } from '../chart-table.ts';
import { pickTone } from '../chart-tone.ts';
import { MISSING, type ChartFacet, type ChartView } from '../chart-view.ts';

/** Computes a chart without facets. */
type ViewChart = (spec: ChartSpec, data: DatasetView) => ChartView;

/** Computes small charts of one kind, one for each cell of a column, with the same places, colours and axes. */
export function viewFacets(spec: ChartSpec, data: DatasetView, viewOne: ViewChart): ChartView {
  const specs = splitFacets(spec, data);
  const own = { ...spec };
  delete own.facet;
  const bins = spec.type === 'histogram' ? listEdges(viewOne(own, data)) : undefined;
  const views = specs.map(({ spec: one }) => viewOne(bins ? { ...one, bins } : one, data));
  const aligned = alignViews(views, [spec.highlight ?? []].flat());
  const facets = specs.map(({ name }, index): ChartFacet => {
    const view = aligned[index] ?? viewOne(own, data);
    return { name, view: { ...view, title: name }, isShown: true };
  });
  const first = aligned[0] ?? viewOne(own, { ...data, rows: [] });
  const tables = aligned.map((view) => toChartTable({ ...view, notes: [] }));
  const heads = [spec.facet ?? '', ...(tables[0]?.heads ?? [])];
  const rows = tables.flatMap((table, index) =>
    table.rows.map((cells) => [facets[index]?.name ?? '', ...cells]),
  );
  return {
    ...first,
    title: spec.title ?? null,
    caption: spec.title ?? data.title,
    series: aligned.flatMap(({ series }) => series),
    unit: first.across?.upright ?? first.unit,
    across: null,
    facets,
    texts: { heads, rows },
  };
}

/** Returns the chart of each cell of the column that separates them, in the order of the data. */
export function splitFacets(
  spec: ChartSpec,
  data: DatasetView,
): { name: string; spec: ChartSpec }[] {
  const { facet = '', ...own } = spec;
  const cells = new Map<string, Cell>();
  for (const row of filterRows(data.rows, spec.where)) {
    const cell = row[facet] ?? null;
    if (!cells.has(printValue(cell))) cells.set(printValue(cell), cell);
  }
  return [...cells.values()].map((cell) => ({
    name: writeName(cell),
    spec: { ...own, where: { ...spec.where, [facet]: [cell] } },
  }));
}

function listEdges({ places, across }: ChartView): number[] {
  const { min = 0, max = 1 } = across ?? {};
  const step = (max - min) / Math.max(1, places.length);
  return Array.from({ length: places.length + 1 }, (_, index) => min + index * step);
}

/** Gives views the same ends of their axes, places and colours. */
function alignViews(views: readonly ChartView[], highlights: readonly string[]): ChartView[] {
  const min = Math.min(...views.map((view) => view.min));
  const max = Math.max(...views.map((view) => view.max));
  const axes = views.flatMap(({ across }) => across ?? []);
  const ends = {
    min: Math.min(...axes.map((axis) => axis.min)),
    max: Math.max(...axes.map((axis) => axis.max)),
  };
  const keys = [...new Set(views.flatMap(({ series }) => series.map(({ key }) => key)))];
  const tones = new Map(keys.map((key, at) => [key, pickTone(key, at, keys, highlights)]));
  // Points between two axes are rows of their own; bins are the same already.
  const places = axes.length > 0 ? null : uniteLists(views.map((view) => view.places));
  return views.map((view): ChartView => {
    const series =
      keys.length === 1
        ? view.series
        : view.series.map((one) => paint(one, tones.get(one.key) ?? 0));
    const across = view.across && { ...view.across, ...ends };
    const own = { ...view, min, max, across, series };
    return places ? fillPlaces(own, places) : own;
  });
}

/** Colours a series as in the other charts. */
function paint(series: ChartSeries, tone: number): ChartSeries {
  return { ...series, tone, points: series.points.map((point) => ({ ...point, tone })) };
}

/** Unites places in their order: by date, or as the first chart has them, with what later ones add. */
function uniteLists(lists: readonly ChartPlace[][]): ChartPlace[] {
  const all = new Map(lists.flat().map((place) => [place.key, place]));
  const places = [...all.values()];
  const isTime = places.every(({ day }) => day !== null);
  return isTime ? places.sort((a, b) => (a.day ?? 0) - (b.day ?? 0)) : places;
}

function fillPlaces(view: ChartView, places: ChartPlace[]): ChartView {
  const indexes = new Map(view.places.map(({ key }, index) => [key, index]));
  const series = view.series.map((one) => {
    const points = places.map(({ key }): ChartPoint => {
      const found = one.points[indexes.get(key) ?? -1];
      return found ?? { ...EMPTY, tone: one.tone };
    });
    return { ...one, points };
  });
  const notes = view.notes.map((note) => {
    const { target } = note;
    if (target.kind !== 'point') return note;
    const key = view.places[target.place]?.key;
    return { ...note, target: { ...target, place: places.findIndex((one) => one.key === key) } };
  });
  const { totals } = view;
  const united = totals && places.map(({ key }) => totals[indexes.get(key) ?? -1] ?? '');
  return { ...view, places, series, notes, totals: united };
}

const EMPTY = { value: null, exact: true, label: MISSING, isShown: true, past: null };
