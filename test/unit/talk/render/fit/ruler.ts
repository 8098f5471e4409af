import { createRuler } from '../../../../../src/talk/render/fit/fit-height.ts';
import { levelOf } from '../../../../../src/talk/render/fit/fit-levels.ts';
import { parseTree, type Element } from '../../../../../src/talk/render/fit/fit-tree.ts';
import type { Place, Ruler } from '../../../../../src/talk/render/fit/ruler.ts';

/** The default size. */
export const USUAL = levelOf('');

/** The whole width of a slide, with text of the default size. */
export const PLACE: Place = { width: 1104, size: 28, leading: 1.42, measure: 1008 };

/** Builds a ruler with blocks that say nothing. */
export function rulerOf(): Ruler {
  return createRuler({ flexible: new Set(['rostrum-chart']), items: new Map() });
}

/** Parses HTML with one element around all. */
export function elementOf(html: string): Element {
  const [element] = parseTree(html).children;
  if (element === undefined || typeof element === 'string') throw new Error('There is no element.');
  return element;
}
