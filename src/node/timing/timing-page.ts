import { html, rawHtml, type Html } from '../../talk/html/html.ts';
import { plural } from '../../talk/text/plural.ts';
import { printTime } from '../../talk/text/duration.ts';
import { findCuts } from '../../talk/timing/cuts.ts';
import type { SectionTiming, SlideTiming, TalkTiming } from '../../talk/timing/timing.ts';
import { bundlePage } from '../diff/page-bundle.ts';
import { writePage } from '../diff/write-page.ts';
import { renderDocument } from '../pages/document.ts';
import { dropUnusedFaces } from '../pages/faces.ts';
import { MODE_SCRIPT, renderModeScript } from '../pages/index/index-head.ts';
import {
  listCuts,
  listRuns,
  listUntimed,
  MIN_DIFFERENCE,
  printClockTime,
  printDay,
  printDifference,
} from './timing-report.ts';

const ENTRY = 'browser/timing/timing.ts';

/** Writes one page with a talk's plan beside its rehearsals, complete in itself. */
export async function writeTimingPage(file: string, timing: TalkTiming): Promise<void> {
  const { style } = await bundlePage(ENTRY, [], { blocks: {} });
  const page = renderTimingPage(timing, style);
  writePage(file, page);
}

/** Renders the page; `style` is its stylesheet. */
export function renderTimingPage(timing: TalkTiming, style: string): string {
  const content = renderBody(timing);
  return renderDocument({
    title: `Timing of ${timing.title}`,
    description: null,
    language: 'en',
    theme: 'rostrum',
    links: { icon: 'data:,', styles: [], scripts: [], preloads: [] },
    policy: { scripts: [MODE_SCRIPT] },
    body: html`${renderModeScript()}
${content}
<style>${rawHtml(dropUnusedFaces(style, String(content), ''))}</style>`,
  });
}

function renderBody(timing: TalkTiming): Html {
  const { title, runs } = timing;
  const days = [...new Set([runs[0], runs.at(-1)])].flatMap((run) => (run ? printDay(run) : []));
  return html`<main class="timing">
<header>
<h1>${title}</h1>
<p class="timing-event">${plural(runs.length, 'rehearsal')}, ${days.join(' to ')}</p>
${renderSums(timing)}
</header>
${renderWords('What to cut', listCuts(timing))}
${renderTimes(timing)}
${renderWords('Runs', [...listUntimed(timing), ...listRuns(timing)])}
</main>`;
}

function renderSums(timing: TalkTiming): Html {
  const { expected, planned, duration } = timing;
  const over = findCuts(timing)?.over ?? 0;
  const isClear = Math.abs(over) >= MIN_DIFFERENCE;
  const fit = !isClear
    ? 'It fits'
    : `${printTime(Math.abs(over))} ${over > 0 ? 'too long' : 'left'}`;
  const sums: [string, string, string][] = [
    ['Expected', printClockTime(expected), ''],
    ...(planned === null || planned === duration
      ? []
      : [['Planned', printClockTime(planned), ''] satisfies [string, string, string]]),
    ...(duration === null
      ? []
      : [['To speak', printClockTime(duration), ''] satisfies [string, string, string]]),
    ...(duration === null && planned === null
      ? []
      : [
          ['Result', fit, over > 0 && isClear ? 'is-over' : 'is-under'] satisfies [
            string,
            string,
            string,
          ],
        ]),
  ];
  return html`<dl class="timing-sums">${sums.map(
    ([name, value, kind]) => html`<div><dt>${name}</dt><dd class="${kind}">${value}</dd></div>`,
  )}</dl>`;
}

function renderWords(title: string, lines: readonly string[]): Html | null {
  if (lines.length === 0) return null;
  const [head = '', ...rest] = lines;
  // The head of a list ends with a colon.
  const lead = head.endsWith(':') ? html`<p>${head}</p>` : null;
  const items = lead ? rest : lines;
  return html`<section>
<h2>${title}</h2>
${lead}
<ul class="timing-words">${items.map((line) => html`<li>${line.trim()}</li>`)}</ul>
</section>`;
}

function renderTimes(timing: TalkTiming): Html {
  const { sections, slides, planned, expected, runs } = timing;
  const bySlide = new Map(slides.map((slide) => [slide.id, slide]));
  const most = Math.max(
    1,
    ...slides.flatMap((slide) => [
      slide.planned ?? 0,
      slide.median ?? 0,
      ...slide.runs.map(Number),
    ]),
  );
  const rows = sections.flatMap((section) => [
    ...(sections.length > 1 ? [renderSection(section)] : []),
    ...section.slides.flatMap((id) => {
      const slide = bySlide.get(id);
      return slide ? [renderSlide(slide, most)] : [];
    }),
  ]);
  return html`<section>
<h2>Slides</h2>
<p class="timing-key" aria-hidden="true">
<span><i class="timing-median"></i> median</span>
${planned === null ? null : html`<span><i class="timing-median is-long"></i> longer than planned</span><span><i class="timing-plan"></i> plan</span>`}
${runs.length > 1 ? html`<span><i class="timing-run"></i> one rehearsal</span>` : null}
</p>
<table>
<thead><tr><th scope="col">Slide</th><th scope="col">Plan</th><th scope="col">Median</th><td></td></tr></thead>
<tbody>${rows}</tbody>
<tfoot><tr><th scope="row">All</th>${renderCells({ planned, median: expected })}</tr></tfoot>
</table>
</section>`;
}

function renderSection(section: SectionTiming): Html {
  return html`<tr class="timing-section"><th scope="row">${section.title}</th>${renderCells(section)}</tr>`;
}

function renderSlide(slide: SlideTiming, most: number): Html {
  const { number, title, id } = slide;
  return html`<tr><th scope="row"><div class="timing-title"><span class="timing-number">${number}</span><span>${title || id}</span></div>${renderBar(slide, most)}</th>${renderCells(slide)}</tr>`;
}

function renderBar({ planned, median, runs }: SlideTiming, most: number): Html {
  const share = (seconds: number): string => (seconds / most).toFixed(4);
  const isLong = planned !== null && median !== null && median - planned >= MIN_DIFFERENCE;
  const marks = runs.length > 1 ? runs.filter((time) => time !== null) : [];
  return html`<div class="timing-bar" aria-hidden="true">${
    median === null
      ? null
      : html`<i class="timing-median${isLong ? ' is-long' : ''}" style="--share: ${share(median)}"></i>`
  }${planned === null ? null : html`<i class="timing-plan" style="--share: ${share(planned)}"></i>`}${marks.map(
    (time) => html`<i class="timing-run" style="--share: ${share(time)}"></i>`,
  )}</div>`;
}

function renderCells({ planned, median }: Pick<SlideTiming, 'planned' | 'median'>): Html {
  const over = planned === null || median === null ? 0 : median - planned;
  const isClear = Math.abs(over) >= MIN_DIFFERENCE;
  return html`<td>${printClockTime(planned)}</td><td>${printClockTime(median)}</td><td class="${over > 0 ? 'is-over' : 'is-under'}">${isClear ? printDifference(over).replace('-', '\u2212') : ''}</td>`;
}
