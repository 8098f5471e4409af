import type { RefreshResult } from '../refresh/refresh-result.ts';
import type { FailureKind } from '../refresh/failure.ts';
import type { Change } from './compare-figures.ts';
import { renderReasons, type Reason } from './failure-reasons.ts';
import {
  renderTable,
  tableWidth,
  type Paint,
  type PrintedCell,
  type Screen,
} from './text-table.ts';
import { plural } from '../../../talk/text/plural.ts';

const KIND_WORDS: Record<FailureKind, string> = {
  network: 'not reached',
  timeout: 'timed out',
  http: 'refused by the server',
  limited: 'asked too often',
  challenge: 'challenge page',
  redirect: 'sent elsewhere',
  size: 'too large',
  shape: 'unexpected shape',
  sense: 'makes no sense',
  clock: 'clocks disagree',
  needs: 'not set up',
  clone: 'no clone',
  local: 'not read',
  recipe: 'broken recipe',
  file: 'broken file',
};

/** Writes what became of each dataset, and why where it was kept. */
export function renderResults(results: readonly RefreshResult[], screen: Screen): string {
  if (results.length === 0) {
    return 'No dataset has a source to ask: a recipe data/NAME.ts with "refresh" gives it one.';
  }
  const { style } = screen;
  const paints: Record<RefreshResult['outcome'], Paint> = {
    new: style.green,
    unchanged: style.dim,
    kept: style.yellow,
    never: style.red,
  };
  const rows = results.map((result): PrintedCell[] => [
    { text: result.outcome, paint: paints[result.outcome] },
    { text: result.name, paint: style.bold },
    { text: describeResult(result) },
    { text: result.host, paint: style.dim },
  ]);
  const heads = ['outcome', 'dataset', '', 'source'];
  // Where there is no room, sources are what can be done without: they were named while they were asked.
  const table =
    tableWidth(heads, rows) <= screen.columns
      ? renderTable(heads, rows, screen)
      : renderTable(
          heads.slice(0, -1),
          rows.map((cells) => cells.slice(0, -1)),
          screen,
        );
  const reasons = renderReasons(listReasons(results), screen);
  return [table, ...reasons, '', countOutcomes(results)].join('\n');
}

function listReasons(results: readonly RefreshResult[]): Reason[] {
  return results.flatMap(({ name, failure }) =>
    failure ? [{ name, message: failure.message, advice: failure.advice }] : [],
  );
}

/** Writes what became of each dataset, and what changes on slides, as JSON. */
export function toJson(
  results: readonly RefreshResult[],
  changes: readonly Change[],
  isDryRun: boolean,
): string {
  const datasets = results.map(
    ({ name, file, host, outcome, added, corrected, failure, note }) => ({
      name,
      file,
      source: host,
      outcome,
      added,
      corrected,
      why: failure && { kind: failure.kind, message: failure.message, advice: failure.advice },
      note,
    }),
  );
  return JSON.stringify({ dryRun: isDryRun, datasets, changes }, null, 2);
}

/** Counts outcomes in words: "2 new, 5 unchanged, 1 kept". */
export function countOutcomes(results: readonly RefreshResult[]): string {
  const parts = (['new', 'unchanged', 'kept', 'never'] as const).flatMap((outcome) => {
    const amount = results.filter((result) => result.outcome === outcome).length;
    return amount === 0 ? [] : [`${amount} ${outcome}`];
  });
  return `${parts.join(', ')}.`;
}

/** Says in a few words what became of a dataset. */
export function describeResult(result: RefreshResult): string {
  const { outcome, added, corrected, isEdition, note, failure } = result;
  if (failure) return KIND_WORDS[failure.kind];
  if (outcome !== 'new') return note ?? '';
  const parts = [
    added > 0 ? `${plural(added, 'row')}${isEdition ? ', a new edition' : ''}` : '',
    corrected > 0 ? `${plural(corrected, 'row')} corrected` : '',
    note ?? '',
  ];
  return parts.filter(Boolean).join(', ');
}
