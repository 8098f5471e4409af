import { createRandom, type Random } from '../fuzz/random.ts';
import type { Row } from '../../src/talk/model/dataset.ts';
import { KINDS, SETTINGS, type Drawing, type Kind, type Setting, type Spec } from './drawing.ts';
import { makeDates, makeNames } from './make-names.ts';
import { makeReleases } from './make-releases.ts';
import { pickValues } from './make-values.ts';

/** Makes the drawing with a number; the same seed makes the same one. Kinds take turns. */
export function makeDrawing(seed: number, index: number): Drawing {
  const random = createRandom(seed * 1_000_003 + index);
  const kind = KINDS[index % KINDS.length] ?? 'bar';
  const body = kind === 'timeline' ? makeReleases(random) : makeChart(random, kind);
  const isArabic = random.chance(0.1);
  return {
    kind,
    ...body,
    unit: random.pick([null, null, 'commits', 'seconds', '%', 'bytes']),
    setting: pickSetting(random, kind),
    language: isArabic ? random.pick(['ar', 'he']) : 'en',
  };
}

/** Settings that leave room for a block whose height does not follow from the slide. */
const ROOMY: readonly Setting[] = ['alone', 'bare', 'figure', 'two-columns'];

function pickSetting(random: Random, kind: Kind): Setting {
  if (random.chance(0.3)) return 'alone';
  return random.pick(kind === 'spark' || kind === 'timeline' ? ROOMY : SETTINGS);
}

type Body = Pick<Drawing, 'spec' | 'rows' | 'key'>;

const ROW_KINDS: readonly Kind[] = ['bar', 'dot'];

function makeChart(random: Random, kind: Kind): Body {
  const isNamed = ROW_KINDS.includes(kind);
  const isDated = kind === 'spark' || kind === 'slope' || (!isNamed && random.chance(0.7));
  const most = kind === 'bar' || kind === 'spark' ? 1 : 12;
  const series = random.chance(0.4) ? 1 : pickCount(random, most);
  const isLong = series > 1 && !isNamed && random.chance(0.5);
  const count = pickCount(random, isLong ? Math.floor(500 / series) : isNamed ? 60 : 500);
  const places = isDated ? makeDates(random, count) : makeNames(random, count);
  const names = makeNames(random, series);
  const make = pickValues(random, { isPositive: kind === 'stacked' });
  const inexact = random.chance(0.25) ? 0.3 : 0;
  const along = isDated ? 'asOf' : 'name';
  const begin = (place: string): Row => ({
    [along]: place,
    ...(random.chance(inexact) ? { exact: false } : {}),
  });
  const rows = isLong
    ? places.flatMap((place) =>
        names.map((name) => ({ ...begin(place), part: name, value: make() })),
      )
    : places.map((place) => {
        const row: Row = begin(place);
        for (const name of series === 1 ? ['value'] : names) row[name] = make();
        return row;
      });
  const y = isLong || series === 1 ? 'value' : names;
  if (kind === 'spark') return { rows, key: null, spec: makeFigure(random) };
  return {
    rows,
    key: isLong && isDated ? 'part' : null,
    spec: {
      type: kind,
      ...(isNamed ? { label: 'name' } : { x: isDated ? 'date' : 'name' }),
      ...(isLong ? { label: 'part' } : {}),
      y,
      ...makeOptions(random, kind),
    },
  };
}

function makeFigure(random: Random): Spec {
  return { value: 'value', chart: random.pick(['column', 'line']), ...pickFormat(random) };
}

function makeOptions(random: Random, kind: Kind): Spec {
  const options: Spec = pickFormat(random);
  if (random.chance(0.2)) options['height'] = 80 + random.below(561);
  if (random.chance(0.2))
    options['title'] = random.pick([
      'Since the start',
      'Of all that was found in every part of the tree over the years',
    ]);
  if (random.chance(0.25) && ['line', 'dot', 'slope'].includes(kind)) options['min'] = 'auto';
  if (random.chance(0.2) && ['bar', 'dot'].includes(kind)) options['sort'] = 'value';
  return options;
}

function pickFormat(random: Random): Spec {
  return random.chance(0.25) ? { format: random.pick(['compact', 'signed', 'percent']) } : {};
}

/** Picks a count from 1 to `most`; small ones are as frequent as large ones. */
function pickCount(random: Random, most: number): number {
  return Math.min(most, Math.floor(Math.exp(random.next() * Math.log(most + 1))));
}
