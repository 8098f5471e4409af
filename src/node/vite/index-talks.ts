import { printDate } from '../../talk/data/date.ts';
import { html, rawHtml, type Html } from '../../talk/model/html.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { findOldest } from '../project/summary.ts';
import { placeAssets, type ToUrl } from './assets.ts';
import { printAge } from './index-age.ts';

const SECTION_ID = /^<section id="[^"]*"/;
const LANGUAGE = 'en';

/** Renders the talks as cards, newest first. */
export function renderTalks(talks: readonly Talk[], toUrl: ToUrl): Html {
  return html`<ul class="index-talks">
${sortTalks(talks).map((talk) => renderTalk(talk, toUrl))}</ul>`;
}

/** Orders talks by date, the newest first; one without a date is still to come. */
export function sortTalks(talks: readonly Talk[]): Talk[] {
  const dateOf = ({ meta, name }: Talk): string => `${meta.date ?? '9999'} ${name}`;
  return [...talks].sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1));
}

/** Gives the address of a talk, as seen from the index. */
export function toAddress({ name }: Talk): string {
  return `./${encodeURIComponent(name)}/`;
}

function renderTalk(talk: Talk, toUrl: ToUrl): Html {
  const { file, meta, slides } = talk;
  const { title, subtitle, event, place } = meta;
  const address = toAddress(talk);
  const where = [event, place].filter((part) => part !== null).join(', ');
  const language = meta.language === LANGUAGE ? null : html` lang="${meta.language}"`;
  return html`<li class="index-talk">
${renderFirstSlide(talk, toUrl)}<div class="index-card">
<p class="index-event">${where || 'No event named'}</p>
<h2 class="index-name"${language}><a href="${address}">${title}</a></h2>
${subtitle === null ? null : html`<p class="index-subtitle"${language}>${subtitle}</p>\n`}<ul class="index-facts">
${listFacts(talk).map((fact) => html`<li>${fact}</li>\n`)}</ul>
${renderOldest(talk)}${renderProblems(slides.reduce((sum, slide) => sum + slide.problems.length, 0))}<p class="index-links">
<a class="index-present" href="${address}" aria-label="Present ${title}">Present</a>
<a href="${address}?read" title="The whole talk as one document" aria-label="Read ${title}">Read</a>
<a href="${address}?print" title="Every slide a page, for your browser to print; rostrum export writes the same" aria-label="Print ${title} to PDF">Print to PDF</a>
</p>
<p class="index-file"><code>${file}</code></p>
</div>
</li>
`;
}

/** The slide itself, made small: nothing in it can be reached, and its words are said beside it. */
function renderFirstSlide(talk: Talk, toUrl: ToUrl): Html | null {
  const [slide] = talk.slides;
  if (!slide) return null;
  const section = placeAssets(slide, talk, toUrl).replace(SECTION_ID, '<section');
  const { theme, language } = talk.meta;
  return html`<div class="index-slide deck" lang="${language}" data-theme="${theme}" aria-hidden="true" inert>${rawHtml(section)}</div>
`;
}

function listFacts({ meta: { date, duration }, slides }: Talk): (string | Html)[] {
  const count = slides.filter(({ number }) => number !== null).length;
  const more = slides.length - count;
  return [
    date === null ? 'Date open' : html`<time datetime="${date}">${printDate(date)}</time>`,
    ...(duration === null ? [] : [`${duration} min`]),
    `${count} slide${count === 1 ? '' : 's'}${more > 0 ? ` + ${more}` : ''}`,
  ];
}

function renderOldest(talk: Talk): Html | null {
  const oldest = findOldest(talk);
  if (!oldest) return null;
  const { dataset, asOf, age } = oldest;
  const behind = talk.meta.date === null ? 'old' : 'before the talk';
  return html`<p class="index-oldest">Oldest figures: ${printDate(asOf)}${age > 0 ? `, ${printAge(age)} ${behind}` : null}, in <a href="#data-${dataset}"><code>${dataset}</code></a></p>
`;
}

function renderProblems(count: number): Html | null {
  if (count === 0) return null;
  const words = `${count} problem${count === 1 ? '' : 's'} on its slides`;
  return html`<p class="index-problems">${words}: <code>npx rostrum check</code> lists them</p>
`;
}
