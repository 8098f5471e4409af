import { MIN_ROW } from '../../../talk/blocks/chart/chart-room.ts';
import type { ChartPoint } from '../../../talk/blocks/chart/chart-series.ts';
import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { layAcross } from '../axis/across-axis.ts';
import { pickTicks } from '../axis/value-ticks.ts';
import type { Extent, Lay, Scene } from '../scene.ts';

/** Height of an axis below the rows. */
const AXIS_ROOM = 40;

/** Lays out rows above an axis, where they leave room for one. */
export function layAboveAxis(view: ChartView, extent: Extent, lay: Lay): Scene {
  const whole = lay(view, extent);
  const { plot } = whole.frame ?? {};
  // No row makes way for the axis.
  if (!plot || plot.bottom - plot.top - AXIS_ROOM < view.places.length * MIN_ROW) return whole;
  const scene = lay(view, { ...extent, height: extent.height - AXIS_ROOM });
  const { frame } = scene;
  if (!frame) return scene;
  const ticks = pickTicks(view).filter(({ value }) => value >= view.min && value <= view.max);
  const ground = { plot: frame.plot, toX: frame.toValue, width: extent.width };
  const axis = layAcross(ticks, { head: '', note: null }, ground);
  return { ...scene, height: extent.height, marks: [...scene.marks, ...axis] };
}

/** Reports whether a value is written beside its row. */
export function hasValues({ series }: ChartView): boolean {
  return series.some(({ points }) =>
    points.some(({ value, label }) => value !== null && label !== ''),
  );
}

/** Leaves values to an axis. */
export function hideValues(view: ChartView): ChartView {
  const series = view.series.map((one) => ({ ...one, points: one.points.map(hideValue) }));
  return { ...view, series };
}

function hideValue(point: ChartPoint): ChartPoint {
  if (point.value === null) return point;
  const { past, range } = point;
  return {
    ...point,
    label: '',
    past: past && { ...past, label: '' },
    ...(range ? { range: { ...range, lowLabel: '', highLabel: '' } } : {}),
  };
}
