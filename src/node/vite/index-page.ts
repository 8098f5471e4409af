import type { IsoDate } from '../../talk/model/dataset.ts';
import { html, rawHtml, type Html } from '../../talk/model/html.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { INDEX_EVENT } from '../../talk/model/wire.ts';
import type { DatasetSummary } from '../project/summary.ts';
import type { ToUrl } from './assets.ts';
import { renderDocument, type DocumentLinks } from './document.ts';
import { renderDatasets } from './index-lists.ts';
import { renderFirstSteps, renderKeys, renderNoTalks } from './index-steps.ts';
import { renderTalks, sortTalks } from './index-talks.ts';
import { renderWordMark } from './wordmark.ts';

/** What the index shows. */
export interface IndexPageOptions {
  talks: readonly Talk[];
  datasets: readonly DatasetSummary[];
  links: DocumentLinks;
  toUrl: ToUrl;
  /** The day it is, where a dev server stands behind the page and tells it about changes; null in a build. */
  today: IsoDate | null;
}

/** Follows the decks' choice of light or dark, else the machine's, before anything is seen; `d` switches. */
const MODE_SCRIPT = `(() => {
const key = 'rostrum:mode', root = document.documentElement;
const set = (mode) => { root.dataset.mode = mode === 'dark' ? 'dark' : 'light'; };
let stored = null;
try { stored = localStorage.getItem(key); } catch {}
set(stored ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
const turn = () => {
set(root.dataset.mode === 'dark' ? 'light' : 'dark');
try { localStorage.setItem(key, root.dataset.mode); } catch {}
};
addEventListener('storage', (event) => { if (event.key === key) set(event.newValue); });
addEventListener('keydown', (event) => { if (event.key === 'd' && !event.ctrlKey && !event.metaKey && !event.altKey) turn(); });
addEventListener('click', (event) => { if (event.target.closest('.index-mode')) turn(); });
})();`;

/** Writes the page that lists a project's talks and datasets. */
export function renderIndexPage(options: IndexPageOptions): string {
  const { talks, datasets, links, toUrl, today } = options;
  const isLive = today !== null;
  const [newest] = sortTalks(talks);
  const body = html`<script>${rawHtml(MODE_SCRIPT)}</script>
<main class="index">
<header class="index-head">
<h1 class="index-title">${renderWordMark()}<span class="index-hidden">: talks</span></h1>
<p class="index-lead">A talk is made of three things: <b>slides</b>, <b>data</b> and a <b>date</b>.</p>
<button class="index-mode" type="button" aria-label="Dark or light" title="Dark or light (d)"></button>
</header>
${talks.length > 0 ? renderTalks(talks, toUrl) : renderNoTalks()}
${isLive && newest ? renderFirstSteps(newest) : null}
${datasets.length > 0 ? renderDatasets({ datasets, talks, today }) : null}
${renderKeys()}
</main>
${isLive ? renderFollowing(links) : null}`;
  const about = 'The talks of this project, and the data they rest on.';
  const page = { title: 'Talks', description: about, language: 'en', theme: 'rostrum' };
  return renderDocument({ ...page, links, body });
}

/** Loads the index again when a talk or dataset changed. */
function renderFollowing({ scripts }: DocumentLinks): Html {
  const client = JSON.stringify(scripts[0] ?? '');
  return html`<script type="module">
import { createHotContext } from ${rawHtml(client)};
createHotContext('/@rostrum/index').on('${INDEX_EVENT}', () => location.reload());
</script>`;
}
