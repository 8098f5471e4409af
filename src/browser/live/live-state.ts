import { ageOf, isTimed, printDate } from '../../talk/data/date.ts';
import type { DatasetView, IsoDate } from '../../talk/model/dataset.ts';
import type { LiveBlock } from '../../talk/model/live-shape.ts';

/** The state of a dataset's source. */
export type FeedHealth = 'waiting' | 'healthy' | 'lost';

/** The state of a block's data: `lost` keeps the last value, `stale` is older than it should be. */
export type BlockState = 'live' | 'as-of' | 'stale' | 'lost';

/** A block's state and its text. */
export interface BlockMark {
  state: BlockState;
  note: string;
  /** How old the data are, in a word or two; absent where the note says it. */
  age?: string;
}

/** The facts that determine the state of a dataset. */
export interface FeedFacts {
  health: FeedHealth;
  view: DatasetView | undefined;
  /** Milliseconds until it is stale; undefined for no limit. */
  staleAfter: number | undefined;
  isFrozen: boolean;
  today: IsoDate;
  /** Milliseconds since the source answered; null when it has not. */
  silence: number | null;
  /** Milliseconds since 1970. */
  now: number;
}

const WORST: readonly BlockState[] = ['lost', 'stale', 'as-of', 'live'];

/** Returns the state of a dataset. */
export function markDataset(facts: FeedFacts): BlockMark {
  const { health, view, isFrozen } = facts;
  const date = view?.asOf ? `as of ${printDate(view.asOf)}` : '';
  const withDate = (word: string): string => (date === '' ? word : `${word}, ${date}`);
  if (isFrozen) return { state: 'as-of', note: date };
  if (health === 'lost') return { state: 'lost', note: withDate('source lost') };
  if (isStale(facts)) return { state: 'stale', note: withDate('stale') };
  if (health === 'waiting') return { state: 'as-of', note: date };
  return { state: 'live', note: withDate('live'), age: printAge(facts) };
}

/** Returns the age of the newest row; of data without dates, the age of the last answer. */
function printAge(facts: FeedFacts): string {
  const { view, silence } = facts;
  if (!view?.asOf) return printMinutes(silence ?? 0);
  const age = ageOf(view.asOf, facts);
  const days = Math.floor(age / DAY_MS);
  if (isTimed(view.asOf) && days < 2) return printMinutes(age);
  if (days < 1) return 'today';
  return days < TWO_YEARS ? `${days} d old` : `${Math.floor(days / 365)} y old`;
}

function printMinutes(time: number): string {
  const minutes = Math.floor(time / MINUTE_MS);
  if (minutes < 1) return 'now';
  return minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`;
}

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const TWO_YEARS = 730;

/** Returns the state of a block: the worst of its datasets. */
export function worstMark(marks: readonly BlockMark[]): BlockMark | null {
  const [worst = null] = WORST.flatMap((state) => marks.find((one) => one.state === state) ?? []);
  return worst;
}

/** Writes the states to the blocks of a page, for the stylesheet. */
export function writeMarks(
  document: Document,
  blocks: Readonly<Record<string, LiveBlock>>,
  markOf: (dataset: string) => BlockMark | null,
): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-block]')) {
    const block = blocks[element.dataset['block'] ?? ''];
    const mark = worstMark(block?.datasets.flatMap((name) => markOf(name) ?? []) ?? []);
    if (mark) writeMark(element, mark);
  }
}

/** Writes a state to an element, where it changed. */
export function writeMark({ dataset }: HTMLElement, { state, note, age = '' }: BlockMark): void {
  if (dataset['live'] !== state) dataset['live'] = state;
  if (dataset['liveNote'] !== note) dataset['liveNote'] = note;
  if (dataset['liveAge'] !== age) dataset['liveAge'] = age;
}

function isStale({ view, staleAfter, ...clock }: FeedFacts): boolean {
  return staleAfter !== undefined && !!view?.asOf && ageOf(view.asOf, clock) > staleAfter;
}
