import { escapeHtml } from '../../html/html.ts';
import type { FormulaNode } from '../../model/project.ts';

/** The class of the mark that `\pause` leaves. */
export const PAUSE_CLASS = 'formula-pause';

/** Claims the index of the next step. */
export type ClaimStep = () => string;

interface State {
  claim: ClaimStep;
  /** The index of the current step; null before the first pause. */
  index: string | null;
}

/** Makes what follows each pause in a formula a step; rows of a table of equations follow one another. */
export function splitFormula(root: FormulaNode, claim: ClaimStep): void {
  if (hasPause(root)) splitNode(root, { claim, index: null });
}

function splitNode(node: FormulaNode, state: State): void {
  if (node.classes?.includes('katex-mathml')) return;
  const rows = node.classes?.includes('mtable') ? listRows(node) : null;
  if (rows) return rows.forEach((cells) => cells.forEach((cell) => splitCell(cell, state)));
  node.children = splitChildren(node.children ?? [], state);
}

/** A cell begins with a strut, which the stack needs. */
function splitCell(cell: FormulaNode, state: State): void {
  const [strut, ...content] = cell.children ?? [];
  if (strut) cell.children = [strut, ...splitChildren(content, state)];
}

function splitChildren(children: readonly FormulaNode[], state: State): FormulaNode[] {
  const parts: FormulaNode[] = [];
  let run: FormulaNode[] = [];
  const close = (): void => {
    if (run.length > 0 && state.index !== null) parts.push(wrap(run, state.index));
    run = [];
  };
  for (const child of children) {
    if (isPause(child)) {
      close();
      state.index = state.claim();
    } else if (hasPause(child)) {
      close();
      splitNode(child, state);
      parts.push(child);
    } else if (state.index === null || isFixed(child)) {
      close();
      parts.push(child);
    } else run.push(child);
  }
  close();
  return parts;
}

/** Lists the cells of a table row by row; KaTeX builds it column by column. */
function listRows(table: FormulaNode): FormulaNode[][] {
  const columns = (table.children ?? []).flatMap(({ classes = [], children }) => {
    if (!classes.some((name) => name.startsWith('col-align'))) return [];
    const stack = children?.[0]?.children?.[0]?.children?.[0]?.children;
    return stack ? [stack] : [];
  });
  const count = Math.max(0, ...columns.map(({ length }) => length));
  return Array.from({ length: count }, (_, row) => columns.flatMap((column) => column[row] ?? []));
}

function isPause({ classes = [] }: FormulaNode): boolean {
  return classes.includes(PAUSE_CLASS);
}

function hasPause(node: FormulaNode): boolean {
  return isPause(node) || (node.children ?? []).some(hasPause);
}

/** Struts keep the formula's height, and the number of an equation has its own place. */
function isFixed({ classes = [] }: FormulaNode): boolean {
  return classes.some((name) => name === 'strut' || name === 'pstrut' || name === 'tag');
}

function wrap(children: FormulaNode[], index: string): FormulaNode {
  return {
    classes: ['fragment'],
    children,
    toMarkup: () => {
      const inner = children.map((child) => child.toMarkup()).join('');
      return `<span class="fragment" data-fragment-index="${escapeHtml(index)}">${inner}</span>`;
    },
  };
}
