import { markEnglish } from '../../html/direction.ts';
import { html, type Html } from '../../html/html.ts';
import { renderChartTable } from '../chart/chart-table.ts';
import type { FigureView } from './figure-view.ts';

/** Prefixes of numbers whose letters reach below the line. */
const DESCENDS = /[p\u00b5\u03bc]/;

/** Renders a figure; its series is a table until it is drawn. */
export function renderFigure(view: FigureView, language: string): Html {
  const { value, unit, label, past, change, period, note, chart } = view;
  const digits = value.length + (unit === null ? 0 : unit.length * 0.4);
  return html`<div class="figure-words">
      <p class="figure-value" style="--digits: ${digits}">
        <span>${value}</span>${unit !== null && html` <span class="figure-unit">${unit}</span>`}
      </p>
      <p class="figure-label${DESCENDS.test(value) ? ' below-descender' : ''}">${label}</p>
      ${
        past !== null &&
        html`<p class="figure-past"${markEnglish(language)}>
          ${past}${change !== null && html` <span class="figure-change">${change}</span>`}${period !== null && html` <span class="figure-period">${period}</span>`}
        </p>`
      }
      ${note !== null && html`<p class="figure-note">${note}</p>`}
    </div>
    ${chart && html`<div class="figure-chart">${renderChartTable(chart, language)}</div>`}`;
}

/** Writes a figure as a line of Markdown. */
export function writeFigure({
  value,
  unit,
  label,
  past,
  change,
  period,
  note,
}: FigureView): string {
  const number = `**${unit === null ? value : `${value} ${unit}`}** ${label}`;
  const growth = change === null ? '' : `, ${change}`;
  const shown = period === null ? '' : ` (${period})`;
  const compared = past === null ? number : `${number}, ${past}${growth}${shown}`;
  return note === null ? compared : `${compared}\n\n${note}`;
}
