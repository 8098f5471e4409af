import type { PageLive } from '../../talk/model/live-shape.ts';
import { rootOf } from '../../talk/data/value/root.ts';
import { worstMark, writeMark, type BlockMark } from './live-state.ts';

/** Writes the states of values that no block of their slide shows, to its source line. */
export function writeValueMarks(
  { blocks, uses }: Pick<PageLive, 'blocks' | 'uses'>,
  markOf: (dataset: string) => BlockMark | null,
): void {
  for (const id of Object.keys(uses)) {
    const slide = document.getElementById(id);
    const values = slide?.querySelectorAll<HTMLElement>('rostrum-value') ?? [];
    const ofBlocks = Object.entries(blocks).flatMap(([block, { datasets }]) =>
      block.startsWith(`${id}/`) ? datasets : [],
    );
    const names = [...values].map(({ dataset }) => rootOf(dataset['expr'] ?? ''));
    const alone = names.filter((name) => name !== null && !ofBlocks.includes(name));
    const marks = alone.map((name) => markOf(name ?? '')).filter((mark) => mark !== null);
    const mark = worstMark(marks);
    const line = slide?.querySelector<HTMLElement>(':scope > .slide-foot .sources') ?? values[0];
    if (mark && line) writeMark(line, mark);
  }
}
