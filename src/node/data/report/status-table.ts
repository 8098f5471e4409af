import { isTimed } from '../../../talk/data/date.ts';
import type { PartialDate } from '../../../talk/model/dataset.ts';
import { renderReasons, type Reason } from './failure-reasons.ts';
import type { DatasetState } from './dataset-state.ts';
import type { DatasetStatus } from './status.ts';
import {
  renderTable,
  renderWords,
  tableWidth,
  type Paint,
  type PrintedCell,
  type Screen,
} from './text-table.ts';

const DETAIL_INDENT = '      ';
const HEADS = ['dataset', 'rows', 'newest', 'age', 'next due', 'state'];
const DETAIL_HEADS = ['source', 'talks'];

/** Writes how all datasets stand: a line each, or two where the screen is too narrow for one. */
export function renderStatus(statuses: readonly DatasetStatus[], screen: Screen): string {
  if (statuses.length === 0)
    return 'There is no dataset yet: it is a JSON file in data/ with a title, sources and rows.';
  const paints = paintStates(screen);
  const whole = statuses.map((status) => [
    ...figureCells(status, paints, screen),
    ...detailCells(status, screen),
  ]);
  const isWide = tableWidth([...HEADS, ...DETAIL_HEADS], whole) <= screen.columns;
  const table = isWide
    ? renderTable([...HEADS, ...DETAIL_HEADS], whole, screen)
    : renderInPairs(statuses, paints, screen);
  const reasons = renderReasons(listReasons(statuses), screen);
  return [table, ...reasons, '', countStates(statuses, paints)].join('\n');
}

/** Writes below the figures of each dataset their source and the talks that show them; nothing is cut short. */
function renderInPairs(
  statuses: readonly DatasetStatus[],
  paints: Record<DatasetState, Paint>,
  screen: Screen,
): string {
  const rows = statuses.map((status) => figureCells(status, paints, screen));
  const [head = '', ...lines] = renderTable(HEADS, rows, screen).split('\n');
  const details = statuses.map(({ source, talks }) => {
    const words = [source, ...(talks.length > 0 ? [`in ${talks.join(', ')}`] : [])].join(' · ');
    return renderWords(words, DETAIL_INDENT, screen).map(screen.style.dim);
  });
  return [head, ...lines.flatMap((line, index) => [line, ...(details[index] ?? [])])].join('\n');
}

function figureCells(
  { name, rows, asOf, age, due, state }: DatasetStatus,
  paints: Record<DatasetState, Paint>,
  { style }: Screen,
): PrintedCell[] {
  return [
    { text: name, paint: style.bold },
    { text: String(rows), isRight: true },
    { text: printDay(asOf) },
    { text: printAge(age, asOf), isRight: true },
    { text: printDay(due), paint: due ? (text) => text : style.dim },
    { text: nameState(state), paint: paints[state] },
  ];
}

function detailCells({ source, talks }: DatasetStatus, { style }: Screen): PrintedCell[] {
  return [{ text: source }, { text: talks.join(', ') || '–', paint: style.dim }];
}

function paintStates({ style }: Screen): Record<DatasetState, Paint> {
  return {
    fresh: style.green,
    due: style.cyan,
    stale: style.yellow,
    failed: style.red,
    never: style.red,
    broken: style.red,
    unknown: style.yellow,
    'by hand': style.dim,
  };
}

function listReasons(statuses: readonly DatasetStatus[]): Reason[] {
  return statuses.flatMap(({ name, state, failure, advice, differences }) => [
    ...(failure && ['failed', 'never', 'broken'].includes(state)
      ? [{ name, message: failure, advice: advice ?? '' }]
      : []),
    ...listDifferent(name, differences),
  ]);
}

/** Lists the first differences of a dataset; `--json` has all of them. */
function listDifferent(name: string, differences: readonly string[]): Reason[] {
  const rest = differences.length - SHOWN_DIFFERENCES;
  const more = rest > 0 ? [`and ${rest} more; --json prints them`] : [];
  const lines = [...differences.slice(0, SHOWN_DIFFERENCES), ...more];
  return lines.map((message) => ({ name, message: `${message}.`, advice: DIFFERENCE_ADVICE }));
}

const SHOWN_DIFFERENCES = 5;
const DIFFERENCE_ADVICE =
  'What is shown stays: "prefer" orders sources, "pinned" and "retired" settle a row by hand.';

function countStates(
  statuses: readonly DatasetStatus[],
  paints: Record<DatasetState, Paint>,
): string {
  const counts = (Object.keys(paints) as DatasetState[]).flatMap((state) => {
    const amount = statuses.filter((status) => status.state === state).length;
    return amount === 0 ? [] : [`${amount} ${nameState(state)}`];
  });
  return counts.join(' · ');
}

function nameState(state: DatasetState): string {
  return state === 'failed' ? 'failed, kept' : state;
}

/** Writes a date as files have it, without its seconds and its offset. */
function printDay(date: PartialDate | null): string {
  return date?.slice(0, 16).replace('T', ' ') ?? '–';
}

function printAge(days: number | null, asOf: PartialDate | null): string {
  if (days === null || asOf === null) return '–';
  if (days >= 730) return `${Math.floor(days / 365)} y`;
  if (days >= 1) return `${Math.floor(days)} d`;
  if (!isTimed(asOf)) return 'today';
  return days * 24 >= 1 ? `${Math.floor(days * 24)} h` : `${Math.floor(days * 1440)} min`;
}
