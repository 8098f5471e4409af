import type { Format } from '../../data/value/format.ts';
import type { Where } from '../../data/row-cells.ts';

/** The kinds of charts. */
export const CHART_TYPES = [
  'line',
  'area',
  'bar',
  'column',
  'dot',
  'slope',
  'stacked',
  'percent',
  'range',
  'histogram',
  'heatmap',
  'scatter',
] as const;

/** One of `CHART_TYPES`. */
export type ChartType = (typeof CHART_TYPES)[number];

/** A few words at a value, a date or a point; exactly one of the three is given. */
export interface NoteSpec {
  text: string;
  /** A value of the axis: a line across the chart. */
  value?: number;
  /** A date: an upright line. */
  date?: string;
  /** The name of a place: a bar, or a point of a line. */
  point?: string;
  /** The series of the point, where several have one. */
  series?: string;
}

/** A chart as the author wrote it, checked key by key; an omitted key is absent. */
export interface ChartSpec {
  /** Name of the dataset. */
  data: string;
  type: ChartType;
  /** Column along the chart; `date` is the date of the row; defaults to it, or else to the dataset's key. */
  x?: string;
  /** Column of the values, or several; defaults to the only column that holds numbers. */
  y?: string | string[];
  /** How many bins a histogram has at most, or their edges; defaults to a rule. */
  bins?: number | number[];
  /** Column of the lowest values of a `range`. */
  low?: string;
  /** Column of the highest values of a `range`. */
  high?: string;
  /** Column that splits rows into lines or segments; in bars and dots it names the row. */
  label?: string;
  /** Column of which each cell has a small chart of its own; defaults to none. */
  facet?: string;
  /** Column that colours the points of a scatter plot; defaults to none. */
  group?: string;
  /** Shows only rows with these cells. */
  where?: Where;
  /** Column to sort by, `value` or `label`; defaults to the order of the data. */
  sort?: string;
  /** Defaults to `desc` when sorted by value, else `asc`. */
  order?: 'asc' | 'desc';
  /** How many bars, or newest points, are shown; defaults to all. */
  limit?: number;
  /** Compares with the value one period earlier: `1y`, `6mo`. */
  mark?: string;
  /** Written above the chart; defaults to nothing, as the slide has a title. */
  title?: string;
  /** What the values count; defaults to the dataset's unit. */
  unit?: string;
  /** How values are written; defaults to `number`. */
  format?: Format;
  /** Names of the lines, bars or points to accent. */
  highlight?: string | string[];
  /** Where the value axis begins; defaults to zero; `auto` fits lines and dots to their values. */
  min?: number | 'auto';
  /** Where the value axis ends at least. */
  max?: number;
  /** How values are placed on the axis; defaults to `linear`. */
  scale?: 'linear' | 'log';
  /** Notes at values, dates and points; defaults to none. */
  annotate?: NoteSpec[];
  /** Height in slide pixels; defaults to the available room. */
  height?: number;
  /** Shows lines, bars or points one by one; defaults to false. */
  steps?: boolean;
}
