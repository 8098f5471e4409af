import type { RefreshResult } from './dataset.ts';
import type { FailureKind } from './failure.ts';
import type { Change } from './impact.ts';
import { printable, renderTable, type Paint, type PrintedCell, type Screen } from './table.ts';

const MOST_CHANGES = 20;
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
  recipe: 'broken recipe',
  file: 'broken file',
};

/** Writes what became of each dataset, and why where it was kept. */
export function renderResults(results: readonly RefreshResult[], screen: Screen): string {
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
    { text: result.host, paint: style.dim },
    { text: describeResult(result) },
  ]);
  const table = renderTable(['outcome', 'dataset', 'source', ''], rows, screen);
  const reasons = renderReasons(results, screen);
  const blank = reasons.length > 0 ? [''] : [];
  return [table, ...blank, ...reasons, '', countOutcomes(results)].join('\n');
}

/** Says why rows were kept, each reason once with all its datasets. */
function renderReasons(results: readonly RefreshResult[], { style }: Screen): string[] {
  const reasons = new Map<string, { names: string[]; advice: string }>();
  for (const { name, failure } of results) {
    if (!failure) continue;
    const { names } = reasons.get(failure.message) ?? { names: [] };
    reasons.set(failure.message, { names: [...names, name], advice: failure.advice });
  }
  return [...reasons].flatMap(([message, { names, advice }]) => [
    `${style.bold(names.join(', '))}  ${printable(message)}`,
    `  ${style.dim(printable(advice))}`,
  ]);
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
  return `${parts.join(', ') || 'Nothing to refresh'}.`;
}

/** Writes what changes on slides, each figure with its old and new value. */
export function renderChanges(
  changes: readonly Change[],
  isDryRun: boolean,
  screen: Screen,
): string {
  const figures = groupFigures(changes);
  if (figures.length === 0) return 'No slide changes.';
  const slides = new Set(changes.map(({ talk, slide }) => `${talk} ${slide}`)).size;
  const talks = new Set(changes.map(({ talk }) => talk)).size;
  const verb = isDryRun ? 'would change' : 'change';
  const head = `${count(distinct(changes), 'figure')} on ${count(slides, 'slide')} in ${count(talks, 'talk')} ${verb}:`;
  const rows = figures.slice(0, MOST_CHANGES).map((figure): PrintedCell[] => {
    const [first] = figure;
    const places = [...new Set(figure.map(({ talk, slide }) => `${talk}/#/${slide}`))];
    return [
      { text: first?.what ?? '' },
      { text: first?.before || 'nothing', paint: screen.style.dim, isRight: true },
      { text: '→' },
      first?.problem
        ? { text: 'a problem', paint: screen.style.red }
        : { text: first?.after || 'nothing', paint: screen.style.bold },
      { text: places.join(', '), paint: screen.style.dim },
    ];
  });
  const more = figures.length - rows.length;
  const problems = new Set(changes.flatMap(({ problem }) => problem ?? []));
  return [
    head,
    '',
    renderTable([], rows, screen),
    ...(more > 0 ? [screen.style.dim(`and ${more} more`)] : []),
    ...(problems.size > 0 ? ['', ...[...problems].map(printable)] : []),
  ].join('\n');
}

/** Puts together what is the same figure with the same old and new value. */
function groupFigures(changes: readonly Change[]): Change[][] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const name = JSON.stringify([change.id, change.before, change.after]);
    groups.set(name, [...(groups.get(name) ?? []), change]);
  }
  return [...groups.values()];
}

/** Counts the figures that change, each once wherever it is shown. */
export function distinct(changes: readonly Change[]): number {
  return new Set(changes.map(({ id }) => id)).size;
}

function describeResult({ outcome, added, corrected, note, failure }: RefreshResult): string {
  if (failure) return KIND_WORDS[failure.kind];
  if (outcome !== 'new') return note ?? '';
  const parts = [
    added > 0 ? count(added, 'row') : '',
    corrected > 0 ? `${count(corrected, 'row')} corrected` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
