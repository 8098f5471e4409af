import type { Block } from '../model/block.ts';
import { chart } from './chart.ts';
import { figure } from './figure.ts';
import { timeline } from './timeline.ts';

/** Every block that comes with Rostrum; the order is that of the gallery. */
export const BLOCKS: readonly Block[] = [chart as Block, figure as Block, timeline as Block];
