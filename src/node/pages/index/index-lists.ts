import { daysBetween, endOf, printDate } from '../../../talk/data/date.ts';
import type { IsoDate } from '../../../talk/model/dataset.ts';
import { html, type Html } from '../../../talk/html/html.ts';
import { findUsers, type DatasetSummary, type DatasetUsers } from '../../project/index-summary.ts';
import { printAge } from './index-age.ts';
import { toAddress, type IndexTalk } from './index-talks.ts';

/** What the list of datasets is made of. */
export interface DatasetsOptions {
  datasets: readonly DatasetSummary[];
  /** All talks in their order, for the slides that use each; null where they are not known. */
  talks: readonly IndexTalk[] | null;
  /** Formats ages; null for a page that is read on later days. */
  today: IsoDate | null;
}

/** Renders the datasets as a table, with their age and the slides that use each. */
export function renderDatasets({ datasets, talks, today }: DatasetsOptions): Html {
  const users = talks && findUsers(talks);
  return html`<section class="index-data" aria-labelledby="index-data">
<h2 class="index-section" id="index-data">Data</h2>
<p class="index-lead">No figure is typed on a slide: each comes from one of these files in <code>data/</code>, with its date and its source.${today === null ? null : html` <code>npx rostrum data refresh</code> asks the sources for newer rows.`}</p>
<table class="index-table">
<thead><tr><th scope="col">Dataset</th><th scope="col" class="index-number">Rows</th><th scope="col">Newest as of</th>${users && html`<th scope="col">On slides</th>`}</tr></thead>
<tbody>
${datasets.map((dataset) => renderDataset(dataset, users && (users.get(dataset.name) ?? []), today))}</tbody>
</table>
</section>`;
}

function renderDataset(
  { name, title, rows, asOf, isBroken }: DatasetSummary,
  users: readonly DatasetUsers[] | null,
  today: IsoDate | null,
): Html {
  const about = isBroken ? 'has problems, which the terminal shows' : title;
  return html`<tr id="data-${name}"${isBroken ? html` class="index-broken"` : null}>
<th scope="row"><code>${name}</code> <span>${about}</span></th>
<td class="index-number" data-label="Rows">${isBroken ? '–' : rows}</td>
<td class="index-as-of" data-label="Newest as of">${asOf === null ? renderNone('undated') : html`${printDate(asOf)}${renderAge(asOf, today)}`}</td>
${users && html`<td data-label="On slides">${users.length > 0 ? renderUsers(users) : renderNone('none')}</td>`}
</tr>
`;
}

function renderAge(asOf: string, today: IsoDate | null): Html | null {
  const age = today === null ? 0 : daysBetween(endOf(asOf), today);
  return age > 0 ? html` <span class="index-none">${printAge(age)} ago</span>` : null;
}

function renderUsers(users: readonly DatasetUsers[]): Html {
  return html`<ul class="index-users">${users.map(
    ({ talk, slides }) =>
      html`<li><a href="${toAddress(talk)}">${talk.name}</a> ${slides.map(
        ({ id, title, number }) =>
          html`<a class="index-slide-number" href="${toAddress(talk)}#/${id}" title="${title || id}">${number ?? 'reserve'}</a> `,
      )}</li>`,
  )}</ul>`;
}

function renderNone(words: string): Html {
  return html`<span class="index-none">${words}</span>`;
}
