import { isPartialDate, startOf } from '../../talk/data/date.ts';
import { listRoots } from '../../talk/data/value/root.ts';
import type { Dataset, IsoDate } from '../../talk/model/dataset.ts';
import { store } from '../page/data.ts';
import { openDay } from './day-data.ts';
import { findRoots, type SlideClock, type SlideState } from './slide-state.ts';

/** The days at which what a slide shows changes, and how much of it does. */
export interface SlideMoments {
  /** The earliest first, that of the page at the end. */
  days: IsoDate[];
  /** Numbers of figures on the slide: values and blocks, and those of them that move. */
  figures: number;
  moving: number;
}

/** More days than this are thinned to the last one of each month, quarter or year. */
const MAX_DAYS = 160;
const COARSER: readonly ((day: IsoDate) => string)[] = [
  (day) => day.slice(0, 7),
  (day) => `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
  (day) => day.slice(0, 4),
];

/** Finds the days at which a slide changes, up to the day of the page. */
export function findMoments(section: HTMLElement, clock: SlideClock): SlideMoments {
  // As the days before it, with which it is compared.
  const own = clock.compute(section, openDay(store.asOf, store));
  const kinds = [...own.blocks.values()].map(({ kind }) => kind);
  const figures = kinds.length + own.values.length + (clock.find(section)?.still?.length ?? 0);
  const moving =
    kinds.filter((kind) => kind !== 'still').length + own.values.length - own.stillValues;
  const days: IsoDate[] = [];
  let last = '';
  for (const day of thin(listDates(section, clock))) {
    const state = clock.compute(section, openDay(day, store));
    const shown = describe(state);
    if (shown !== last && !isEmpty(state)) days.push(day);
    last = shown;
  }
  const isOwn = last === describe(own);
  return { days: [...(isOwn ? days.slice(0, -1) : days), store.asOf], figures, moving };
}

/** Lists all dates in the datasets of a slide before that of the page. */
function listDates(section: HTMLElement, clock: SlideClock): IsoDate[] {
  const slide = clock.find(section);
  const ofBlocks = Object.values(slide?.blocks ?? {}).flatMap(({ datasets, texts = [] }) => [
    ...datasets,
    ...listRoots(texts),
  ]);
  const values = section.querySelectorAll<HTMLElement>('rostrum-value:not(.notes *)');
  const ofValues = findRoots([...values].map(({ dataset }) => dataset['expr'] ?? ''));
  const found = new Set<IsoDate>();
  for (const name of new Set([...ofBlocks, ...ofValues])) {
    const dataset = store.getDataset(name);
    if (dataset) collectDates(pickDated(dataset), found);
  }
  return [...found].filter((day) => day < store.asOf).sort();
}

function pickDated({ rows, editions }: Dataset): unknown {
  return [rows, editions];
}

function collectDates(value: unknown, found: Set<IsoDate>): void {
  if (isPartialDate(value)) found.add(startOf(value));
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collectDates(part, found);
}

function thin(days: readonly IsoDate[]): readonly IsoDate[] {
  let kept = days;
  for (const toPeriod of COARSER) {
    if (kept.length <= MAX_DAYS) break;
    kept = [...new Map(days.map((day) => [toPeriod(day), day])).values()];
  }
  return kept;
}

/** Writes down what can be seen of a state. */
function describe({ blocks, values }: SlideState): string {
  const seen = [...blocks.values()].map((block) =>
    block.kind === 'compiled' ? block.output.html : block.kind,
  );
  return JSON.stringify([seen, values]);
}

/** Reports whether nothing on a slide has data. */
function isEmpty({ blocks, values }: SlideState): boolean {
  const hasBlock = [...blocks.values()].some(({ kind }) => kind === 'compiled' || kind === 'drawn');
  return !hasBlock && values.every((value) => value === null);
}
