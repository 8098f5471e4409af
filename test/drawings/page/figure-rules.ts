import type { Drawing } from '../drawing.ts';
import { fault, type Fault } from '../fault.ts';
import { judgeNumber } from '../numbers.ts';

/** Finds a figure that does not write its newest value. */
export function checkFigure({ rows, unit }: Drawing, block: HTMLElement): Fault[] {
  const newest = rows.at(-1)?.['value'];
  const text = block.querySelector('.figure-value > span')?.textContent.trim() ?? '';
  if (typeof newest !== 'number') return [fault('rows', `A figure without a value says "${text}"`)];
  const wrong = judgeNumber(text, newest, unit);
  return wrong === undefined ? [] : [fault('number', wrong)];
}
