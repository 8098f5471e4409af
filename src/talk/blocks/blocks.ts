import type { Block } from '../model/block.ts';
import { chart } from './chart/chart.ts';
import { figure } from './figure/figure.ts';
import { logos } from './logos.ts';
import { names } from './names.ts';
import { schedule } from './schedule.ts';
import { table } from './table/table.ts';
import { timeline } from './timeline/timeline.ts';
import { tree } from './tree/tree.ts';

/** All blocks that ship with Rostrum, in the order of the gallery. */
export const BLOCKS = [
  chart,
  figure,
  table,
  timeline,
  names,
  schedule,
  logos,
  tree,
] as readonly unknown[] as readonly Block[];
