import { listLeftOut } from '../../../src/browser/elements/left-out.ts';
import type { Drawing } from '../drawing.ts';
import type { Expected } from '../expected.ts';
import { fault, type Fault } from '../fault.ts';
import { markOf } from './marks.ts';

/** Kinds with the names of places below them. */
const NAMED: readonly Drawing['kind'][] = [
  'column',
  'line',
  'area',
  'stacked',
  'percent',
  'heatmap',
];
const VERSION = /^\d+(?:\.\d+)*$/;
/** The most turned names below a chart that is as wide as a slide; the compiler reports more. */
const MAX_NAMES = 52;

/** Finds names of places that are neither written nor reported. */
export function checkPlaces(
  { kind, spec }: Drawing,
  { places }: Expected,
  block: HTMLElement,
): Fault[] {
  const isTold = spec.x === 'date' || places.every((place) => VERSION.test(place));
  if (!NAMED.includes(kind) || isTold || places.length > MAX_NAMES) return [];
  const keys = [...block.querySelectorAll('svg text')].map((text) => markOf(text).key);
  const missing = places.filter((place) => !keys.includes(`place ${place}`));
  if (missing.length === 0) return [];
  const isReported = listLeftOut(block).some(
    ({ shown, all }) => shown === places.length - missing.length && all === places.length,
  );
  return isReported ? [] : [fault('name', `"${missing[0]}" is neither written nor reported`)];
}
