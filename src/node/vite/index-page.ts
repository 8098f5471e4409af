import type { IsoDate } from '../../talk/model/dataset.ts';
import { html, rawHtml, type Html } from '../../talk/model/html.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { INDEX_EVENT } from '../../talk/model/wire.ts';
import type { DatasetSummary } from '../project/summary.ts';
import type { ToUrl } from './assets.ts';
import { renderDocument, type DocumentLinks } from './document.ts';
import { renderExportScript } from './index-export.ts';
import { renderIndexHead, renderMarkTitle, renderModeScript } from './index-head.ts';
import { renderDatasets } from './index-lists.ts';
import { renderFirstSteps, renderKeys, renderNoTalks } from './index-steps.ts';
import { renderTalks, sortTalks } from './index-talks.ts';

/** What the index shows. */
export interface IndexPageOptions {
  talks: readonly Talk[];
  datasets: readonly DatasetSummary[];
  links: DocumentLinks;
  toUrl: ToUrl;
  /** The day it is, where a dev server stands behind the page and tells it about changes; null in a build. */
  today: IsoDate | null;
}

/** Writes the page that lists a project's talks and datasets. */
export function renderIndexPage(options: IndexPageOptions): string {
  const { talks, datasets, links, toUrl, today } = options;
  const isLive = today !== null;
  const [newest] = sortTalks(talks);
  const lead = html`<p class="index-lead">A talk is made of three things: <b>slides</b>, <b>data</b> and a <b>date</b>.</p>`;
  const body = html`${renderModeScript()}
<main class="index">
${renderIndexHead(renderMarkTitle(), lead)}
${talks.length > 0 ? renderTalks(talks, { toUrl, isLive }) : renderNoTalks(today ?? '2026-01-31')}
${isLive && newest ? renderFirstSteps(newest) : null}
${datasets.length > 0 ? renderDatasets({ datasets, talks, today }) : null}
${renderKeys()}
</main>
${isLive ? html`${renderExportScript()}${renderFollowing(links)}` : null}`;
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
