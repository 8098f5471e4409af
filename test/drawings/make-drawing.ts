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
  const body = makeBody(random, kind);
  const isArabic = random.chance(0.1);
  return {
    kind,
    ...body,
    unit: random.pick([null, null, 'commits', 'seconds', '%', 'bytes']),
    setting: pickSetting(random, kind),
    language: isArabic ? random.pick(['ar', 'he']) : 'en',
  };
}

/** Settings that leave room for a figure, whose height does not follow from the slide. */
const ROOMY: readonly Setting[] = ['alone', 'bare', 'figure', 'two-columns'];
/** A timeline is as wide as its slide; in a column `check` reports what overflows. */
const WIDE: readonly Setting[] = ['alone', 'bare', 'figure'];

function pickSetting(random: Random, kind: Kind): Setting {
  if (random.chance(0.3)) return 'alone';
  if (kind === 'timeline') return random.pick(WIDE);
  return random.pick(kind === 'spark' ? ROOMY : SETTINGS);
}

type Body = Pick<Drawing, 'spec' | 'rows' | 'key'>;

function makeBody(random: Random, kind: Kind): Body {
  if (kind === 'timeline') return makeReleases(random);
  const { spec, ...body } =
    kind === 'scatter'
      ? makeScatter(random)
      : kind === 'range'
        ? makeRange(random)
        : makeChart(random, kind);
  if (kind === 'spark') return { ...body, spec: { ...spec, ...pickFormat(random) } };
  const options = makeOptions(random, kind);
  const notes = makeNotes(random, kind, { ...body, spec });
  return { ...body, spec: { ...spec, ...options, ...notes } };
}

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
  const isParts = kind === 'stacked' || kind === 'percent';
  const make = pickValues(random, { isPositive: isParts, isWhole: kind === 'percent' });
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
  if (kind === 'spark') {
    const chart = random.pick(['column', 'line']);
    return { rows, key: null, spec: { value: 'value', chart } };
  }
  return {
    rows,
    key: isLong && isDated ? 'part' : null,
    spec: {
      type: kind,
      ...(isNamed ? { label: 'name' } : { x: isDated ? 'date' : 'name' }),
      ...(isLong ? { label: 'part' } : {}),
      y,
    },
  };
}

function makeOptions(random: Random, kind: Kind): Spec {
  const options: Spec = kind === 'percent' ? {} : pickFormat(random);
  if (random.chance(0.2)) options['height'] = 80 + random.below(561);
  if (random.chance(0.2))
    options['title'] = random.pick([
      'Since the start',
      'Of all that was found in every part of the tree over the years',
    ]);
  if (random.chance(0.25) && ['line', 'dot', 'slope', 'range', 'scatter'].includes(kind))
    options['min'] = 'auto';
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

/** Makes points between two axes, some of them in groups. */
function makeScatter(random: Random): Body {
  const names = makeNames(random, pickCount(random, 500));
  const [x, y] = [pickValues(random), pickValues(random)];
  const groups = makeNames(random, 1 + random.below(6));
  const hasGroups = random.chance(0.5);
  const rows = names.map((name): Row => {
    const group = hasGroups ? { group: random.pick(groups) } : {};
    return { name, size: x(), value: y(), ...group };
  });
  const group = hasGroups ? { group: 'group' } : {};
  return { rows, key: 'name', spec: { type: 'scatter', x: 'size', y: 'value', ...group } };
}

/** Makes ranges of names or dates, some with a value between their ends. */
function makeRange(random: Random): Body {
  const isDated = random.chance(0.5);
  const count = pickCount(random, isDated ? 120 : 40);
  const places = isDated ? makeDates(random, count) : makeNames(random, count);
  const make = pickValues(random);
  const rows = places.map((place): Row => {
    const values = [make(), make(), make()].sort((a, b) => (a ?? 0) - (b ?? 0));
    const [least, time, most] = values.includes(null) ? [null, null, null] : values;
    return { [isDated ? 'asOf' : 'name']: place, least, time, most };
  }) as Row[];
  const between = random.chance(0.5) ? { y: 'time' } : {};
  const x = isDated ? 'date' : 'name';
  return { rows, key: null, spec: { type: 'range', x, low: 'least', high: 'most', ...between } };
}

const NOTED: readonly Kind[] = ['line', 'area', 'column', 'scatter', 'bar', 'dot', 'stacked'];

/** Makes a note at a value that is drawn, now and then. */
function makeNotes(random: Random, kind: Kind, { rows, spec }: Body): Spec {
  if (!NOTED.includes(kind) || random.chance(0.85)) return {};
  const [column = ''] = [spec.y ?? []].flat();
  const values = rows.flatMap((row) => (typeof row[column] === 'number' ? [row[column]] : []));
  if (values.length === 0) return {};
  const text = random.pick([
    'limit',
    'room of the old server',
    'what was agreed on by all of them',
  ]);
  return { annotate: [{ value: random.pick(values), text }] };
}
