import { html, type Html } from '../../talk/html/html.ts';
import type { Slide, Talk } from '../../talk/model/talk.ts';
import { describeSource, listSources, type SourceEntry } from './talk-sources.ts';

const ID = 'sources';
/** Lines of text that fit on a slide, and letters that fit on a line of the two columns. */
const LINES = 20;
const LETTERS = [30, 88] as const;

/** Adds slides with the sources of a talk's figures at its end; none without figures. */
export function addSourceSlides(talk: Talk): Talk {
  const pages = cutPages(listSources(talk));
  const taken = new Set(talk.slides.map(({ id }) => id));
  const slides = pages.map((entries, index) => makeSlide(freeId(index, taken), entries, talk));
  return { ...talk, slides: [...talk.slides, ...slides] };
}

/** Splits the list into slides that it fits on. */
function cutPages(entries: readonly SourceEntry[]): SourceEntry[][] {
  const pages: SourceEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const lines = countLines(entry);
    if (lines > room) {
      pages.push([]);
      room = LINES;
    }
    room -= lines;
    pages.at(-1)?.push(entry);
  }
  return pages;
}

function countLines(entry: SourceEntry): number {
  const texts = [entry.name, describeSource(entry)];
  const lines = texts.map((text, index) => Math.ceil(text.length / (LETTERS[index] ?? 1)));
  return Math.max(...lines) + 0.5;
}

function freeId(index: number, taken: ReadonlySet<string>): string {
  let id = index === 0 ? ID : `${ID}-${index + 1}`;
  while (taken.has(id)) id = `${id}-of-data`;
  return id;
}

function makeSlide(id: string, entries: readonly SourceEntry[], talk: Talk): Slide {
  const rows = entries.map(renderRow);
  const section = html`<section id="${id}" class="slide layout-default slide-sources" data-layout="default" data-visibility="uncounted">
<div class="slide-main">
<header class="slide-head"><h2 class="slide-title">Sources</h2></header>
<div class="slide-body"><table class="source-list"><thead><tr><th scope="col">Source</th><th scope="col">What it says, and as of when</th></tr></thead><tbody>${rows}</tbody></table></div>
</div>
</section>`;
  return {
    id,
    title: 'Sources',
    layout: 'default',
    classes: ['slide-sources'],
    visibility: 'uncounted',
    place: { file: talk.file, line: 1, column: 1, length: 0 },
    via: [],
    section: null,
    number: null,
    steps: 0,
    time: null,
    blocks: [],
    values: [],
    uses: [],
    notes: '',
    html: section.markup,
    text: '',
    wording: '',
    problems: [],
  };
}

function renderRow(entry: SourceEntry): Html {
  const { name, url } = entry;
  const shown = url === null ? html`${name}` : html`<a href="${url}">${name}</a>`;
  return html`<tr><th scope="row">${shown}</th><td>${describeSource(entry)}</td></tr>`;
}
