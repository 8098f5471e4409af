import * as v from 'valibot';
import { FORMATS } from '../../data/value/format.ts';
import { useRows } from '../../data/view.ts';
import { defineBlock } from '../../model/block.ts';
import { html } from '../../html/html.ts';
import { checkChart } from './chart-check.ts';
import { readChart } from './chart-rows.ts';
import { MAX_BINS } from './kinds/histogram-view.ts';
import { leastHeight } from './chart-room.ts';
import { CHART_TYPES, type ChartSpec } from './chart-spec.ts';
import { countChartSteps } from './chart-steps.ts';
import { renderChartTable, writeChartTable } from './chart-table.ts';
import { WHERE } from '../row-filter.ts';
import { PART_KEYS, useColumns } from '../part-keys.ts';
import { stepAttributes, stepClass, stepMarks } from '../stepped.ts';

const NAMES = v.union([v.string(), v.array(v.string())]);

const MAX_NOTES = 6;
const MAX_LETTERS = 40;
const WORDS = `a few words, at most ${MAX_LETTERS} letters`;
const NOTE = v.strictObject({
  text: v.pipe(v.string(), v.minLength(1, WORDS), v.maxLength(MAX_LETTERS, WORDS)),
  value: v.optional(v.pipe(v.number(), v.finite())),
  date: v.optional(v.string()),
  point: v.optional(v.string()),
  series: v.optional(v.string()),
});
const NOTES = v.pipe(
  v.array(NOTE),
  v.maxLength(MAX_NOTES, `a list of at most ${MAX_NOTES} notes, as more cannot be read on a slide`),
);

const BINS = `a whole number up to ${MAX_BINS}, or a list of edges at equal distances`;
const BIN_COUNT = v.pipe(
  v.number(BINS),
  v.integer(BINS),
  v.minValue(1, BINS),
  v.maxValue(MAX_BINS, BINS),
);
const BIN_EDGES = v.pipe(v.array(v.number(BINS), BINS), v.check(areEven, BINS));

/** The least height of a chart that shares its slide, as in the stylesheet. */
const MIN_HEIGHT = 220;

const SCHEMA = v.strictObject({
  data: v.string(),
  type: v.picklist(CHART_TYPES),
  x: v.optional(v.string()),
  y: v.optional(NAMES),
  label: v.optional(v.string()),
  bins: v.optional(v.union([BIN_COUNT, BIN_EDGES], BINS)),
  low: v.optional(v.string()),
  high: v.optional(v.string()),
  facet: v.optional(v.string()),
  group: v.optional(v.string()),
  where: v.optional(WHERE),
  ...PART_KEYS,
  sort: v.optional(v.string()),
  order: v.optional(v.picklist(['asc', 'desc'])),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  mark: v.optional(v.string()),
  title: v.optional(v.string()),
  unit: v.optional(v.string()),
  format: v.optional(v.picklist(FORMATS)),
  highlight: v.optional(NAMES),
  min: v.optional(v.union([v.number(), v.literal('auto')])),
  max: v.optional(v.number()),
  scale: v.optional(v.picklist(['linear', 'log'])),
  annotate: v.optional(NOTES),
  height: v.optional(v.pipe(v.number(), v.minValue(80), v.maxValue(640))),
  steps: v.optional(v.boolean()),
});

/** Bars of different width would show counts by their areas, which are hard to compare. */
function areEven(edges: number[]): boolean {
  const [first = 0, second = 0] = edges;
  const step = second - first;
  const isEven = edges.every((edge, index) => {
    return Math.abs(edge - (first + index * step)) <= step * 1e-6;
  });
  return edges.length > 1 && step > 0 && isEven;
}

/** Draws numbers of a dataset as lines, areas, bars, columns, dots, slopes, stacks, ranges, points, counts or shades. */
export const chart = defineBlock<ChartSpec>({
  name: 'chart',
  about:
    'Numbers of a dataset as lines, areas, bars, columns, dots, slopes, stacks, ranges, points, counts or shades.',
  schema: SCHEMA,
  element: 'browser/elements/rostrum-chart.ts',
  drawsItself: true,
  live: 'talk/blocks/chart/chart.ts',
  isFlexible: true,
  columnsOf: ({ x, y, low, high, label, facet, group }) => [
    ...useColumns(x, 'along', ['x']),
    ...useColumns(y, 'value', ['y']),
    ...useColumns(low, 'value', ['low']),
    ...useColumns(high, 'value', ['high']),
    ...useColumns(label, 'part', ['label']),
    ...useColumns(facet, 'part', ['facet']),
    ...useColumns(group, 'part', ['group']),
  ],
  compile(spec, context) {
    const data = context.dataset(spec.data, ['data']);
    const view = data ? checkChart(spec, data, context) : null;
    if (!data || !view) return null;
    const steps = spec.steps === true ? countChartSteps(view) : 0;
    const least = Math.max(MIN_HEIGHT, leastHeight(view));
    const isHigh = least > MIN_HEIGHT && `--chart-least-height: ${least}px`;
    const room = [
      spec.height === undefined ? isHigh : `--chart-height: ${spec.height}px`,
      view.facets !== null && `--chart-facets: ${view.facets.length}`,
    ].filter(Boolean);
    const element = html`<rostrum-chart
      class="block block-chart chart-${spec.type}${stepClass(steps)}"
      data-block="${context.id}"
      data-spec="${JSON.stringify(spec)}"
      ${stepAttributes(steps)}
      ${room.length > 0 && html`style="${room.join('; ')}"`}
      >${stepMarks(steps)}${renderChartTable(view, context.talk.language)}</rostrum-chart
    >`;
    return {
      html: element.markup,
      steps,
      text: writeChartTable(view),
      uses: useRows(data, readChart(spec, data).rows),
    };
  },
});
