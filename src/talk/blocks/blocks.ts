import type { Block } from '../model/block.ts';
import { chart } from './chart.ts';
import { commits } from './commits.ts';
import { figure } from './figure.ts';
import { logos } from './logos.ts';
import { maintainers } from './maintainers.ts';
import { names } from './names.ts';
import { schedule } from './schedule.ts';
import { table } from './table.ts';
import { timeline } from './timeline.ts';
import { tree } from './tree.ts';

/** Every block that comes with Rostrum; the order is that of the gallery. */
export const BLOCKS = [
  chart,
  figure,
  table,
  timeline,
  names,
  maintainers,
  commits,
  schedule,
  logos,
  tree,
] as readonly unknown[] as readonly Block[];
