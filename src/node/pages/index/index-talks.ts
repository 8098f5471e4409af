import { printDate } from '../../../talk/data/date.ts';
import { directionOf } from '../../../talk/html/direction.ts';
import { html, rawHtml, type Html } from '../../../talk/html/html.ts';
import { extraHeight, slideSize } from '../../../talk/model/slide/aspect.ts';
import type { Theme } from '../../../talk/model/look/theme.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { findOldest, listUses, type DatasetSlides } from '../../project/index-summary.ts';
import { printSortKey } from '../../project/cache/newest-talks.ts';
import { placeAssets, type ToUrl } from '../assets.ts';
import { collectNeeds, type PolicyNeeds } from '../policy.ts';
import { printAge } from './index-age.ts';
import { renderExportLink } from './index-export.ts';
import { toCardId } from './index-part.ts';
import { plural } from '../../../talk/text/plural.ts';

const SECTION_ID = /^<section id="[^"]*"/;
const LANGUAGE = 'en';

/** A talk as the index shows it: a plain value, which can be kept. */
export interface IndexTalk {
  name: string;
  /** The text by which talks are ordered. */
  key: string;
  /** Its card, as HTML. */
  card: string;
  needs: PolicyNeeds;
  /** Its theme, where that is the project's own. */
  theme: Theme | null;
  users: DatasetSlides;
}

/** What cards are made with. */
export interface CardOptions {
  toUrl: ToUrl;
  /** Whether a dev server stands behind the page. */
  isLive: boolean;
  /** Whether a build has the talk's PDF beside its page. */
  hasPdf: boolean;
}

/** Makes of a talk what the index shows of it. */
export function toIndexTalk(talk: Talk, options: CardOptions): IndexTalk {
  return {
    name: talk.name,
    key: printSortKey(talk.meta.date, talk.name),
    card: renderCard(talk, options).markup,
    needs: collectNeeds(talk),
    theme: talk.ownLook?.theme ?? null,
    users: listUses(talk),
  };
}

/** Renders the cards of talks, in their order. */
export function renderTalks(talks: readonly IndexTalk[]): Html {
  const items = talks.map(({ card }, index) => {
    const id = toCardId(index);
    return html`<li class="index-talk"${id === null ? null : html` id="${id}"`}>
${rawHtml(card)}</li>
`;
  });
  return html`<ul class="index-talks">
${items}</ul>`;
}

/** Orders talks by date, the newest first; one without a date is still to come. */
export function sortTalks<Talk extends Pick<IndexTalk, 'key'>>(talks: readonly Talk[]): Talk[] {
  return [...talks].sort((a, b) => (a.key < b.key ? 1 : -1));
}

/** Returns the URL of a talk, relative to the index. */
export function toAddress({ name }: Pick<Talk, 'name'>): string {
  return `./${encodeURIComponent(name)}/`;
}

function renderCard(talk: Talk, options: CardOptions): Html {
  const { toUrl, isLive } = options;
  const { file, meta, slides } = talk;
  const { title, subtitle, event, place } = meta;
  const address = toAddress(talk);
  const where = [event, place].filter((part) => part !== null).join(', ');
  const direction = directionOf(meta.language) === 'rtl' && html` dir="rtl"`;
  const language = meta.language === LANGUAGE ? null : html` lang="${meta.language}"${direction}`;
  return html`${renderFirstSlide(talk, toUrl)}<div class="index-words">
${where === '' ? null : html`<p class="index-event">${where}</p>\n`}<h2 class="index-name"${language}><a href="${address}">${title}</a></h2>
${subtitle === null ? null : html`<p class="index-subtitle"${language}>${subtitle}</p>\n`}</div>
<div class="index-known">
${renderFacts(talk, isLive)}
${renderProblems(slides.reduce((sum, slide) => sum + slide.problems.length, 0))}</div>
<div class="index-ways">
<p class="index-links">
<a class="index-present" href="${address}" aria-label="Present ${title}">Present</a>
<a href="${address}?read" title="The whole talk as one document" aria-label="Read ${title}">Read</a>
${renderExportLink(talk, options)}
<a href="${address}?speaker" title="Notes, next step and clock, for the speaker alone" aria-label="Speaker’s page of ${title}">Speaker</a>
</p>
<p class="index-problems" role="status"></p>
<p class="index-file"><code>${file}</code></p>
</div>
`;
}

/** Renders the slide itself, made small: nothing in it can be reached, and its words are said beside it. */
function renderFirstSlide(talk: Talk, toUrl: ToUrl): Html | null {
  const [slide] = talk.slides;
  if (!slide) return null;
  const section = placeAssets(slide, talk, toUrl).replace(SECTION_ID, '<section');
  const { theme, language } = talk.meta;
  const { width, height } = slideSize(talk.meta);
  const shape =
    extraHeight(talk.meta) === 0
      ? null
      : html` style="--slide-height: ${height}px; aspect-ratio: ${width} / ${height}"`;
  return html`<div class="index-slide deck" lang="${language}" data-theme="${theme}"${talk.meta.dark && html` data-mode="dark"`} aria-hidden="true" inert${shape}>${rawHtml(section)}</div>
`;
}

function renderFacts(talk: Talk, isLive: boolean): Html {
  const { date } = talk.meta;
  const when =
    date === null
      ? 'open, so with the newest figures'
      : html`<time datetime="${date}">${printDate(date)}</time>`;
  const oldest = renderOldest(talk, isLive);
  return html`<dl class="index-facts">
<div><dt>Date</dt><dd>${when}</dd></div>
<div><dt>Length</dt><dd>${printLength(talk)}</dd></div>
${oldest ? html`<div><dt>Data</dt><dd>${oldest}</dd></div>\n` : null}</dl>`;
}

function printLength({ meta: { duration }, slides }: Talk): string {
  const count = slides.filter(({ number }) => number !== null).length;
  const more = slides.length - count;
  return [
    ...(duration === null ? [] : [`${duration} min`]),
    `${plural(count, 'slide')}${more > 0 ? ` and ${more} in reserve` : ''}`,
  ].join(', ');
}

/** Renders the age of the oldest figure: before a talk it stays, before today only a page of today has it. */
function renderOldest(talk: Talk, isLive: boolean): Html | null {
  const oldest = findOldest(talk);
  if (!oldest) return null;
  const { dataset, asOf, age } = oldest;
  const isDated = talk.meta.date !== null;
  const behind = `, ${printAge(age)} ${isDated ? 'before the talk' : 'ago'}`;
  return html`oldest as of ${printDate(asOf)}${age > 0 && (isDated || isLive) ? behind : null}: <a href="#data-${dataset}"><code>${dataset}</code></a>`;
}

function renderProblems(count: number): Html | null {
  if (count === 0) return null;
  const words = `${plural(count, 'problem')} on its slides`;
  return html`<p class="index-problems">${words}: <code>npx rostrum check</code> lists them</p>
`;
}
