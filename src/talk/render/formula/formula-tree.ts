import type { FormulaNode } from '../../model/project.ts';

/** Sizes of KaTeX, relative to the formula, by number. */
const SIZES = [1, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];
const SIZING = /^(reset-)?size(\d+)$/;
/** Upright letters by their width in ems; the others are capitals and other scripts. */
const LETTERS: readonly (readonly [width: number, letters: string])[] = [
  [0.279, "il,.:;!' \u00a0"],
  [0.306, 'j'],
  [0.394, 'frst()[]-'],
  [0.445, 'cez'],
  [0.5, 'ago0123456789/?'],
  [0.529, 'kqvxy'],
  [0.556, 'bdhnpu'],
  [0.723, 'w'],
  [0.834, 'm'],
];
const WIDTHS = new Map(
  LETTERS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);
const WIDE_LETTER = 0.75;
const LENGTH = /^-?[\d.]+(?=em$)/;
/** Space that KaTeX's stylesheet puts around content, in ems. */
const PADDINGS: Readonly<Record<string, number>> = {
  'x-arrow-pad': 0.8,
  boxpad: 0.6,
  'cancel-pad': 0.4,
  nulldelimiter: 0.12,
};
const NO_WIDTH = new Set(['llap', 'rlap', 'clap', 'tag', 'katex-mathml', 'vlist-s']);
const STACKS = new Set(['vlist', 'vlist-t']);

/** Height and depth of a formula at its baseline, and its width, in its own ems. */
export interface FormulaSize {
  height: number;
  depth: number;
  width: number;
}

/** Measures the drawing of a formula by the widths of its letters; lines of a formula are below one another. */
export function measureTree(root: FormulaNode): FormulaSize {
  const drawing = findClass(root, 'katex-html') ?? root;
  const bases = drawing.children ?? [];
  const lines: FormulaNode[][] = [[]];
  for (const base of bases) {
    if (base.classes?.includes('newline')) lines.push([]);
    else lines.at(-1)?.push(base);
  }
  const heights = lines.map((line) => ({
    height: Math.max(0, ...line.map(({ height = 0 }) => height)),
    depth: Math.max(0, ...line.map(({ depth = 0 }) => depth)),
  }));
  const [first = { height: 0, depth: 0 }, ...below] = heights;
  const more = below.reduce((sum, line) => sum + line.height + line.depth, 0);
  const tag = bases.find(isTag);
  const beside = tag ? 2 * (widthOf({ ...tag, classes: [] }) + 1) : 0;
  const widths = lines.map((line) => line.reduce((sum, base) => sum + widthOf(base), 0));
  return {
    height: first.height,
    depth: first.depth + more,
    width: Math.max(...widths) + beside,
  };
}

/** Finds the first node with a class. */
export function findClass(node: FormulaNode, name: string): FormulaNode | undefined {
  if (node.classes?.includes(name)) return node;
  for (const child of node.children ?? []) {
    const found = findClass(child, name);
    if (found) return found;
  }
  return undefined;
}

function isTag({ classes = [] }: FormulaNode): boolean {
  return classes.includes('tag');
}

/** Returns a node's width in the ems around it. */
function widthOf(node: FormulaNode): number {
  const { classes = [], style = {}, children = [] } = node;
  if (classes.some((name) => NO_WIDTH.has(name))) return 0;
  const around = lengthOf(style['marginLeft']) + lengthOf(style['marginRight']);
  const own = style['width'] === undefined ? undefined : lengthOf(style['width']);
  if (own !== undefined) return own + around;
  const padding = classes.reduce((sum, name) => sum + (PADDINGS[name] ?? 0), 0);
  if (node.text !== undefined) {
    return widthOfText(node.text, node.width) + Math.max(0, node.italic ?? 0) + around + padding;
  }
  const widths = children.map(widthOf);
  const content = classes.some((name) => STACKS.has(name))
    ? Math.max(0, ...widths)
    : widths.reduce((sum, width) => sum + width, 0);
  const wide = Math.max(content * scaleOf(classes), lengthOf(style['minWidth']));
  return wide + lengthOf(style['paddingLeft']) + around + padding;
}

/** KaTeX joins letters into one node, whose width is that of the first. */
function widthOfText(text: string, first = 0): number {
  const letters = [...text];
  if (letters.length < 2) return first;
  return letters.reduce((sum, letter) => sum + (WIDTHS.get(letter) ?? WIDE_LETTER), 0);
}

/** Returns how much larger or smaller a node makes its content. */
function scaleOf(classes: readonly string[]): number {
  let scale = 1;
  for (const name of classes) {
    const [, isReset, number] = SIZING.exec(name) ?? [];
    const size = number === undefined ? undefined : SIZES[Number(number)];
    if (
      size !== undefined &&
      classes.some((each) => each === 'sizing' || each === 'fontsize-ensurer')
    )
      scale = isReset ? scale / size : scale * size;
  }
  return scale;
}

function lengthOf(length: string | undefined): number {
  return Number(LENGTH.exec(length ?? '')?.[0] ?? 0);
}
