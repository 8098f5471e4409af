import { printDate } from '../../talk/data/date.ts';
import type { SlideDiff, TalkDiff, TalkSide } from '../../talk/diff/slide-change.ts';
import { html, rawHtml, type Html } from '../../talk/html/html.ts';
import type { DiffSide } from '../../talk/model/wire.ts';
import { arrow, renderChanges, renderFigures } from './diff-changes.ts';
import { nameSides } from './diff.ts';
import { plural } from '../../talk/text/plural.ts';

/** Sections as HTML, by `SIDE ID`. */
type Sections = ReadonlyMap<string, string>;

/** What the pieces of a page share. */
interface Page {
  diff: TalkDiff;
  sections: Sections;
  /** What the two talks are called. */
  names: [string, string];
}

/** Writes what a page of differences shows: the two talks, the figures, and the slides side by side. */
export function renderBody(diff: TalkDiff, sections: Sections): Html {
  const page: Page = { diff, sections, names: nameSides(diff) };
  const [first, second] = page.names;
  const pick = (change: SlideDiff['change']): SlideDiff[] =>
    diff.slides.filter((slide) => slide.change === change);
  return html`<main class="diff">
${renderHead(diff)}
${renderFigures(diff, page.names)}
${renderPairs(pick('changed'), page)}
${renderSheet('added', `Only in ${second}`, pick('added'), page)}
${renderSheet('gone', `Only in ${first}`, pick('gone'), page)}
${renderSame(pick('same'))}
</main>`;
}

function renderHead(diff: TalkDiff): Html {
  const { before, after, counts } = diff;
  const links = [
    ['changed', counts.changed, 'changed'],
    ['added', counts.added, 'new'],
    ['gone', counts.gone, 'gone'],
    ['same', counts.same, 'the same'],
  ] as const;
  const shown = links.filter(([, count]) => count > 0);
  return html`<header class="diff-head">
<h1 class="diff-title">What changed</h1>
<div class="diff-talks">${renderTalk(before)}${arrow('diff-arrow')}${renderTalk(after)}</div>
<nav class="diff-counts" aria-label="Kinds of change">${shown.map(
    ([id, count, word]) => html`<a href="#${id}"><b>${count}</b> ${word}</a>`,
  )}</nav>
</header>`;
}

function renderTalk({ talk, title, event, asOf, slides }: TalkSide): Html {
  return html`<div class="diff-talk">
<p class="diff-event">${event ?? talk}</p>
<p class="diff-name">${title}</p>
<p class="diff-about">Data as of ${printDate(asOf)} · ${plural(slides, 'slide')}</p>
</div>`;
}

function renderPairs(slides: readonly SlideDiff[], page: Page): Html | null {
  if (slides.length === 0) return null;
  const [first, second] = page.names;
  return html`<section class="diff-part" id="changed">
<h2>Changed</h2>
<div class="diff-columns" aria-hidden="true"><span>${first}</span><span>${second}</span></div>
${slides.map((slide) => renderPair(slide, page))}
</section>`;
}

function renderPair(slide: SlideDiff, page: Page): Html {
  const place = slide.after ?? slide.before;
  return html`<article class="diff-slide" id="slide-${place?.id}">
<header><h3>${place?.title || place?.id}</h3><p class="diff-place"><code>${place?.id}</code> ${printPositions(slide)}</p></header>
${renderChanges(slide)}
<div class="diff-sides">${renderFrame(slide, 'before', page)}${renderFrame(slide, 'after', page)}</div>
</article>`;
}

/** Renders a slide at the size of its frame, as a picture for assistive technology, with the text beside it. */
function renderFrame(slide: SlideDiff, side: DiffSide, { sections, names }: Page): Html {
  const place = slide[side];
  const name = names[side === 'before' ? 0 : 1];
  const label = `Slide ${place?.position} of ${name}: ${place?.title || place?.id}`;
  return html`<div class="diff-frame" role="img" aria-label="${label}"><div inert data-side="${side}">${rawHtml(
    sections.get(`${side} ${place?.id}`) ?? '',
  )}</div></div>`;
}

function renderSheet(
  id: 'added' | 'gone',
  title: string,
  slides: readonly SlideDiff[],
  page: Page,
): Html | null {
  if (slides.length === 0) return null;
  const side = id === 'added' ? 'after' : 'before';
  const items = slides.map((slide) => {
    const place = slide[side];
    return html`<li>${renderFrame(slide, side, page)}<p><b>${place?.position}</b> ${place?.title || place?.id}</p></li>`;
  });
  return html`<section class="diff-part" id="${id}">
<h2>${title}</h2>
<ol class="diff-sheet">${items}</ol>
</section>`;
}

function renderSame(slides: readonly SlideDiff[]): Html | null {
  if (slides.length === 0) return null;
  const items = slides.map(
    (slide) =>
      html`<li>${slide.after?.title || slide.after?.id} <span>${printPositions(slide)}</span></li>`,
  );
  return html`<section class="diff-part" id="same">
<h2>The same</h2>
<ol class="diff-list">${items}</ol>
</section>`;
}

function printPositions({ before, after, isMoved }: SlideDiff): Html {
  const positions = [before?.position, after?.position].filter((at) => at !== undefined);
  const [from, to = from] = positions;
  const moved = isMoved ? ', moved' : '';
  return from === to
    ? html`slide ${from}${moved}`
    : html`slide ${from}${arrow('diff-to')}${to}${moved}`;
}
