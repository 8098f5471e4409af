import { BlockElement } from './block-element.ts';

/** Draws a chart over its table. */
export class ChartElement extends BlockElement {
  protected override draw(): void {}
}
