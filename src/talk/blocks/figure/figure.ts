import * as v from 'valibot';
import { parsePeriod, subtractPeriod } from '../../data/date.ts';
import { printPeriod } from '../../text/duration.ts';
import { FORMATS } from '../../data/value/format.ts';
import { markEarlier, useRow, useRows } from '../../data/view.ts';
import { defineBlock, type BlockContext, type BlockPath } from '../../model/block.ts';
import {
  ambiguousRows,
  noRowAgo,
  nothingToShow,
  unknownColumn,
  wrongCell,
  wrongValue,
} from '../../problems/problems.ts';
import type { DatasetView } from '../../model/dataset.ts';
import { html } from '../../html/html.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { checkPeriod } from '../period-check.ts';
import { filterRows } from '../../data/row-cells.ts';
import { PART_KEYS, useColumns } from '../part-keys.ts';
import { WHERE } from '../row-filter.ts';
import { describeShared } from '../shared-rows.ts';
import { renderFigure, writeFigure } from './figure-html.ts';
import { figureView, type FigureSpec, type FigureView } from './figure-view.ts';

const SCHEMA = v.strictObject({
  data: v.string(),
  value: v.string(),
  where: v.optional(WHERE),
  ...PART_KEYS,
  ago: v.optional(v.string()),
  label: v.optional(v.string()),
  unit: v.optional(v.string()),
  chart: v.optional(v.picklist(['column', 'line', 'none'])),
  format: v.optional(v.picklist(FORMATS)),
  note: v.optional(v.string()),
});

/** Shows one large number, its earlier value and its series. */
export const figure = defineBlock<FigureSpec>({
  name: 'figure',
  about: 'One number the eye lands on, what it was before, and the series it ends.',
  schema: SCHEMA,
  element: 'browser/elements/rostrum-figure.ts',
  drawsItself: true,
  live: 'talk/blocks/figure/figure.ts',
  columnsOf: ({ value }) => useColumns(value, 'value', ['value']),
  compile(spec, context) {
    const data = context.dataset(spec.data, ['data']);
    const view = data ? checkFigure(spec, data, context) : null;
    if (!data || !view) return null;
    const element = html`<rostrum-figure
      class="block block-figure"
      data-block="${context.id}"
      data-spec="${JSON.stringify(spec)}"
      ${view.chart && html`data-chart="${view.chart.type}"`}
      >${renderFigure(view, context.talk.language)}</rostrum-figure
    >`;
    const drawn = view.chart ? filterRows(data.rows, spec.where) : view.rows;
    const compared = view.rows.slice(1).map((row) => markEarlier(useRow(data, row)));
    const shown = view.rows.slice(0, 1).map((row) => useRow(data, row));
    const uses = [...shown, ...compared, ...useRows(data, drawn)];
    return { html: element.markup, steps: 0, text: writeFigure(view), uses };
  },
});

function checkFigure(
  spec: FigureSpec,
  data: DatasetView,
  context: BlockContext,
): FigureView | null {
  if (!checkPeriod('ago', spec.ago, context)) return null;
  if (!hasColumns(spec, data, context)) return null;
  const view = figureView(spec, data);
  if (!view) {
    context.report(explainMissing(spec, data, context.spanOf(['value'])));
    return null;
  }
  const { shared } = view;
  if (shared) {
    context.report(
      ambiguousRows(
        describeShared(shared, { block: 'figure', data, used: [spec.value], key: null }),
        context.spanOf(['data']),
      ),
    );
    return null;
  }
  if (spec.ago === undefined || view.past !== null || context.isEarlier) return view;
  context.report(explainAgo(spec.ago, data, view, context.spanOf(['ago'])));
  return null;
}

function hasColumns(spec: FigureSpec, data: DatasetView, context: BlockContext): boolean {
  const wanted: (readonly [string, BlockPath])[] = [
    [spec.value, ['value']],
    ...Object.keys(spec.where ?? {}).map((column) => [column, ['where', column]] as const),
  ];
  const unknown = wanted.filter(([column]) => !data.columns.includes(column));
  for (const [column, path] of unknown) {
    context.report(unknownColumn(column, data.name, data.columns, context.spanOf(path)));
  }
  return unknown.length === 0;
}

function explainMissing(spec: FigureSpec, data: DatasetView, span: Span): Problem {
  const cell = filterRows(data.rows, spec.where).at(-1)?.[spec.value] ?? null;
  if (cell === null) return nothingToShow('figure', data.name, span);
  const found = typeof cell === 'string' ? `"${cell}"` : 'something else';
  return wrongCell(spec.value, data.name, found, span);
}

function explainAgo(ago: string, data: DatasetView, { rows }: FigureView, span: Span): Problem {
  const period = parsePeriod(ago);
  const newest = rows[0]?.asOf;
  if (!period || !newest) return wrongValue('ago', 'left out, as the rows have no dates', span);
  const dates = data.rows.flatMap(({ asOf }) => asOf ?? []);
  const target = subtractPeriod(newest, period);
  return noRowAgo({ dataset: data.name, period: printPeriod(period), target, dates }, span);
}
