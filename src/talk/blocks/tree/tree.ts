import { defineBlock, type BlockContext } from '../../model/block.ts';
import { tooMuchToShow, unknownBox } from '../../problems/block-problems.ts';
import { directionOf, markEnglish } from '../../html/direction.ts';
import { html, type Html } from '../../html/html.ts';
import { stepAttributes, stepClass, stepMarks } from '../stepped.ts';
import { roomHeight } from '../block-fit.ts';
import { layoutTree, type PlacedArrow, type PlacedBox, type TreeLayout } from './tree-layout.ts';
import { isNarrow } from './tree-size.ts';
import { TREE_SCHEMA, type BoxSpec, type TreeSpec } from './tree-spec.ts';

/** Shows columns of nested boxes with arrows between them. */
export const tree = defineBlock<TreeSpec>({
  name: 'tree',
  about: 'Columns of boxes within boxes, with arrows between them, entering step by step.',
  schema: TREE_SCHEMA,
  live: 'talk/blocks/tree/tree.ts',
  compile(spec, context) {
    if (!checkArrows(spec, context)) return null;
    const height = spec.height ?? roomHeight(context.talk) - 10;
    const layout = layoutTree({ ...spec, height });
    if (!layout) {
      const about = { what: 'all these boxes', hint: 'Show fewer, or more of them side by side.' };
      context.report(tooMuchToShow('tree', about, context.spanOf([])));
      return null;
    }
    return {
      html: renderTree(layout, context).markup,
      steps: layout.steps,
      text: writeTree(spec),
      uses: [],
    };
  },
});

function checkArrows({ trees, arrows = [] }: TreeSpec, context: BlockContext): boolean {
  const ids = trees.flatMap(({ boxes }) => boxes.flatMap(listIds));
  let isGood = true;
  arrows.forEach((arrow, index) => {
    for (const end of ['from', 'to'] as const) {
      if (ids.includes(arrow[end])) continue;
      context.report(unknownBox(arrow[end], ids, context.spanOf(['arrows', index, end])));
      isGood = false;
    }
  });
  return isGood;
}

function listIds({ id, boxes = [] }: BoxSpec): string[] {
  return [...(id === undefined ? [] : [id]), ...boxes.flatMap(listIds)];
}

function renderTree(layout: TreeLayout, { id, talk }: BlockContext): Html {
  const { width, height, columns, boxes, arrows, steps } = layout;
  const english = markEnglish(talk.language);
  // In right-to-left talks the first column is at the right.
  const isMirrored = directionOf(talk.language) === 'rtl';
  const leftOf: LeftOf = (x, room) => (isMirrored ? width - x - room : x);
  return html`<div
    class="block block-tree${stepClass(steps)}"
    data-block="${id}"
    ${stepAttributes(steps)}
    style="height: ${height}px"
  >
    ${stepMarks(steps)}
    ${columns.map(
      ({ label, path, x, width: room }) =>
        html`<p class="tree-head" style="left: ${leftOf(x, room)}px; width: ${room}px">
          ${label} ${path !== null && html`<code>${path}</code>`}
        </p>`,
    )}
    ${boxes.map((box) => renderBox(box, leftOf, english))}
    <svg class="tree-arrows" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">
      ${isMirrored ? html`<g transform="translate(${width} 0) scale(-1 1)">${arrows.map(renderArrow)}</g>` : arrows.map(renderArrow)}
    </svg>
    ${arrows.map((arrow) => renderLabel(arrow, leftOf))}
  </div>`;
}

/** Returns the left edge of an element of a width at `x`. */
type LeftOf = (x: number, width: number) => number;

function renderBox(
  { label, note, kind, isLeaf, enter, ...place }: PlacedBox,
  leftOf: LeftOf,
  english: Html | false,
): Html {
  const { x, y, width, height } = place;
  const style = `left: ${leftOf(x, width)}px; top: ${round(y)}px; width: ${width}px; height: ${round(height)}px`;
  const classes = `tree-box tree-${kind} ${isLeaf ? 'tree-leaf' : 'tree-outer'}${isNarrow(width) ? ' tree-narrow' : ''}`;
  return html`<div class="${classes}" style="${style}" data-enter="${enter}">
    <p>
      <span class="tree-label">${label}</span> ${note !== null && html`<span class="tree-note">${note}</span>`}
    </p>
    ${kind !== 'plain' && html`<span class="tree-kind"${english}>${kind}</span>`}
  </div>`;
}

function renderArrow({ shaft, head, kind, x, y, enter }: PlacedArrow): Html {
  const reach = 9;
  const cross = `M${x - reach} ${y - reach}l${2 * reach} ${2 * reach}m0 ${-2 * reach}l${-2 * reach} ${2 * reach}`;
  return html`<g class="tree-arrow tree-${kind}" data-enter="${enter}">
    <path class="tree-shaft" d="${shaft}" />
    <path class="tree-tip" d="${head}" />
    ${kind === 'forbidden' && html`<path class="tree-cross" d="${cross}" />`}
  </g>`;
}

function renderLabel(
  { label, kind, x, y, room, side, enter }: PlacedArrow,
  leftOf: LeftOf,
): Html | false {
  if (label === null) return false;
  const left = side === 'right' ? x + 18 : x - room / 2;
  const style = `left: ${round(leftOf(left, room))}px; top: ${round(y)}px; width: ${round(room)}px`;
  return html`<p class="tree-way tree-way-${side} tree-${kind}" style="${style}" data-enter="${enter}"><span>${label}</span></p>`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

function writeTree({ trees, arrows = [] }: TreeSpec): string {
  const lines = trees.flatMap(({ label, path, boxes }) => [
    `**${path === undefined ? label : `${label}, ${path}`}**`,
    '',
    ...boxes.flatMap((box) => writeBox(box, '')),
    '',
  ]);
  const labels = new Map(trees.flatMap(({ boxes }) => boxes.flatMap(nameBoxes)));
  const ways = arrows.map(({ from, to, label, kind }) => {
    const words = [label, kind === 'plain' ? undefined : kind].filter(Boolean).join(', ');
    const way = `${labels.get(from) ?? from} → ${labels.get(to) ?? to}`;
    // Another mark begins a list of its own.
    return `* ${way}${words === '' ? '' : `: ${words}`}`;
  });
  return [...lines, ...ways].join('\n').trim();
}

function writeBox({ label, note, kind, boxes = [] }: BoxSpec, indent: string): string[] {
  const words = [kind === 'plain' ? undefined : kind, note].filter(Boolean).join(', ');
  const line = `${indent}- ${label}${words === '' ? '' : ` (${words})`}`;
  return [line, ...boxes.flatMap((box) => writeBox(box, `${indent}  `))];
}

function nameBoxes({ id, label, boxes = [] }: BoxSpec): (readonly [string, string])[] {
  return [...(id === undefined ? [] : [[id, label] as const]), ...boxes.flatMap(nameBoxes)];
}
