import type { FigureChange, SlideDiff, TalkDiff, WordRun } from '../../talk/diff/slide-change.ts';
import { html, rawHtml, type Html } from '../../talk/html/html.ts';

/** Lists figures in sentences or alone on a slide; cells of tables are listed with their slides. */
const HEADLINES = ['text', 'figure'];
/** More rows than this are folded away. */
const MAX_ROWS = 6;

/** Writes the list of all figures that differ, each with the slide that shows it. */
export function renderFigures(
  { slides }: TalkDiff,
  [first, second]: [string, string],
): Html | null {
  const rows = slides.flatMap(({ figures, after }) =>
    figures
      .filter(({ source }) => HEADLINES.includes(source))
      .map((figure) => ({ figure, slide: after })),
  );
  if (rows.length === 0) return null;
  const lines = rows.map(
    ({ figure, slide }) => html`<tr>
<th scope="row">${figure.label}</th><td>${figure.before}</td><td><b>${figure.after}</b></td>
<td><a href="#slide-${slide?.id}">${slide?.title || slide?.id}</a></td>
</tr>`,
  );
  return html`<section class="diff-part" id="figures">
<h2>Figures</h2>
<table class="diff-table">
<thead><tr><th scope="col">Figure</th><th scope="col">${first}</th><th scope="col">${second}</th><th scope="col">Slide</th></tr></thead>
<tbody>${lines}</tbody>
</table>
</section>`;
}

/** Writes the differences of one slide: figures, then settings, then words. */
export function renderChanges({ figures, settings, words, hasNewNotes }: SlideDiff): Html {
  const rows = [
    ...figures.map(renderFigure),
    ...settings.map(({ name, before, after }) =>
      renderTurn(name, before || 'none', after || 'none'),
    ),
    ...words.map(renderWords),
    ...(hasNewNotes ? [html`<li>Speaker notes differ</li>`] : []),
  ];
  const folded = rows.slice(MAX_ROWS);
  return html`<ul class="diff-changes">${rows.slice(0, MAX_ROWS)}</ul>
${
  folded.length > 0
    ? html`<details class="diff-more"><summary>${folded.length} more</summary><ul class="diff-changes">${folded}</ul></details>`
    : null
}`;
}

function renderFigure({ label, before, after }: FigureChange): Html {
  if (before === null) return html`<li><span>${label}</span> <ins>${after || 'new'}</ins></li>`;
  if (after === null) return html`<li><span>${label}</span> <del>${before || 'gone'}</del></li>`;
  return renderTurn(label, before || 'none', after || 'none');
}

function renderTurn(label: string, before: string, after: string): Html {
  return html`<li><span>${label}</span> <i>${before}</i>${arrow('diff-to')}<b>${after}</b></li>`;
}

/** Draws an arrow, which few faces have. */
export function arrow(name: string): Html {
  return html`<svg class="${name}" viewBox="0 0 16 12" fill="none" role="img" aria-label="became">${ARROW}</svg>`;
}

const ARROW = rawHtml('<path d="M0 6h14.5M9.5 1l5 5-5 5"/>');
const BULLET = /^[-*>] ?/;

function renderWords(line: readonly WordRun[]): Html {
  const [first, ...rest] = line;
  const runs =
    first?.kind === 'same' ? [{ ...first, text: first.text.replace(BULLET, '') }, ...rest] : line;
  return html`<li>${runs.map(renderRun)}</li>`;
}

function renderRun({ kind, text }: WordRun): Html {
  if (kind === 'gone') return html`<del>${text}</del> `;
  return kind === 'added' ? html`<ins>${text}</ins> ` : html`${text} `;
}
