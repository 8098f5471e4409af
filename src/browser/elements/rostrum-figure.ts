import { renderFigure } from '../../talk/blocks/figure/figure-html.ts';
import {
  figureView,
  type FigureSpec,
  type FigureView,
} from '../../talk/blocks/figure/figure-view.ts';
import { loadParts, needParts } from '../charts/chart-parts.ts';
import { drawChart } from '../charts/charts.ts';
import { toSpark } from '../charts/kinds/spark.ts';
import type { Motion } from '../charts/motion.ts';
import { BlockElement, type Frame } from './block-element.ts';
import { openDrawing } from './drawing-element.ts';

/** Loads what the lines below a node need, before figures are defined; columns need nothing. */
export async function loadFigures(root: ParentNode): Promise<void> {
  if (root.querySelector('rostrum-figure[data-chart="line"]')) await loadParts({ type: 'line' });
}

/** Updates a figure's text when the data change, and draws its series. */
export class FigureElement extends BlockElement {
  #words: string | null = null;

  protected override draw({ motion }: Frame): void | false {
    const spec = this.readSpec<FigureSpec>();
    const data = this.readDataset(spec.data);
    const view = figureView(spec, data);
    if (!view) throw new Error(`The newest row of "${data.name}" has no number.`);
    if (view.shared) throw new Error(`Several rows of "${data.name}" ${view.shared.place}.`);
    this.#write(view);
    return this.#drawSeries(view, motion);
  }

  /** The first text is from the page. */
  #write(view: FigureView): void {
    const { markup } = renderFigure(view, document.documentElement.lang);
    const isNew = this.#words !== null && this.#words !== markup;
    this.#words = markup;
    if (!isNew) return;
    const drawing = this.querySelector('.chart-svg');
    this.innerHTML = markup;
    if (drawing) this.querySelector('.figure-chart')?.append(drawing);
  }

  #drawSeries({ chart }: FigureView, motion: Motion): void | false {
    const room = this.querySelector<HTMLElement>(':scope > .figure-chart');
    if (!room || !chart) return;
    if (!needParts({ type: chart.type }, () => this.invalidate())) return false;
    const extent = { width: room.clientWidth, height: room.clientHeight };
    room.classList.add('drawn');
    drawChart(openDrawing(room), toSpark(chart), extent, motion);
  }
}
