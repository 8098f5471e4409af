import { BlockElement } from './block-element.ts';

/** Draws the small chart of a figure. */
export class FigureElement extends BlockElement {
  protected override draw(): void {}
}
