import { listNested } from '../../model/nested-tokens.ts';
import type { Problem } from '../../model/problem.ts';
import type { SlideSource } from '../../model/slide-file.ts';
import type { Layout } from '../../model/talk.ts';
import type { Token } from '../../model/token.ts';
import { missingColumn, strayColumn } from '../../problems/problems.ts';

/** Finds lines `::right::` that begin no column, and a layout of two columns whose second never begins. */
export function findColumnFaults(
  { tokens, keySpans, span }: SlideSource,
  layout: Layout,
): Problem[] {
  const isRight = (token: Token): boolean => token.type === 'slot' && token.name === 'right';
  const [first, ...others] = tokens.filter(isRight);
  const inner = tokens.flatMap(listNested).flatMap(listDeep).filter(isRight);
  const stray = [
    ...others.map((token) => strayColumn('the slide has a second column already', token.span)),
    ...inner.map((token) => strayColumn('it stands within another element', token.span)),
  ];
  const isOneColumn = layout === 'two-columns' && !first && inner.length === 0;
  if (!isOneColumn || tokens.some(hasOwnColumns) || !tokens.some(isContent)) return stray;
  return [missingColumn(keySpans.layout ?? span)];
}

function listDeep(token: Token): Token[] {
  return [token, ...listNested(token).flatMap(listDeep)];
}

/** Columns may also be a container, a table or raw HTML. */
function hasOwnColumns({ type }: Token): boolean {
  return type === 'container' || type === 'html' || type === 'table';
}

function isContent({ type }: Token): boolean {
  return type !== 'space' && type !== 'heading' && type !== 'pause';
}
