import { countChanges, groupFigures, type FigureGroup } from './changes-table.ts';
import type { RefreshResult } from '../refresh/refresh-result.ts';
import type { Impact } from './impact.ts';
import { countOutcomes, describeResult } from './refresh-summary.ts';
import { printable } from './text-table.ts';

const MAX_ROWS = 100;
const MAX_PLACES = 5;
const MAX_CELL = 120;

/** Writes what a refresh found and what it changes on slides as Markdown, for the text of a pull request. */
export function renderMarkdown(
  results: readonly RefreshResult[],
  { changes, unseen }: Impact,
  isDryRun: boolean,
): string {
  const figures = groupFigures(changes);
  const news =
    figures.length === 0
      ? ['No slide changes.']
      : [countChanges(changes, isDryRun).replace(/:$/, '.'), '', ...renderFigures(figures)];
  const rest = unseen.length === 0 ? [] : ['', `On no slide yet: ${unseen.map(code).join(', ')}.`];
  return [...news, ...rest, '', '## Datasets', '', ...renderDatasets(results)].join('\n');
}

function renderFigures(groups: readonly FigureGroup[]): string[] {
  const rows = groups.flatMap(({ figure, parts, places }) =>
    parts.map(({ part, before, after, problem }) => [
      code(part === '' ? figure : `${figure}: ${part}`),
      code(before || 'nothing'),
      problem === null ? code(after || 'nothing') : `**a problem**: ${code(problem)}`,
      listPlaces(places),
    ]),
  );
  const more = rows.length - MAX_ROWS;
  return [
    ...renderTable(['Figure', 'Before', 'Now', 'On'], rows.slice(0, MAX_ROWS)),
    ...(more > 0 ? ['', `and ${more} more.`] : []),
  ];
}

function listPlaces(places: readonly string[]): string {
  const more = places.length - MAX_PLACES;
  const shown = places.slice(0, MAX_PLACES).map(code).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function renderDatasets(results: readonly RefreshResult[]): string[] {
  if (results.length === 0) return ['No dataset has a source to ask.'];
  const rows = results.map((result) => {
    const { name, outcome, host, failure } = result;
    const about = failure
      ? [failure.message, failure.advice].filter(Boolean).join(' ')
      : describeResult(result);
    return [code(name), outcome, about === '' ? '' : code(about), code(host)];
  });
  return [...renderTable(['Dataset', 'Outcome', '', 'Source'], rows), '', countOutcomes(results)];
}

function renderTable(heads: readonly string[], rows: readonly string[][]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}

/** Writes text from data as code: there no markup, mention or link is read, and a bar ends no cell. */
function code(text: string): string {
  const plain = printable(text).replaceAll(/\s+/g, ' ').replaceAll('`', '\u02cb').trim();
  const cut = plain.length > MAX_CELL ? `${plain.slice(0, MAX_CELL - 1)}…` : plain;
  return `\`${cut.replaceAll('|', '\\|') || ' '}\``;
}
