import { html } from '../../talk/html/html.ts';
import { findNearest } from '../../talk/text/nearest.ts';
import { renderDocument, type DocumentLinks } from './document.ts';
import {
  MODE_SCRIPT,
  renderIndexHead,
  renderMarkLink,
  renderModeScript,
} from './index/index-head.ts';

/** Writes the page for an address where no talk is. */
export function renderMissingPage(
  address: string,
  talkNames: readonly string[],
  links: DocumentLinks,
): string {
  const wanted = address.replaceAll('/', '');
  const nearest = findNearest(wanted, talkNames);
  const toLink = (name: string) => html`<a href="/${encodeURIComponent(name)}/">${name}</a>`;
  const lead = html`<p class="index-lead">Nothing is at this address.</p>`;
  const body = html`${renderModeScript()}
<main class="index">
${renderIndexHead(renderMarkLink(), lead)}
<section class="index-missing">
<h1 class="index-section">No talk is called “${wanted}”.</h1>
${nearest ? html`<p class="index-nearest">Did you mean ${toLink(nearest)}?</p>` : null}
<p>Talks are the files in <code>slides/talks/</code>${talkNames.length > 0 ? ':' : ', and there is none yet.'}</p>
<ul>${talkNames.map((name) => html`<li>${toLink(name)}</li>\n`)}</ul>
</section>
</main>`;
  const page = { title: 'No talk here', description: null, language: 'en', theme: 'rostrum' };
  return renderDocument({ ...page, links, policy: { scripts: [MODE_SCRIPT], isDev: true }, body });
}
