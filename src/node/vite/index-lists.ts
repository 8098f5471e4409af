import { printDate } from '../../talk/data/date.ts';
import { html, type Html } from '../../talk/model/html.ts';
import type { DatasetSummary, TalkSummary } from '../project/summary.ts';

/** Renders the talks as cards, newest first. */
export function renderTalks(talks: readonly TalkSummary[]): Html {
  const sorted = [...talks].sort((a, b) => compareDates(b, a));
  return html`<ul class="index-talks">
${sorted.map(renderTalk)}</ul>`;
}

/** Renders the datasets as a table, with the talks that use each. */
export function renderDatasets(
  datasets: readonly DatasetSummary[],
  talks: readonly TalkSummary[],
): Html {
  return html`<section class="index-data" aria-labelledby="index-data">
<h2 class="index-section" id="index-data">Data</h2>
<p class="index-lead">No figure is typed on a slide: each comes from one of these files in <code>data/</code>.</p>
<div class="index-scroll"><table class="index-table">
<thead><tr><th scope="col">Dataset</th><th scope="col">What it counts</th><th scope="col" class="index-number">Rows</th><th scope="col">Newest as of</th><th scope="col">On slides of</th></tr></thead>
<tbody>
${datasets.map((dataset) => renderDataset(dataset, talks))}</tbody>
</table></div>
</section>`;
}

function renderTalk({ name, file, meta, slides }: TalkSummary): Html {
  const { title, subtitle, event, place, speaker, date } = meta;
  const address = toAddress(name);
  const where = [event, place].filter((part) => part !== null).join(', ');
  return html`<li class="index-talk">
<p class="index-event">${where || 'No event named'}</p>
<h2 class="index-name"><a href="${address}">${title}</a></h2>
${subtitle === null ? null : html`<p class="index-subtitle">${subtitle}</p>\n`}<ul class="index-facts">
<li>${date === null ? 'Date open' : html`<time datetime="${date}">${printDate(date)}</time>`}</li>
<li>${slides} slide${slides === 1 ? '' : 's'}</li>
${speaker === null ? null : html`<li>${speaker}</li>\n`}</ul>
<p class="index-links">
<a class="index-present" href="${address}" aria-label="Present ${title}">Present</a>
<a href="${address}?read" title="The whole talk as one document" aria-label="Read ${title}">Read</a>
<a href="${address}?print" title="Every slide a page, as in the PDF" aria-label="Print ${title}">Print</a>
</p>
<p class="index-file"><code>${file}</code></p>
</li>
`;
}

function renderDataset(dataset: DatasetSummary, talks: readonly TalkSummary[]): Html {
  const { name, title, rows, asOf, isBroken } = dataset;
  const users = talks.filter((talk) => talk.datasets.includes(name));
  const links = users.map(
    (talk) => html`<li><a href="${toAddress(talk.name)}">${talk.name}</a></li>`,
  );
  const none = (words: string): Html => html`<span class="index-none">${words}</span>`;
  const about = isBroken ? 'has problems, which the terminal shows' : title;
  return html`<tr${isBroken ? html` class="index-broken"` : null}>
<th scope="row">${name}</th>
<td>${about}</td>
<td class="index-number">${isBroken ? '–' : rows}</td>
<td>${asOf === null ? none('undated') : printDate(asOf)}</td>
<td>${links.length > 0 ? html`<ul class="index-users">${links}</ul>` : none('no talk')}</td>
</tr>
`;
}

function toAddress(name: string): string {
  return `./${encodeURIComponent(name)}/`;
}

/** A talk without a date is still to come. */
function compareDates(a: TalkSummary, b: TalkSummary): number {
  const [first, second] = [a.meta.date ?? '9999', b.meta.date ?? '9999'];
  if (first === second) return a.name < b.name ? 1 : -1;
  return first < second ? -1 : 1;
}
