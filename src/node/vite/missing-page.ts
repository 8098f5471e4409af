import { html } from '../../talk/model/html.ts';
import { findNearest } from '../../talk/model/nearest.ts';
import { renderDocument, type DocumentLinks } from './document.ts';

/** Writes the page for an address where no talk is. */
export function renderMissingPage(
  address: string,
  talkNames: readonly string[],
  links: DocumentLinks,
): string {
  const wanted = address.replaceAll('/', '');
  const nearest = findNearest(wanted, talkNames);
  const body = html`<main class="index index-missing">
<h1 class="index-title">No talk here</h1>
<p>No talk is called “${wanted}”. Talks are the files in <code>slides/talks/</code>.</p>
${nearest ? html`<p>Did you mean <a href="/${nearest}/">${nearest}</a>?</p>` : null}
<p><a href="/">All talks</a></p>
</main>`;
  const page = { title: 'No talk here', description: null, language: 'en', theme: 'rostrum' };
  return renderDocument({ ...page, links, body });
}
