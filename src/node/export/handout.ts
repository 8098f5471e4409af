import { html, rawHtml, type Html } from '../../talk/model/html.ts';
import type { Slide, Talk } from '../../talk/model/talk.ts';
import { finishSheets } from './finish.ts';
import { count, type Maker } from './maker.ts';
import { printTalk, STAGES } from './print.ts';
import { cssString, cut, describeTalk, renderSheets } from './sheets.ts';
import { describeSource, listSources, type SourceEntry } from './sources.ts';
import type { Paper, PerPage, Wishes } from './wishes.ts';

interface SheetPlan {
  orientation: 'portrait' | 'landscape';
  columns: number;
  /** Size of a slide on each paper; 1 is its own. */
  part: Record<Paper, number>;
}

const PLANS: Record<PerPage, SheetPlan> = {
  1: { orientation: 'portrait', columns: 1, part: { a4: 0.53, letter: 0.54 } },
  2: { orientation: 'portrait', columns: 1, part: { a4: 0.53, letter: 0.54 } },
  4: { orientation: 'landscape', columns: 2, part: { a4: 0.384, letter: 0.358 } },
  6: { orientation: 'portrait', columns: 2, part: { a4: 0.256, letter: 0.264 } },
};

const COUNT_PAGES = /\/Type \/Page\b/g;

/** Makes a PDF for paper: each slide with its notes beneath, or several slides on a sheet, and the sources at the end. */
export const makeHandout: Maker = async (talk, kit) => {
  const { project, wishes, onProgress, onBrowserDone } = kit;
  const [browser, runtime] = await Promise.all([kit.browser(), kit.runtime()]);
  const { orientation, columns, part } = PLANS[wishes.perPage];
  const css = pageRules(talk, wishes.paper, orientation);
  const render = (frame: (slide: Slide) => Html): Html => renderParts(talk, wishes, frame);
  const sheet = { runtime, kind: 'handout', css, columns, part: part[wishes.paper], render };
  const { pdf, culprits } = await printTalk(browser, talk, {
    root: project.root,
    runtime,
    renderPage: renderSheets(sheet),
    onStage: (stage) => onProgress(stage, STAGES.length, STAGES[stage] ?? 'printing'),
  });
  onBrowserDone();
  const pages = pdf.toString('latin1').match(COUNT_PAGES)?.length ?? 0;
  const files = [{ name: '', bytes: finishSheets(pdf, talk) }];
  return { files, about: count(pages, 'page'), culprits };
};

function pageRules(talk: Talk, paper: Paper, orientation: SheetPlan['orientation']): string {
  const font = `font: 9pt 'IBM Plex Sans'; color: #555`;
  return `@page {
  size: ${paper} ${orientation};
  margin: 14mm 15mm 17mm;
  @bottom-left { content: ${cssString(describeTalk(talk))}; ${font}; white-space: nowrap }
  @bottom-right { content: counter(page) " / " counter(pages); ${font} }
}`;
}

function renderParts(talk: Talk, wishes: Wishes, frame: (slide: Slide) => Html): Html {
  const { perPage, notes, sources } = wishes;
  const sheets =
    perPage === 1
      ? talk.slides.map((slide) => renderOne(slide, frame, notes))
      : cut(talk.slides, perPage).map(
          (slides) => html`<div class="sheet">${slides.map(frame)}</div>\n`,
        );
  const entries = sources ? listSources(talk) : [];
  return html`${sheets}${entries.length > 0 && renderSources(entries)}`;
}

function renderOne(slide: Slide, frame: (slide: Slide) => Html, hasNotes: boolean): Html {
  const notes = hasNotes && slide.notes !== '';
  return html`<div class="sheet has-notes">${frame(slide)}${
    notes && html`<div class="sheet-notes">${rawHtml(slide.notes)}</div>`
  }</div>\n`;
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
