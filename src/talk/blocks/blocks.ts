import type { Block } from '../model/block.ts';
import { timeline } from './timeline.ts';

/** Every block that comes with Rostrum; the order is that of the gallery. */
export const BLOCKS: readonly Block[] = [timeline as Block];
