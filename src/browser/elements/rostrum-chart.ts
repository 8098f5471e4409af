import { countChartSteps, showStep } from '../../talk/blocks/chart/chart-steps.ts';
import type { ChartSpec } from '../../talk/blocks/chart/chart-spec.ts';
import { notPositive } from '../../talk/problems/chart-problems.ts';
import { loadParts, needParts, viewChart } from '../charts/chart-parts.ts';
import { drawChart } from '../charts/charts.ts';
import { openWords } from '../charts/chart-words.ts';
import { dataOf, store } from '../page/data.ts';
import { BlockElement, type Frame } from './block-element.ts';
import { attempt } from './element-failure.ts';
import { openDrawing } from './drawing-element.ts';
import { setSteps } from './step-marks.ts';

/** Loads what the charts below a node need beyond the kinds that every chart brings, before they are defined. */
export async function loadCharts(root: ParentNode): Promise<void> {
  const charts = [...root.querySelectorAll<HTMLElement>('rostrum-chart')];
  // A drawing reports a spec that cannot be read.
  const read = (text = '{}'): Partial<ChartSpec> =>
    attempt(() => JSON.parse(text) as Partial<ChartSpec>, {});
  await Promise.all(charts.map(({ dataset }) => loadParts(read(dataset['spec']))));
}

/** Draws a chart over its table, and updates both when the data change. */
export class ChartElement extends BlockElement {
  readonly #words = openWords(this);

  protected override get hasGivenHeight(): boolean {
    return true;
  }

  protected override draw({ size, motion }: Frame): void | false {
    const spec = this.readSpec<ChartSpec>();
    if (!needParts(spec, () => this.invalidate())) return false;
    const data = this.readDataset(spec.data);
    const view = viewChart(spec, data);
    if (view.places.length === 0) throw new Error(`There is nothing to show in "${data.name}".`);
    if (view.shared) throw new Error(`Several rows of "${data.name}" ${view.shared.place}.`);
    if (view.notPositive) throw new Error(notPositive(view.notPositive).message);
    this.#words.show(view);
    const steps = spec.steps === true ? countChartSteps(view) : 0;
    // The steps of a slide are those of its own day.
    if (steps > 0 && dataOf(this) === store) setSteps(this, steps);
    const isPartial = this.step < steps;
    const isRightToLeft = this.closest('[dir]')?.getAttribute('dir') === 'rtl';
    const extent = { ...size, isRightToLeft };
    drawChart(openDrawing(this), isPartial ? showStep(view, this.step) : view, extent, motion);
  }
}
