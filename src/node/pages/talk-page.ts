import { html, rawHtml, type Html } from '../../talk/html/html.ts';
import { slideHeight } from '../../talk/model/slide/aspect.ts';
import type { SpinePlace, Talk, TalkMeta } from '../../talk/model/talk.ts';
import { PAGE_DATA_ID, type PageData } from '../../talk/model/wire.ts';
import type { PageLive } from '../../talk/model/live-shape.ts';
import { placeAssets, placeNotes, type ToUrl } from './assets.ts';
import { listBootScripts, renderBootHead, renderBootShow } from './boot.ts';
import { renderDocument, renderJson, type DocumentLinks } from './document.ts';
import { pickDatasets } from './page-data/page-datasets.ts';
import { toPageRoom } from './page-data/page-room.ts';
import { toPageTime } from './page-data/page-time.ts';
import { collectNeeds, type PolicyNeeds, type SlideNeeds } from './policy.ts';

/** Options of a talk's page. */
export interface TalkPageOptions {
  links: DocumentLinks;
  hasNotes: boolean;
  toUrl: ToUrl;
  /** What keeps the page up to date; defaults to nothing. */
  live?: PageLive | null;
  /** Id of what its pages keep for the time without a network; defaults to nothing. */
  kept?: string | null;
  /** Which state of the talk it is, where there can be others; defaults to none. */
  state?: number | undefined;
  /** Whether each run through the talk is recorded as a rehearsal; defaults to no. */
  isRehearsed?: boolean | undefined;
  /** Whether pictures of later slides wait until they come near; defaults to no. */
  hasLatePictures?: boolean;
  /** Where the index of all talks lies, as seen from the page; defaults to nowhere. */
  home?: string | null;
  /** Texts of scripts that are put into the page afterwards; defaults to none. */
  scripts?: readonly string[];
  /** Whether it is a deck in frames of other origins as well; defaults to no. */
  isEmbeddable?: boolean;
  /** Whether the dev server's client runs on it; defaults to no. */
  isDev?: boolean;
  /** Further elements of its head; defaults to none. */
  head?: Html | null;
}

const SECTION_END = '</section>';
/** Slides whose pictures come with the page. */
const FIRST = 2;
const PICTURE = /<img (?![^>]*\bloading=)/g;

/** Writes the page of a talk: all slides as HTML, and what the blocks on them read. */
export function renderTalkPage(talk: Talk, options: TalkPageOptions): string {
  const { links, hasNotes, toUrl, live = null, hasLatePictures = false } = options;
  const { head = null, home = null, scripts = [], isDev = false, isEmbeddable = false } = options;
  const { kept = null, state, isRehearsed } = options;
  const { meta, slides } = talk;
  const sections = slides.map((slide, index) => {
    const placed = placeAssets(slide, talk, toUrl);
    const isLate = hasLatePictures && index >= FIRST;
    const section = isLate ? placed.replaceAll(PICTURE, '<img loading="lazy" ') : placed;
    return rawHtml(`${hasNotes ? withNotes(section, placeNotes(slide, talk, toUrl)) : section}\n`);
  });
  const body = html`${renderReader(home)}<div class="reveal" role="main"><div class="slides">
${sections.slice(0, 1)}${renderBootShow()}${sections.slice(1)}</div></div>
${renderBootShow()}${renderJson(PAGE_DATA_ID, { ...toPageData(talk, live, isDev), ...(kept !== null && { kept }), ...(isDev && meta.timezone !== null && { timezone: meta.timezone }), state, isRehearsed })}`;
  const { language, theme } = meta;
  const description = meta.description ?? meta.subtitle;
  return renderDocument({
    title: pageTitle(meta),
    description,
    language,
    theme,
    isDark: meta.dark,
    slideHeight: slideHeight(meta),
    links,
    policy: {
      ...collectPolicy(talk, { scripts, isDev, hasNotes, isEmbeddable }),
      hasWorker: kept !== null,
    },
    head: html`${renderBootHead({ meta, isEmbeddable })}${head}`,
    body,
  });
}

/** Renders the head of a talk that is read; the script adds the rest, without it there is the way back. */
function renderReader(home: string | null): Html {
  const link = home === null ? null : html`<a class="reader-home" href="${home}">All talks</a>`;
  return html`<header class="reader" lang="en">${link}</header>`;
}

/** Returns what a talk's page may load and run; `found` is what its slides need, where that is known. */
export function collectPolicy(
  talk: Talk,
  {
    scripts = [],
    isDev = false,
    hasNotes,
    isEmbeddable = false,
  }: Pick<TalkPageOptions, 'scripts' | 'isDev' | 'hasNotes' | 'isEmbeddable'>,
  found?: SlideNeeds[],
): PolicyNeeds {
  const boot = listBootScripts({ meta: talk.meta, isEmbeddable });
  return { ...collectNeeds(talk, hasNotes, found), scripts: [...boot, ...scripts], isDev };
}

/** Builds the title of a talk's page: the talk and its event. */
export function pageTitle({ title, event }: TalkMeta): string {
  return event === null ? title : `${title} · ${event}`;
}

/** Builds the data of a page: what it needs in addition to the HTML of the slides. */
export function toPageData(talk: Talk, live: PageLive | null, isDev = false): PageData {
  const { name, meta, asOf, places } = talk;
  const { duration } = meta;
  const room = toPageRoom(talk);
  const time = toPageTime(talk);
  const more = {
    ...(duration === null ? {} : { duration }),
    ...(places
      ? { places: talk.slides.map(({ id }): SpinePlace => places.get(id) ?? [0, 0, 0]) }
      : {}),
    ...(live ? { live } : {}),
    ...(time ? { time } : {}),
    ...(room ? { room } : {}),
  };
  const datasets = pickDatasets(talk, Boolean(live ?? time) || isDev);
  return { talk: name, title: pageTitle(meta), asOf, datasets, ...more };
}

function withNotes(section: string, notes: string): string {
  const end = section.lastIndexOf(SECTION_END);
  if (notes === '' || end === -1) return section;
  return `${section.slice(0, end)}<aside class="notes">${notes}</aside>${SECTION_END}`;
}
