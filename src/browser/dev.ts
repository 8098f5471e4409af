import type { ViteHotContext } from 'vite/types/hot.js';
import { startDayControl } from './hot/day-control.ts';
import { startHotUpdates } from './hot/hot.ts';
import { COMPILERS, ELEMENTS } from './page/project-blocks.ts';
import { useRelay } from './stage/relay.ts';
import { startPage } from './start.ts';

/** Modules of the project's own blocks, which the dev server serves as they are written. */
export interface ServedBlocks {
  elements: typeof ELEMENTS;
  compilers: typeof COMPILERS;
}

/** Starts a page of the dev server: it follows its talk's files, and marks what is wrong on a slide. */
export async function start(hot: ViteHotContext, blocks: ServedBlocks): Promise<void> {
  Object.assign(ELEMENTS, blocks.elements);
  Object.assign(COMPILERS, blocks.compilers);
  useRelay(hot);
  const deck = await startPage((started, page) => {
    if (!page) return;
    startHotUpdates(hot, { deck: started, page });
    if (started) startDayControl(started, page);
  });
  // Loaded last, because only authors see it.
  if (deck) (await import('./check/dev-marks.ts')).startMark(deck);
}
