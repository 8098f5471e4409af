import '../../src/browser/styles/rostrum.css';
import '../../src/kernel/blocks/commits.css';
import '../../src/kernel/blocks/maintainers.css';
import { store } from '../../src/browser/page/data.ts';
import { BlockElement } from '../../src/browser/elements/block-element.ts';
import { defineElements } from '../../src/browser/elements/define.ts';
import { toggleMode } from '../../src/browser/page/mode.ts';
import { html, rawHtml } from '../../src/talk/html/html.ts';
import { ALL_BLOCKS } from '../support/blocks.ts';
import { compileExample } from './compile.ts';
import type { Example } from './example.ts';
import { examples } from './registry.ts';

/*
 * Every example on a slide of its own. `?index` lists them, `?only=NAME` shows one, `?mode=dark` the dark ones, and `d` switches;
 * `?dir=rtl` shows them on slides that run from right to left; a click changes the data of a slide to what its example says may come next, and back.
 */

/** Lists the examples of each block, with a link to each. */
function showIndex(): void {
  const all = Object.entries(examples);
  const kinds = new Set(all.map(([, { block }]) => block ?? 'chart'));
  const lists = [...kinds].map((kind) => {
    const lines = all
      .filter(([, { block }]) => (block ?? 'chart') === kind)
      .map(([name, { title }]) => html`<li><a href="?only=${name}">${name}</a> ${title}</li>`);
    return html`<h2>${kind}</h2>
      <ul>
        ${lines}
      </ul>`;
  });
  document.documentElement.className = '';
  const look = 'columns: 3; margin: 32px; font-size: 15px';
  document.body.innerHTML = html`<main style="${look}">${lists}</main>`.markup;
}

async function showGallery(query: URLSearchParams): Promise<void> {
  if (query.has('index')) return showIndex();
  const only = query.get('only');
  document.documentElement.dataset['mode'] = query.get('mode') ?? 'light';
  const names = Object.keys(examples).filter((name) => only === null || name === only);
  const slides = document.querySelector('.slides');
  for (const name of names) {
    const example = examples[name];
    const slide = example && showExample(name, example);
    if (slide && query.get('dir') === 'rtl') Object.assign(slide, { lang: 'ar', dir: 'rtl' });
    if (slide) slides?.append(slide);
  }
  await defineElements(document);
  const drawn = [...document.querySelectorAll('.block')].filter(
    (one) => one instanceof BlockElement,
  );
  await Promise.all([document.fonts.ready, ...drawn.map((block) => block.ready)]);
  document.documentElement.setAttribute('data-ready', '');
}

function showExample(name: string, example: Example): HTMLElement {
  const kind = example.block ?? 'chart';
  const block = ALL_BLOCKS.find((one) => one.name === kind);
  if (!block) throw new Error(`${name} shows a block "${kind}" that the gallery does not know.`);
  // Examples may say different things of datasets of one name, so each has names of its own.
  const rename = (dataset: string): string => `${name}/${dataset}`;
  const prepare = (views: Example['datasets']): Example['datasets'] =>
    views.map((view) => ({ ...view, name: rename(view.name) }));
  const { data } = example.spec;
  const spec = typeof data === 'string' ? { ...example.spec, data: rename(data) } : example.spec;
  const datasets = prepare(example.datasets);
  datasets.forEach((view) => store.set(view));
  const section = document.createElement('section');
  section.id = name;
  section.className = 'slide layout-default';
  const about = { ...example, spec, datasets };
  const compiled = compileExample(`${name}/1`, about, block, (view) => store.set(view));
  const shown = rawHtml(compiled);
  const body = example.isInColumn
    ? html`<div class="columns">
        <div class="column">${shown}</div>
        <div class="column"></div>
      </div>`
    : shown;
  section.innerHTML = html`<div class="slide-main">
      <header class="slide-head"><h2 class="slide-title">${example.title}</h2></header>
      <div class="slide-body">${body}</div>
    </div>
    <footer class="slide-foot">
      <p class="sources">Source: example data, as of September 2024</p>
      <p class="folio"><span class="folio-talk">${name}</span></p>
    </footer>`.markup;
  listenForClicks(section, datasets, prepare(example.next ?? []));
  return section;
}

function listenForClicks(
  section: HTMLElement,
  before: Example['datasets'],
  after: Example['datasets'],
): void {
  const states = [before, after];
  section.addEventListener('click', () => {
    states.reverse();
    states[0]?.forEach((view) => store.set(view));
  });
}

addEventListener('keydown', ({ key }) => {
  if (key === 'd') toggleMode();
});

void showGallery(new URLSearchParams(location.search));
