import { viewPercent } from '../../../../talk/blocks/chart/kinds/percent-view.ts';
import { layStacks } from './stacked.ts';

/** Stacks of shares, each a whole of 100 percent. */
export const PERCENT = { view: viewPercent, lay: layStacks };
