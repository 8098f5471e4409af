import { spreadLabels } from '../../labels.ts';
import { layLeader } from '../../mark.ts';
import { inkOf } from '../../legend.ts';
import { layText } from '../../plot.ts';
import type { Mark } from '../../scene.ts';
import { TEXT } from '../../chart-text.ts';
import type { Stacks } from './stack-marks.ts';

/** Room between the last column and the names beside it. */
export const NAME_GAP = 26;
/** Height of a name beside the last column. */
export const NAME_HEIGHT = 28;

/** Names the segments beside the last column, with a leader where a name is moved off its segment. */
export function layNamesBeside({ view, plot, bands, segments, toY }: Stacks): Mark[] {
  const last = view.places.length - 1;
  const own = segments.filter(({ place }) => place === last);
  const wanted = own.map(({ from, to }) => (toY(from) + toY(to)) / 2);
  const requests = wanted.map((at) => ({ at, height: NAME_HEIGHT }));
  const middles = spreadLabels(requests, [plot.top - 14, plot.bottom + 4]);
  const edge = bands.leftOf(last, 0) + bands.width;
  return own.flatMap(({ series, from, to }, index): Mark[] => {
    const one = view.series[series];
    const middle = middles[index] ?? 0;
    if (!one) return [];
    const at: [number, number] = [edge + NAME_GAP, middle + 7];
    const name = layText(`name ${one.key}`, inkOf(one.tone), one.name, at, TEXT.label);
    const isBeside = toY(to) <= middle && middle <= toY(from);
    const [start, end] = [
      [edge + 3, wanted[index] ?? 0],
      [at[0] - 4, middle],
    ] as const;
    return isBeside ? [name] : [layLeader(one, start, end), name];
  });
}
