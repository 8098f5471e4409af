import type { LiveBlock } from '../../../talk/model/live-shape.ts';
import type { DayData } from '../../page/data.ts';
import { fillTexts } from './fill-texts.ts';
import { drawsItself, showOutput } from './show-output.ts';

/** Fills in the texts of a block with the newest values; null when one of them cannot be computed. */
export function fillLive(block: LiveBlock, data: DayData): LiveBlock | null {
  return fillTexts(block, { dataFor: () => data })?.block ?? null;
}

/** Lets an element that draws itself take what it draws; false for any other. */
export function takeDrawing(element: HTMLElement, next: HTMLElement): boolean {
  const isTaken = drawsItself(element);
  if (isTaken) showOutput(element, next);
  return isTaken;
}
