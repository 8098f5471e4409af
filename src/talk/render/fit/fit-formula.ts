import type { FormulaSize } from '../formula/formula-tree.ts';
import { isDisplayFormula, type Element } from './fit-tree.ts';
import type { Place } from './ruler.ts';

export type { FormulaSize } from '../formula/formula-tree.ts';

const CAP = /min\(1em,([\d.]+)px\)/;
const SIZE = /--formula:\d+ (-?[\d.]+) (-?[\d.]+) (-?[\d.]+)/;
/** How far the line of a formula reaches above and below its baseline at least, in ems. */
const LINE = { above: 0.96, below: 0.45 };
/** How far letters of text reach above the baseline, and all that they take, in ems. */
const ASCENT = 1.025;
const CONTENT = 1.3;
/** Height of what has no room, so that a smaller size is chosen. */
const TOO_WIDE = 10_000;

/** Reads the size of a formula in ems of the text around it; null for other elements. */
export function readFormula({ classes, style }: Element): FormulaSize | null {
  if (!classes.includes('formula')) return null;
  const [, height, depth, width] = SIZE.exec(style) ?? [];
  return { height: Number(height ?? 0), depth: Number(depth ?? 0), width: Number(width ?? 0) };
}

/** Measures a formula with lines of its own; null for other elements. */
export function measureDisplay(element: Element, { size, width }: Place): number | null {
  if (!isDisplayFormula(element)) return null;
  const formula = readFormula(element);
  if (!formula) return null;
  const own = Math.min(size, Number(CAP.exec(element.style)?.[1] ?? size));
  if (formula.width * own > width) return TOO_WIDE;
  return (Math.max(LINE.above, formula.height) + Math.max(LINE.below, formula.depth)) * own;
}

/** A word; a formula reaches above and below the baseline, in ems. */
interface Reaching {
  reach?: { above: number; below: number };
}

/** Returns how much higher the lines of a text are because of its formulas; each is taken to be in a line of its own. */
export function measureReach(words: readonly Reaching[], { size, leading }: Place): number {
  const above = ASCENT + (leading - CONTENT) / 2;
  const below = leading - above;
  let total = 0;
  for (const { reach } of words) {
    if (!reach) continue;
    const height = Math.max(reach.above, LINE.above) - above;
    total += (Math.max(0, height) + Math.max(0, Math.max(reach.below, LINE.below) - below)) * size;
  }
  return total;
}
