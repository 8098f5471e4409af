import { directionOf } from '../../talk/html/direction.ts';
import { html, type Html } from '../../talk/html/html.ts';
import { slideSize } from '../../talk/model/slide/aspect.ts';
import type { Slide, Talk } from '../../talk/model/talk.ts';
import { describeLostLinks } from '../print/cut-links.ts';
import { finishSheets } from '../pdf/pdf-finish.ts';
import { type Exporter } from './exporter.ts';
import { printTalk, STAGES } from '../print/print.ts';
import { cssString, cut, describeTalk, renderSheets, type SheetParts } from '../print/sheets.ts';
import { writeOwnRules } from '../pages/script-faces.ts';
import { describeSource, listSources, type SourceEntry } from './talk-sources.ts';
import type { Paper, PerPage, ExportOptions } from './export-options.ts';
import { plural } from '../../talk/text/plural.ts';

interface SheetPlan {
  orientation: 'portrait' | 'landscape';
  columns: number;
  rows: number;
  /** Size of a slide on each paper; 1 is its own. */
  part: Record<Paper, number>;
}

const PLANS: Record<PerPage, SheetPlan> = {
  1: { orientation: 'portrait', columns: 1, rows: 1, part: { a4: 0.53, letter: 0.54 } },
  2: { orientation: 'portrait', columns: 1, rows: 2, part: { a4: 0.53, letter: 0.54 } },
  4: { orientation: 'landscape', columns: 2, rows: 2, part: { a4: 0.384, letter: 0.358 } },
  6: { orientation: 'portrait', columns: 2, rows: 3, part: { a4: 0.256, letter: 0.264 } },
};

/** Millimetres: the short and the long side of each paper, and what its margins leave of either. */
const SIDES: Record<Paper, Record<SheetPlan['orientation'], number>> = {
  a4: { landscape: 210, portrait: 297 },
  letter: { landscape: 215.9, portrait: 279.4 },
};
const MARGINS = { top: 14, bottom: 17, side: 15 };
/** Margin that keeps rounding from making a sheet higher than its page. */
const SLACK = 1;
/** Above this number of slides on a sheet, source lines are too small to read, and only their number is printed. */
const MANY = 4;

const USUAL_HEIGHT = 720;
const COUNT_PAGES = /\/Type \/Page\b/g;

/** Exports a PDF for paper: slides above their notes, as many as a sheet holds, or a number of slides a sheet, and the sources at the end. */
export const makeHandout: Exporter = async (talk, context) => {
  const { project, exportOptions, onProgress, onBrowserDone } = context;
  const [browser, runtime, pictures] = await Promise.all([
    context.browser(),
    context.runtime(),
    context.pictures('paper'),
  ]);
  const { columns, part, ...plan } = PLANS[exportOptions.perPage ?? 1];
  const css = pageRules(talk, exportOptions.paper, plan) + writeOwnRules(talk, project.root);
  const render = (parts: SheetParts): Html => renderParts(talk, exportOptions, parts);
  // Where several stand on a sheet, higher slides are smaller, so that as many fit.
  const { height } = slideSize(talk.meta);
  const share = (exportOptions.perPage ?? 1) === 1 ? 1 : USUAL_HEIGHT / height;
  const sheet = { kind: 'handout', css, columns, part: share * part[exportOptions.paper], render };
  const { pdf, culprits, lostLinks } = await printTalk(browser, talk, {
    look: { dark: false },
    root: project.root,
    reads: project.readsOf(talk.name),
    runtime,
    pictures,
    renderPage: renderSheets(sheet),
    onStage: (stage) => onProgress(stage, STAGES.length, STAGES[stage] ?? 'printing'),
  });
  onBrowserDone();
  const pages = pdf.toString('latin1').match(COUNT_PAGES)?.length ?? 0;
  const files = [{ name: '', bytes: finishSheets(pdf, talk) }];
  const warnings = describeLostLinks(lostLinks);
  return { files, about: plural(pages, 'page'), culprits, warnings };
};

function pageRules(
  talk: Talk,
  paper: Paper,
  { orientation, rows }: Pick<SheetPlan, 'orientation' | 'rows'>,
): string {
  const { top, bottom, side } = MARGINS;
  const font = `font: 9pt 'IBM Plex Sans'; color: #555`;
  const [start, end] =
    directionOf(talk.meta.language) === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const height = SIDES[paper][orientation] - top - bottom - SLACK;
  return `@page {
  size: ${paper} ${orientation};
  margin: ${top}mm ${side}mm ${bottom}mm;
  @bottom-${start} { content: ${cssString(describeTalk(talk))}; ${font}; white-space: nowrap }
  @bottom-${end} { content: counter(page) " / " counter(pages); ${font} }
}
.sheets { --rows: ${rows}; --sheet-height: ${height}mm }`;
}

function renderParts(talk: Talk, exportOptions: ExportOptions, parts: SheetParts): Html {
  const { perPage, notes, sources } = exportOptions;
  const { frame } = parts;
  const renderFull = (size: PerPage): Html[] => {
    const show = (slide: Slide): Html =>
      size < MANY ? frame(slide) : renderNumbered(slide, frame, size > MANY);
    return cut(talk.slides, size).map(
      (slides) => html`<div class="sheet is-full">${slides.map(show)}</div>\n`,
    );
  };
  const kind = perPage === null ? 'sheet has-notes flows' : 'sheet has-notes';
  const sheets =
    perPage === null || perPage === 1
      ? talk.slides.map((slide) => renderOne(slide, parts, { kind, hasNotes: notes }))
      : renderFull(perPage);
  const entries = sources ? listSources(talk) : [];
  return html`${sheets}${entries.length > 0 && renderSources(entries)}`;
}

function renderOne(
  slide: Slide,
  { frame, notes }: SheetParts,
  { kind, hasNotes }: { kind: string; hasNotes: boolean },
): Html {
  const isSpoken = hasNotes && slide.notes !== '';
  return html`<div class="${kind}">${frame(slide)}${
    isSpoken && html`<div class="sheet-notes">${notes(slide)}</div>`
  }</div>\n`;
}

function renderNumbered(slide: Slide, frame: SheetParts['frame'], isTiny: boolean): Html {
  return html`<div class="is-small${isTiny && ' is-tiny'}">${frame(slide)}<div class="sheet-number">${slide.number ?? slide.id}</div></div>`;
}

function renderSources(entries: readonly SourceEntry[]): Html {
  return html`<div class="sheet-sources"><h2>Sources</h2><ul>${entries.map(renderSource)}</ul></div>`;
}

function renderSource(entry: SourceEntry): Html {
  const { name, url, licence } = entry;
  const shown = url === null ? html`<strong>${name}</strong>` : html`<a href="${url}">${name}</a>`;
  return html`<li>${shown}: ${describeSource(entry)}.${licence && ` Licence: ${licence}.`}${
    url !== null && html` <span class="sheet-address">${url}</span>`
  }</li>`;
}
