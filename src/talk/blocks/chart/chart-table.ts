import { markEnglish } from '../../html/direction.ts';
import { html, type Html } from '../../html/html.ts';
import { MISSING, type ChartView } from './chart-view.ts';

/** The texts of a chart's table; the first text of a row is the name of its place. */
export interface ChartTable {
  caption: string;
  heads: string[];
  rows: string[][];
}

/** Converts a chart to table texts. */
export function toChartTable(view: ChartView): ChartTable {
  const { heads, rows } = view.texts ?? { heads: headsOf(view), rows: rowsOf(view) };
  return { caption: captionOf(view), heads, rows };
}

/** Renders a chart as the table under its drawing, in a talk of a language. */
export function renderChartTable(view: ChartView, language: string): Html {
  const english = markEnglish(language);
  const isOwn = (column: number): boolean => !view.texts && column > view.series.length;
  const { caption, heads, rows } = toChartTable(view);
  return html`<table class="chart-data">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${heads.map((head, column) => html`<th scope="col"${isOwn(column) && english}>${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, ...cells]) =>
          html`<tr>
            <th scope="row">${name}</th>
            ${cells.map((cell) => html`<td${cell === MISSING && english}>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Writes a chart as a Markdown table with its caption. */
export function writeChartTable(view: ChartView): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(' | ')} |`;
  const { caption, heads, rows } = toChartTable(view);
  const rule = heads.map((_, index) => (index === 0 ? '---' : '---:'));
  return [caption, '', line(heads), line(rule), ...rows.map(line)].join('\n');
}

function captionOf({ caption, unit, remark, mark, notes, places }: ChartView): string {
  const counted = unit === null || caption.includes(unit) ? caption : `${caption}, ${unit}`;
  const change = mark
    ? `${counted}: ${mark.change} since ${places[mark.from]?.label ?? ''}`
    : counted;
  return [
    change,
    ...(remark === null ? [] : [remark]),
    ...notes.map(({ text, at }) => `${text} (${at})`),
  ].join('; ');
}

function headsOf({ head, series, unit }: ChartView): string[] {
  const names =
    series.length === 1 ? [unit ?? series[0]?.name ?? ''] : series.map((one) => one.name);
  return [head, ...names, ...(hasPast(series) ? ['Before', 'Change'] : [])];
}

function rowsOf({ places, series }: ChartView): string[][] {
  const isCompared = hasPast(series);
  return places.map(({ label }, place) => {
    const points = series.flatMap(({ points }) => points[place] ?? []);
    const past = points[0]?.past ?? null;
    const before = past && (past.date === '' ? past.label : `${past.label} (${past.date})`);
    const compared = isCompared ? [before ?? MISSING, past?.change ?? ''] : [];
    return [label, ...points.map((point) => point.label), ...compared];
  });
}

function hasPast(series: ChartView['series']): boolean {
  return series.length === 1 && series.some(({ points }) => points.some(({ past }) => past));
}

function escapeCell(cell: string): string {
  return cell.replaceAll('|', '\\|');
}
