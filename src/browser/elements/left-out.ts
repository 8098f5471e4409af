import { countNames, MAX_NAMES } from '../../talk/blocks/chart/chart-room.ts';
import type { ChartSpec } from '../../talk/blocks/chart/chart-spec.ts';
import type { ChartView } from '../../talk/blocks/chart/chart-view.ts';
import { viewChart } from '../charts/chart-parts.ts';
import type { DrawnElement } from '../charts/join-marks.ts';
import type { TextMark } from '../charts/scene.ts';
import { store } from '../page/data.ts';

/** What a drawing shows only in part. */
export interface LeftOut {
  shown: number;
  all: number;
  things: string;
}

/** Lists what the drawing of a chart has no room for. */
export function listLeftOut(chart: HTMLElement): LeftOut[] {
  const spec = JSON.parse(chart.dataset['spec'] ?? '{}') as ChartSpec;
  const data = store.get(spec.data);
  const svg = chart.querySelector(':scope > .chart-svg');
  if (!data || !svg) return [];
  const view = viewChart(spec, data);
  const texts = [...svg.querySelectorAll<DrawnElement>('text')];
  const marks = texts.flatMap(({ shown }) => (shown?.mark.kind === 'text' ? [shown.mark] : []));
  const keys = marks.map(({ key }) => key);
  return [...listRest(view, keys), ...listNames(view, keys), ...listCut(view, marks)].filter(
    ({ shown, all }) => shown < all,
  );
}

const LINE = /line \d+ of /;
/** The keys of marks that are words of the author or of the data. */
const WORDS = /(?:^|: )(?:(?:row|place|legend|name|side|after|note) |(?:title|unit|across)$)/;
const ELLIPSIS = '\u2026';

/** Lists the names, titles and notes that are written and cut. */
function listCut(view: ChartView, marks: readonly TextMark[]): LeftOut[] {
  // An author's own ellipsis cuts nothing.
  if (listOwn(view).some((text) => text.includes(ELLIPSIS))) return [];
  const isWhole = new Map<string, boolean>();
  for (const { key, text } of marks) {
    const own = key.replace(LINE, '');
    if (!WORDS.test(own)) continue;
    isWhole.set(own, isWhole.get(own) !== false && !text.includes(ELLIPSIS));
  }
  const shown = [...isWhole.values()].filter(Boolean).length;
  return [{ shown, all: isWhole.size, things: 'names in full' }];
}

function listOwn({ title, unit, head, places, series, facets, notes }: ChartView): string[] {
  const names = [...places.map(({ label }) => label), ...series.map(({ name }) => name)];
  const facetNames = facets?.map(({ name }) => name) ?? [];
  const texts = notes.map(({ text }) => text);
  return [title ?? '', unit ?? '', head, ...names, ...facetNames, ...texts];
}

/** Lists the rows or small charts that a last line counts. */
function listRest(view: ChartView, keys: readonly string[]): LeftOut[] {
  if (!keys.includes('rest')) return [];
  const { facets, places } = view;
  const isHere = (key: string): boolean => keys.includes(key);
  if (!facets)
    return [
      {
        shown: places.filter(({ key }) => isHere(`row ${key}`)).length,
        all: places.length,
        things: 'rows',
      },
    ];
  const shown = facets.filter(({ name }) => isHere(`${name}: title`)).length;
  return [{ shown, all: facets.length, things: 'small charts' }];
}

/** Lists the names below a chart, in the worst of several small ones; the compiler reports those that no slide holds. */
function listNames(view: ChartView, keys: readonly string[]): LeftOut[] {
  const all = countNames(view);
  if (all === 0 || (all > MAX_NAMES && !view.facets)) return [];
  const cells = view.facets?.map(({ name }) => `${name}: `) ?? [''];
  const known = new Set(keys);
  const counts = cells
    .filter((cell) => cell === '' || known.has(`${cell}title`))
    .map((cell) => view.places.filter(({ key }) => known.has(`${cell}place ${key}`)).length);
  return [{ shown: Math.min(...counts), all, things: 'names below it' }];
}
