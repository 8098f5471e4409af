import type { Drawing } from '../drawing.ts';
import type { Expected } from '../expected.ts';
import { fault, type Fault } from '../fault.ts';
import { judgeNumber } from '../numbers.ts';
import { markOf } from './positions.ts';

const LABELS = /^(?:value|end|side \d+|total) /;
/** A total of which a part is unknown. */
const LEAST = /^(\u2265 )?([^]*)$/;
/** Kinds whose labels are not values of rows. */
const OTHERS: readonly Drawing['kind'][] = ['percent', 'histogram', 'range', 'facets'];

/** Finds labels of a drawing that are none of the values at their place or of their series. */
export function checkLabels(
  { kind, unit }: Drawing,
  expected: Expected,
  svg: SVGSVGElement,
): Fault[] {
  if (OTHERS.includes(kind)) return [];
  const texts = [...svg.querySelectorAll('text')].filter((one) => LABELS.test(markOf(one).key));
  return texts
    .flatMap((element): Fault[] => {
      const { key } = markOf(element);
      const isPart = key.startsWith('total ') && hasUnknown(key, expected);
      const [, least, text = ''] = LEAST.exec(element.textContent) ?? [];
      if (isPart !== (least !== undefined))
        return [fault('number', `Label "${element.textContent}" of "${key}" is no total`)];
      const values = listPossible(key, expected);
      if (text === '' || text === 'no data' || text === '\u2013') return [];
      const wrong = values.map((value) => judgeNumber(text, value, unit));
      if (wrong.includes(undefined)) return [];
      return [
        fault('number', `Label "${text}" of "${key}": ${wrong[0] ?? 'There is no such value'}`),
      ];
    })
    .slice(0, 1);
}

/** Reports whether a part of a total is unknown. */
function hasUnknown(key: string, { places, series }: Expected): boolean {
  const at = places.findIndex((place) => key === `total ${place}`);
  return series.some(({ values }) => typeof values[at] !== 'number');
}

/** Lists the values that a label may write, by its kind and what its key names. */
function listPossible(key: string, { places, series }: Expected): number[] {
  const [word = ''] = key.split(' ');
  const isKnown = (value: number | null | undefined): value is number => typeof value === 'number';
  if (word === 'total') {
    return places.flatMap((place, index) => {
      const parts = series.map(({ values }) => values[index]).filter(isKnown);
      return key.endsWith(place) ? parts.reduce((sum, part) => sum + part, 0) : [];
    });
  }
  const own = series.filter(({ name }) => series.length === 1 || key.includes(name));
  if (word === 'end') return own.map(({ values }) => values.findLast(isKnown)).filter(isKnown);
  if (word === 'side') {
    const isFirst = key.startsWith('side 0');
    return own.map(({ values }) => (isFirst ? values[0] : values.at(-1))).filter(isKnown);
  }
  const at = places.flatMap((place, index) => (key.includes(place) ? [index] : []));
  return own.flatMap(({ values }) => at.map((index) => values[index])).filter(isKnown);
}
