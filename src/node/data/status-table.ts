import type { DatasetState, DatasetStatus } from './status.ts';
import { printable, renderTable, type Paint, type PrintedCell, type Screen } from './table.ts';

/** Writes how all datasets stand. */
export function renderStatus(statuses: readonly DatasetStatus[], screen: Screen): string {
  const { style } = screen;
  const paints: Record<DatasetState, Paint> = {
    fresh: style.green,
    due: style.cyan,
    stale: style.yellow,
    failed: style.red,
    never: style.red,
    broken: style.red,
    'by hand': style.dim,
  };
  const rows = statuses.map((status): PrintedCell[] => [
    { text: status.name, paint: style.bold },
    { text: String(status.rows), isRight: true },
    { text: status.asOf ?? '–' },
    { text: printAge(status.age), isRight: true },
    { text: status.due ?? '–', isRight: true, paint: status.due ? (text) => text : style.dim },
    {
      text: status.state === 'failed' ? 'failed, kept' : status.state,
      paint: paints[status.state],
    },
    { text: status.source },
    { text: status.talks.join(', ') || '–', paint: style.dim },
  ]);
  const heads = ['dataset', 'rows', 'newest', 'age', 'next due', 'state', 'source', 'talks'];
  const failures = statuses.flatMap(({ name, state, failure }) =>
    failure && ['failed', 'never', 'broken'].includes(state)
      ? [`${style.bold(name)}  ${printable(failure)}`]
      : [],
  );
  const states = Object.keys(paints).flatMap((state) => {
    const amount = statuses.filter((status) => status.state === state).length;
    return amount === 0 ? [] : [`${amount} ${state}`];
  });
  const table = renderTable(heads, rows, screen);
  return [
    table,
    ...(failures.length > 0 ? ['', ...failures] : []),
    '',
    `${states.join(', ')}.`,
  ].join('\n');
}

function printAge(days: number | null): string {
  if (days === null) return '–';
  if (days < 1) return 'today';
  return days < 730 ? `${days} day${days === 1 ? '' : 's'}` : `${Math.floor(days / 365)} years`;
}
