import type { PageLive } from '../../talk/model/live-shape.ts';
import { worstMark, writeMark, type BlockMark } from './live-state.ts';

/** Writes the states of values that no block of their slide shows, to its source line. */
export function writeValueMarks(
  { values }: Pick<PageLive, 'values'>,
  markOf: (dataset: string) => BlockMark | null,
): void {
  for (const id in values) {
    const slide = document.getElementById(id);
    const mark = worstMark(values[id]?.flatMap((name) => markOf(name) ?? []) ?? []);
    const line =
      slide?.querySelector<HTMLElement>(':scope > .slide-foot .sources') ??
      slide?.querySelector<HTMLElement>('rostrum-value');
    if (mark && line) writeMark(line, mark);
  }
}
