import type { ChartSpec, ChartType } from '../../talk/blocks/chart/chart-spec.ts';
import { chartView, type ChartView } from '../../talk/blocks/chart/chart-view.ts';
import type { DatasetView } from '../../talk/model/dataset.ts';
import type { Extent, Lay, Scene } from './scene.ts';

/** Code that only some charts need. Each part is a file that a page loads with the first chart that needs it. */
interface Parts {
  bar: Kind;
  dot: Kind;
  line: Kind;
  slope: Kind;
  stacked: Kind;
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
  /** Computes its content; absent where that is one value for each place and series. */
  view?(spec: ChartSpec, data: DatasetView): ChartView;
  lay: Lay;
}

type PartName = keyof Parts;
type OwnKind = PartName & ChartType;

const LOADERS: { [Name in PartName]: () => Promise<Parts[Name]> } = {
  bar: async () => ({ lay: (await import('./kinds/on-demand/bar.ts')).layHorizontalBars }),
  dot: async () => ({ lay: (await import('./kinds/on-demand/dot.ts')).layDots }),
  line: async () => ({ lay: (await import('./kinds/on-demand/line.ts')).layLines }),
  slope: async () => ({ lay: (await import('./kinds/on-demand/slope.ts')).laySlopes }),
  stacked: async () => ({ lay: (await import('./kinds/on-demand/stacked.ts')).layStacks }),
  heatmap: async () => (await import('./kinds/on-demand/heatmap.ts')).HEATMAP,
  histogram: async () => (await import('./kinds/on-demand/histogram.ts')).HISTOGRAM,
  percent: async () => (await import('./kinds/on-demand/percent.ts')).PERCENT,
  range: async () => (await import('./kinds/on-demand/range.ts')).RANGE,
  scatter: async () => (await import('./kinds/on-demand/scatter.ts')).SCATTER,
  facets: async () => (await import('./facets.ts')).FACETS,
  notes: async () => (await import('./notes/notes.ts')).NOTES,
};

const loaded: Partial<Parts> = {};

/** Reports whether the parts of a chart are loaded; else loads them, and then calls a function that draws again. */
export function needParts(spec: Partial<ChartSpec>, redraw: () => void): boolean {
  const isReady = listParts(spec).every((name) => loaded[name]);
  if (!isReady) void loadParts(spec).then(redraw, reportError);
  return isReady;
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
  const view = (findKind(spec)?.view ?? chartView)(spec, data);
  return spec.annotate ? getPart('notes').add(spec, view) : view;
}

/** Returns the kind of a chart whose code is loaded on demand; undefined for one that each page with charts has. */
export function findKind({ type }: Pick<ChartSpec, 'type'>): Kind | undefined {
  const name = nameKind(type);
  return name && getPart(name);
}

function listParts({ type, annotate, facet }: Partial<ChartSpec>): PartName[] {
  return [
    nameKind(type) ?? [],
    annotate ? ['notes' as const] : [],
    facet === undefined ? [] : ['facets' as const],
  ].flat();
}

/** Names the part that draws a type; undefined for a type that needs none. */
function nameKind(type: ChartType | undefined): OwnKind | undefined {
  if (type === 'area') return 'line';
  return type !== undefined && type in LOADERS ? (type as OwnKind) : undefined;
}

async function loadPart<Name extends PartName>(name: Name): Promise<void> {
  loaded[name] ??= await LOADERS[name]();
}
