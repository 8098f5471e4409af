import { listLeftOut } from '../../../src/browser/elements/left-out.ts';
import type { Drawing } from '../drawing.ts';
import type { Expected } from '../expected.ts';
import { fault, type Fault } from '../fault.ts';
import { markOf } from './positions.ts';
import { isNameOf } from './name-rules.ts';

/** Kinds with the names of places below them. */
const NAMED: readonly Drawing['kind'][] = [
  'column',
  'line',
  'area',
  'stacked',
  'percent',
  'heatmap',
];
const ELLIPSIS = '\u2026';
const VERSION = /^\d+(?:\.\d+)*$/;
/** The most turned names below a chart that is as wide as a slide; the compiler reports more. */
const MAX_NAMES = 52;

/** Finds names of places that are neither written nor reported, or written as another one. */
export function checkPlaces(
  { kind, spec }: Drawing,
  { places }: Expected,
  block: HTMLElement,
): Fault[] {
  const isTold = spec.x === 'date' || places.every((place) => VERSION.test(place));
  if (!NAMED.includes(kind) || isTold || places.length > MAX_NAMES) return [];
  const texts = new Map(
    [...block.querySelectorAll('svg text')].map((text) => [markOf(text).key, text.textContent]),
  );
  const wrong = places.find((place) => {
    const text = readLines(place, texts);
    return text !== '' && !isNameOf(text, place);
  });
  if (wrong !== undefined)
    return [fault('name', `"${wrong}" is written "${readLines(wrong, texts)}"`)];
  const missing = places.filter((place) => !texts.has(`place ${place}`));
  if (missing.length === 0) return [];
  const isReported = listLeftOut(block).some(
    ({ shown, all }) => shown === places.length - missing.length && all === places.length,
  );
  return isReported ? [] : [fault('name', `"${missing[0]}" is neither written nor reported`)];
}

/** Finds words that are cut and not reported, among data that have no ellipsis. */
export function checkCut({ rows, spec }: Drawing, block: HTMLElement): Fault[] {
  const isOwn = JSON.stringify([rows, spec]).includes(ELLIPSIS);
  if (isOwn || !block.matches('rostrum-chart')) return [];
  const texts = [...block.querySelectorAll('svg text')].map(({ textContent }) => textContent);
  const cut = texts.find((text) => text.includes(ELLIPSIS));
  if (cut === undefined) return [];
  const isReported = listLeftOut(block).some(({ things }) => things === 'names in full');
  return isReported ? [] : [fault('name', `"${cut}" is cut, and not reported`)];
}

/** Reads the lines of a name, in their order. */
function readLines(place: string, texts: ReadonlyMap<string, string>): string {
  const lines = [texts.get(`place ${place}`) ?? ''];
  for (let line = 1; texts.has(`line ${line} of place ${place}`); line++)
    lines.push(texts.get(`line ${line} of place ${place}`) ?? '');
  return lines.join('');
}
