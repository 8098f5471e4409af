import type { ChartSpec, ChartType } from '../../talk/blocks/chart/chart-spec.ts';
import { chartView, type ChartView } from '../../talk/blocks/chart/chart-view.ts';
import type { DatasetView } from '../../talk/model/dataset.ts';
import type { Extent, Lay, Scene } from './scene.ts';

/** Code that only some charts need. Each part is a file that a page loads with the first chart that needs it. */
interface Parts {
  heatmap: Kind;
  histogram: Kind;
  percent: Kind;
  range: Kind;
  scatter: Kind;
  facets: {
    /** Computes small charts, each by `viewOne`. */
    view(
      spec: ChartSpec,
      data: DatasetView,
      viewOne: (spec: ChartSpec, data: DatasetView) => ChartView,
    ): ChartView;
    lay(view: ChartView, extent: Extent, lay: Lay): Scene;
  };
  notes: {
    add(spec: ChartSpec, view: ChartView): ChartView;
    /** Draws a chart with its notes. */
    lay(view: ChartView, extent: Extent, lay: Lay): Scene;
  };
}

/** A kind of chart. */
interface Kind {
  view(spec: ChartSpec, data: DatasetView): ChartView;
  lay: Lay;
}

type PartName = keyof Parts;
type OwnKind = PartName & ChartType;

const LOADERS: { [Name in PartName]: () => Promise<Parts[Name]> } = {
  heatmap: async () => (await import('./kinds/on-demand/heatmap.ts')).HEATMAP,
  histogram: async () => (await import('./kinds/on-demand/histogram.ts')).HISTOGRAM,
  percent: async () => (await import('./kinds/on-demand/percent.ts')).PERCENT,
  range: async () => (await import('./kinds/on-demand/range.ts')).RANGE,
  scatter: async () => (await import('./kinds/on-demand/scatter.ts')).SCATTER,
  facets: async () => (await import('./facets.ts')).FACETS,
  notes: async () => (await import('./notes/notes.ts')).NOTES,
};

const loaded: Partial<Parts> = {};

/** Reports whether the parts of a chart are loaded. */
export function hasParts(spec: Partial<ChartSpec>): boolean {
  return listParts(spec).every((name) => loaded[name]);
}

/** Loads the parts of a chart. */
export async function loadParts(spec: Partial<ChartSpec>): Promise<void> {
  await Promise.all(listParts(spec).map(loadPart));
}

/** Returns a part; throws when it is not loaded. */
export function getPart<Name extends PartName>(name: Name): Parts[Name] {
  const part = loaded[name];
  if (!part) throw new Error(`The part "${name}" of charts is not loaded.`);
  return part;
}

/** Computes the content of a chart whose parts are loaded. */
export function viewChart(spec: ChartSpec, data: DatasetView): ChartView {
  return spec.facet === undefined
    ? viewOne(spec, data)
    : getPart('facets').view(spec, data, viewOne);
}

function viewOne(spec: ChartSpec, data: DatasetView): ChartView {
  const { type } = spec;
  const view = isOwnKind(type) ? getPart(type).view(spec, data) : chartView(spec, data);
  return spec.annotate ? getPart('notes').add(spec, view) : view;
}

function listParts({ type, annotate, facet }: Partial<ChartSpec>): PartName[] {
  return [
    ...(isOwnKind(type) ? [type] : []),
    ...(annotate ? (['notes'] as const) : []),
    ...(facet === undefined ? [] : (['facets'] as const)),
  ];
}

/** Reports whether the code of a kind is loaded only by charts of that kind. */
function isOwnKind(type: ChartType | undefined): type is OwnKind {
  return type !== undefined && type in LOADERS;
}

async function loadPart<Name extends PartName>(name: Name): Promise<void> {
  loaded[name] ??= await LOADERS[name]();
}
