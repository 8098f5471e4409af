import { html, rawHtml, type Html } from '../../talk/model/html.ts';
import { INDEX_EVENT } from '../../talk/model/wire.ts';
import type { DatasetSummary, TalkSummary } from '../project/summary.ts';
import { renderDocument, type DocumentLinks } from './document.ts';
import { renderDatasets, renderTalks } from './index-lists.ts';

/** What the index shows. */
export interface IndexPageOptions {
  talks: readonly TalkSummary[];
  datasets: readonly DatasetSummary[];
  links: DocumentLinks;
  /** Whether a dev server stands behind the page and tells it about changes. */
  isLive: boolean;
}

/** Writes the page that lists a project's talks and datasets. */
export function renderIndexPage({ talks, datasets, links, isLive }: IndexPageOptions): string {
  const body = html`<main class="index">
<header class="index-head">
<h1 class="index-title">Talks</h1>
<p class="index-lead">Each is made of three things: slides, data and a date.</p>
</header>
${talks.length > 0 ? renderTalks(talks) : renderNoTalks()}
${datasets.length > 0 ? renderDatasets(datasets, talks) : null}
<footer class="index-foot">
<p>In a talk: <kbd>→</kbd> next step · <kbd>o</kbd> overview · <kbd>s</kbd> speaker’s window · <kbd>d</kbd> dark or light · <kbd>f</kbd> full screen · <kbd>?</kbd> all keys</p>
</footer>
</main>
${isLive ? renderFollowing(links) : null}`;
  const about = 'The talks of this project, and the data they rest on.';
  const page = { title: 'Talks', description: about, language: 'en', theme: 'rostrum' };
  return renderDocument({ ...page, links, body });
}

function renderNoTalks(): Html {
  return html`<section class="index-empty">
<h2>No talk yet</h2>
<p>Write one: a file <code>slides/talks/my-talk.md</code> with a title, and slides cut at <code>---</code>.</p>
<pre><code>---
title: My talk
date: 2026-01-31
---

# My talk

---

## First slide
</code></pre>
</section>`;
}

/** Loads the index again when a talk or dataset changed. */
function renderFollowing({ scripts }: DocumentLinks): Html {
  const client = JSON.stringify(scripts[0] ?? '');
  return html`<script type="module">
import { createHotContext } from ${rawHtml(client)};
createHotContext('/@rostrum/index').on('${INDEX_EVENT}', () => location.reload());
</script>`;
}
