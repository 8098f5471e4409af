import { createRandom, type Random } from '../fuzz/random.ts';
import type { Row } from '../../src/talk/model/dataset.ts';
import { KINDS, SETTINGS, type Body, type Drawing, type Kind, type Setting } from './drawing.ts';
import { addDuplicate } from './duplicates.ts';
import { makeFacets, makeHeatmap, makeHistogram } from './make-counts.ts';
import { makeDates, makeNames } from './make-names.ts';
import { makeNotes, makeOptions, pickFormat } from './make-options.ts';
import { makeKernelReleases, makeReleases } from './make-releases.ts';
import { pickValues } from './make-values.ts';
import { pickCount } from './pick-count.ts';

/** Makes the drawing with a number; the same seed makes the same one. Kinds take turns. */
export function makeDrawing(seed: number, index: number): Drawing {
  const random = createRandom(seed * 1_000_003 + index);
  const kind = KINDS[index % KINDS.length] ?? 'bar';
  const made = makeBody(random, kind);
  const body = { ...made, rows: addDuplicate(random, kind, made.rows) };
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
function pickSetting(random: Random, kind: Kind): Setting {
  if (random.chance(0.3)) return 'alone';
  return random.pick(kind === 'spark' ? ROOMY : SETTINGS);
}

function makeBody(random: Random, kind: Kind): Body {
  if (kind === 'timeline') return makeReleases(random);
  if (kind === 'kernel-timeline') return makeKernelReleases(random);
  const make = MAKERS[kind];
  const { spec, ...body } = make ? make(random) : makeChart(random, kind);
  if (kind === 'spark') return { ...body, spec: { ...spec, ...pickFormat(random) } };
  const options = makeOptions(random, kind, { ...body, spec });
  const notes = makeNotes(random, kind, { ...body, spec });
  return { ...body, spec: { ...spec, ...options, ...notes } };
}

/** Kinds whose rows differ from those of other charts. */
const MAKERS: Partial<Record<Kind, (random: Random) => Body>> = {
  scatter: makeScatter,
  range: makeRange,
  histogram: makeHistogram,
  heatmap: makeHeatmap,
  facets: makeFacets,
};

const ROW_KINDS: readonly Kind[] = ['bar', 'dot'];

function makeChart(random: Random, kind: Kind): Body {
  const isNamed = ROW_KINDS.includes(kind);
  const isDated = kind === 'spark' || kind === 'slope' || (!isNamed && random.chance(0.7));
  const most = kind === 'bar' || kind === 'spark' ? 1 : 12;
  const parts = random.chance(0.4) ? 1 : pickCount(random, most);
  // A whole has several parts.
  const series = kind === 'percent' ? Math.max(2, parts) : parts;
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
    const ago = random.chance(0.5) ? { ago: '1y' } : {};
    return { rows, key: null, spec: { value: 'value', chart, ...ago } };
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
