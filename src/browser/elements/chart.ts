import { countChartSteps, showStep } from '../../talk/blocks/chart-steps.ts';
import type { ChartSpec } from '../../talk/blocks/chart-spec.ts';
import { renderChartTable } from '../../talk/blocks/chart-table.ts';
import { chartView, type ChartView } from '../../talk/blocks/chart-view.ts';
import { drawChart } from '../charts/layout.ts';
import { BlockElement, type Frame } from './block-element.ts';
import { findDrawing } from './drawing.ts';

/** Draws a chart over its table, and keeps both at the newest state of the data. */
export class ChartElement extends BlockElement {
  #table: string | null = null;

  protected override draw({ size, motion, step }: Frame): void {
    const spec = this.readSpec<ChartSpec>();
    const view = chartView(spec, this.readDataset(spec.data));
    if (view.places.length === 0) throw new Error(`There is nothing to show in "${spec.data}".`);
    this.#writeTable(view);
    const isPartial = spec.steps === true && step < countChartSteps(view);
    drawChart(findDrawing(this), isPartial ? showStep(view, step) : view, size, motion);
  }

  /** The first table is the one that the page came with. */
  #writeTable(view: ChartView): void {
    const { markup } = renderChartTable(view);
    const isNew = this.#table !== null && this.#table !== markup;
    this.#table = markup;
    if (!isNew) return;
    this.querySelector(':scope > .chart-data')?.remove();
    this.insertAdjacentHTML('afterbegin', markup);
  }
}
