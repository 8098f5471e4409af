import type { ChartSpec } from '../../talk/blocks/chart/chart-spec.ts';
import { chartView } from '../../talk/blocks/chart/chart-view.ts';
import type { TimeBlock } from '../../talk/model/time/time-shape.ts';
import type { DayData } from '../page/data.ts';

/** Charts whose values have an axis that a spec can extend. */
const HELD: ReadonlySet<string> = new Set([
  'line',
  'area',
  'bar',
  'column',
  'dot',
  'slope',
  'stacked',
]);

/** Returns a chart with the value axis of its own day, so that bars grow instead of their scale; other blocks as they are. */
export function holdScale(block: TimeBlock, own: DayData): TimeBlock {
  if (block.name !== 'chart') return block;
  const spec = block.spec as ChartSpec;
  const data = own.get(spec.data);
  if (!data || !HELD.has(spec.type) || spec.max !== undefined || spec.scale === 'log') return block;
  const { max, facets } = chartView(spec, data);
  return facets === null && Number.isFinite(max) && max > 0
    ? { ...block, spec: { ...spec, max } }
    : block;
}
