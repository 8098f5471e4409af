import { html, type Html } from '../../talk/html/html.ts';
import { planContents, type ContentsEntry, type ContentsSlide } from './contents.ts';
import { toggleMode } from '../page/mode.ts';
import { findSlides } from '../page/page.ts';
import { isOwnKey, nameKey } from '../page/own-keys.ts';
import { openToKeys } from './wide-parts.ts';
import { followPlace, landAtAddress } from './reader-place.ts';
import { wordsOf } from '../page/slide-places.ts';

/** Screens with room for the contents beside the slides; the same query as in reader.css. */
const WIDE = '(min-width: 1200px)';

/** Adds a header to a talk in reading view: a back link, its contents, a link to present it, light and dark. */
export function startReader(document: Document): void {
  const head = document.querySelector('.reader');
  if (!head) return;
  const home = head.querySelector('.reader-home')?.getAttribute('href') ?? null;
  head.innerHTML = renderHead(home).markup;
  const list = head.querySelector<HTMLElement>('.reader-list');
  const contents = head.querySelector('details');
  const present = head.querySelector<HTMLAnchorElement>('.reader-present');
  if (!list || !contents || !present) return;
  const place = followPlace(document, { list, present });
  let shown = '';
  const fill = (): void => {
    const markup = renderContents(findSlides(document).map(toContentsSlide));
    if (markup === shown) return;
    list.innerHTML = shown = markup;
    place.look();
  };
  foldContents(contents, list);
  fill();
  const row = document.querySelector('.slides');
  if (row) new MutationObserver(fill).observe(row, { childList: true });
  head.querySelector('.reader-mode')?.addEventListener('click', () => toggleMode());
  document.addEventListener('keydown', (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isPlain && !isOwnKey(event) && nameKey(event) === 'd') toggleMode();
  });
}

/** Completes the reading view after drawing, when all heights are known. */
export function completeReader(document: Document): void {
  openToKeys(document);
  landAtAddress(document);
  addEventListener('hashchange', () => landAtAddress(document));
  keepLightOnPaper(document.documentElement);
}

/** Prints a dark page in light mode. */
function keepLightOnPaper(root: HTMLElement): void {
  let mode = root.dataset['mode'];
  addEventListener('beforeprint', () => {
    mode = root.dataset['mode'];
    root.dataset['mode'] = 'light';
  });
  addEventListener('afterprint', () => {
    root.dataset['mode'] = mode;
  });
}

/** Beside the slides the contents are always open; above them they close after a choice. */
function foldContents(contents: HTMLDetailsElement, list: HTMLElement): void {
  const wide = matchMedia(WIDE);
  const close = (): void => {
    if (!wide.matches) contents.open = false;
  };
  contents.open = wide.matches;
  wide.addEventListener('change', () => (contents.open = wide.matches));
  list.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || wide.matches || !contents.open) return;
    close();
    contents.querySelector('summary')?.focus();
  });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !contents.contains(event.target)) close();
  });
}

function renderHead(home: string | null): Html {
  return html`${home === null ? null : html`<a class="reader-home" href="${home}">All talks</a>`}
<details class="reader-contents">
<summary>Contents</summary>
<nav class="reader-list" aria-label="Contents"></nav>
</details>
<a class="reader-present" href="./">Present<span> this slide</span></a>
<button class="reader-mode" type="button" aria-label="Dark or light" title="Dark or light (d)"></button>`;
}

function renderContents(slides: readonly ContentsSlide[]): string {
  const parts = planContents(slides).map(({ head, entries }) => {
    const lines = html`<ol>${entries.map((entry) => html`<li>${renderEntry(entry)}</li>`)}</ol>`;
    return html`<li class="reader-part">${head && renderEntry(head)}${entries.length > 0 ? lines : null}</li>`;
  });
  return html`<ol>${parts}</ol>`.markup;
}

function renderEntry({ ids, title, numbers }: ContentsEntry): Html {
  const [id = ''] = ids;
  const [first, last] = numbers ?? [];
  const range = first === last ? `${first ?? ''}` : `${first}–${last}`;
  return html`<a href="#${encodeURIComponent(id)}" data-slides="${ids.join(' ')}">${title}<span class="reader-number">${range}</span></a>`;
}

function toContentsSlide(slide: HTMLElement): ContentsSlide {
  const heading = slide.querySelector<HTMLElement>('.slide-title');
  return {
    id: slide.id,
    title: heading ? wordsOf(heading) : '',
    layout: slide.dataset['layout'] ?? 'default',
    isCounted: slide.dataset['visibility'] !== 'uncounted',
  };
}
